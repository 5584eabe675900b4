// Registry rows of ConditionalFormatCollection, ConditionalFormat and what hangs on a custom (formula) rule.
import { intersect } from '../../model/area';
import type { ConditionalFormat, Style } from '../../model/book';
import { formulaFault } from '../../model/formulaCheck';
import { ruleFault } from '../../model/formulaLimits';
import { refuse } from '../apiError';
import { collectionRow, type ClassRow, type ScalarRow } from '../classRow';
import { readColor } from '../colors';
import type { HostContext } from '../hostContext';
import type { HostObject, Kind, ObjectOf } from '../hostObject';
import { areaOf } from '../places';
import { removeConditionals } from './rules';

type Collection = ObjectOf<'ConditionalFormatCollection'>;
type Format = ObjectOf<'ConditionalFormat'>;

const items = ({ range }: Collection): Format[] =>
  range.sheet.conditionals
    .filter((rule) => rule.ranges.some((part) => intersect(part, areaOf(range))))
    .sort((a, b) => a.priority - b.priority)
    .map((rule) => ({ kind: 'ConditionalFormat', sheet: range.sheet, rule }));

/** A new one comes before all others of the sheet. */
function add({ range }: Collection, type: string, cx: HostContext): Format {
  if (type !== 'Custom')
    refuse('ApiNotFound', `conditional formats of type ${type} are not supported by this host: use Custom`);
  const { sheet } = range;
  for (const other of sheet.conditionals) other.priority++;
  const rule: ConditionalFormat = {
    id: `{CF-${cx.book.nextId++}}`,
    ranges: [areaOf(range)],
    formula: 'FALSE',
    style: {},
    priority: 0,
    stopIfTrue: false,
  };
  sheet.conditionals.push(rule);
  cx.touch(sheet, false);
  return { kind: 'ConditionalFormat', sheet, rule };
}

const collection = collectionRow<Collection>(
  'ConditionalFormat',
  items,
  (all, key) => items(all).find(({ rule }) => rule.id === key) ?? null,
);

export const conditionalFormatCollectionRow: ClassRow<Collection> = {
  ...collection,
  since: { getItemOrNullObject: '1.14' },
  methods: {
    ...collection.methods,
    add: (all, args, cx) => add(all, args.text(0, 'type'), cx),
    clearAll: ({ range }, _args, cx) => {
      removeConditionals(range.sheet, areaOf(range));
      cx.touch(range.sheet, false);
    },
  },
};

const to =
  (
    kind: Extract<
      Kind,
      | 'CustomConditionalFormat'
      | 'ConditionalFormatRule'
      | 'ConditionalRangeFormat'
      | 'ConditionalRangeFill'
      | 'ConditionalRangeFont'
    >,
  ) =>
  ({ sheet, rule }: Pick<Format, 'sheet' | 'rule'>): HostObject => ({ kind, sheet, rule });

export const conditionalFormatRow: ClassRow<Format> = {
  identity: ({ rule }) => ({ Id: rule.id }),
  scalars: {
    id: { get: ({ rule }) => rule.id },
    type: { get: () => 'Custom' },
    priority: {
      get: ({ rule }) => rule.priority,
      set: ({ sheet, rule }, value, cx) => {
        if (typeof value !== 'number' || value < 0) refuse('InvalidArgument', 'a priority is a number from 0 on');
        const others = sheet.conditionals.filter((other) => other !== rule).sort((a, b) => a.priority - b.priority);
        others.splice(Math.min(value, others.length), 0, rule);
        others.forEach((other, i) => void (other.priority = i));
        cx.touch(sheet, false);
      },
    },
    stopIfTrue: {
      get: ({ rule }) => rule.stopIfTrue,
      set: ({ sheet, rule }, value, cx) => {
        rule.stopIfTrue = value === true;
        cx.touch(sheet, false);
      },
    },
  },
  navigations: { custom: to('CustomConditionalFormat'), customOrNullObject: to('CustomConditionalFormat') },
  methods: {
    delete: ({ sheet, rule }, _args, cx) => {
      sheet.conditionals = sheet.conditionals.filter((other) => other !== rule);
      cx.touch(sheet, false);
    },
    getRange: ({ sheet, rule }, _args, cx) =>
      cx.range(
        sheet,
        rule.ranges.length === 1 && rule.ranges[0]
          ? rule.ranges[0]
          : refuse('InvalidOperation', 'this format covers several ranges'),
      ),
    getRangeOrNullObject: ({ sheet, rule }, _args, cx) =>
      rule.ranges.length === 1 && rule.ranges[0] ? cx.range(sheet, rule.ranges[0]) : null,
  },
};

export const customConditionalFormatRow: ClassRow<ObjectOf<'CustomConditionalFormat'>> = {
  navigations: { rule: to('ConditionalFormatRule'), format: to('ConditionalRangeFormat') },
};

export const conditionalFormatRuleRow: ClassRow<ObjectOf<'ConditionalFormatRule'>> = {
  scalars: {
    formula: {
      get: ({ rule }) => `=${rule.formula}`,
      set: ({ sheet, rule }, value, cx) => {
        if (typeof value !== 'string' || value === '') refuse('InvalidArgument', 'a rule needs a formula');
        const formula = value.replace(/^=/, '');
        const fault = ruleFault(formula) ?? formulaFault(cx.book, `=${formula}`, undefined);
        if (fault !== null) refuse('InvalidArgument', `=${formula}: ${fault}`);
        rule.formula = formula;
        cx.touch(sheet, false);
      },
    },
  },
};

function styled<K extends keyof Style>(
  key: K,
  read: (value: unknown) => Style[K],
  otherwise: unknown,
): ScalarRow<Pick<Format, 'sheet' | 'rule'>> {
  return {
    get: ({ rule }) => rule.style[key] ?? otherwise,
    set: ({ sheet, rule }, value, cx) => {
      const next = { ...rule.style, [key]: read(value) };
      if (next[key] === undefined) delete next[key];
      rule.style = next;
      cx.touch(sheet, false);
    },
  };
}

const flag = (value: unknown): true | undefined => (value === true ? true : undefined);

export const conditionalRangeFormatRow: ClassRow<ObjectOf<'ConditionalRangeFormat'>> = {
  scalars: { numberFormat: styled('numberFormat', (value) => String(value), '') },
  navigations: { fill: to('ConditionalRangeFill'), font: to('ConditionalRangeFont') },
};

export const conditionalRangeFillRow: ClassRow<ObjectOf<'ConditionalRangeFill'>> = {
  scalars: { color: styled('fill', readColor, '') },
  methods: {
    clear: ({ sheet, rule }, _args, cx) => {
      const { fill: _fill, ...rest } = rule.style;
      rule.style = rest;
      cx.touch(sheet, false);
    },
  },
};

export const conditionalRangeFontRow: ClassRow<ObjectOf<'ConditionalRangeFont'>> = {
  scalars: {
    color: styled('color', readColor, ''),
    bold: styled('bold', flag, false),
    italic: styled('italic', flag, false),
    strikethrough: styled('strike', flag, false),
    underline: {
      get: ({ rule }) => (rule.style.underline ? 'Single' : 'None'),
      set: ({ sheet, rule }, value, cx) => {
        const { underline: _underline, ...rest } = rule.style;
        rule.style = value === 'None' ? rest : { ...rest, underline: true };
        cx.touch(sheet, false);
      },
    },
  },
};
