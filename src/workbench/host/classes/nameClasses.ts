// Registry rows of NamedItemCollection and NamedItem. Names belong to the workbook; a sheet has none of its own here.
import { quoteSheet, printArea } from '../../model/address';
import type { DefinedName } from '../../model/book';
import { formulaFault } from '../../model/formulaCheck';
import { sameName } from '../../model/formulaText';
import { isNameTaken, nameFault } from '../../model/names';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { addressOf, areaOf, columnAsCells, placeOfFormula } from '../places';

type Collection = ObjectOf<'NamedItemCollection'>;
type Item = ObjectOf<'NamedItem'>;

const asObject = (item: DefinedName): Item => ({ kind: 'NamedItem', item });
const items = ({ sheet }: Collection, cx: HostContext): Item[] => (sheet ? [] : cx.book.names.map(asObject));

function checked(formula: string, cx: HostContext): string {
  const fault = formulaFault(cx.book, formula, undefined);
  if (fault !== null) refuse('InvalidArgument', `${formula}: ${fault}`);
  const cells = cx.manners.namesOfColumns === 'as cells' ? columnAsCells(cx.book, formula) : null;
  return cells ? `=${quoteSheet(cells.sheet.name)}!${printArea(cells.area, true)}` : formula;
}

function formulaOf(args: CallArguments, cx: HostContext): string {
  if (args.isObject(1)) {
    const range = args.object(1, 'Range');
    return `=${quoteSheet(range.sheet.name)}!${printArea(areaOf(range), true)}`;
  }
  const given = args.raw(1);
  if (typeof given === 'number' || typeof given === 'boolean') return `=${String(given).toUpperCase()}`;
  const text = args.text(1, 'reference');
  if (text.startsWith('=')) return checked(text, cx);
  return text !== '' && Number.isFinite(Number(text)) ? `=${text}` : `="${text.replace(/"/g, '""')}"`;
}

function add({ sheet }: Collection, args: CallArguments, cx: HostContext): Item {
  if (sheet) refuse('ApiNotFound', 'Worksheet.names.add is not supported by this host: names belong to the workbook');
  const name = args.text(0, 'name');
  const fault = nameFault(cx.book, name);
  if (fault !== null) refuse(isNameTaken(cx.book, name) ? 'ItemAlreadyExists' : 'InvalidArgument', fault);
  const item: DefinedName = {
    name,
    formula: formulaOf(args, cx),
    visible: true,
    ...(args.has(2) ? { comment: args.text(2, 'comment') } : {}),
  };
  cx.book.names.push(item);
  cx.touch(null);
  return asObject(item);
}

const collection = collectionRow<Collection>(
  'NamedItem',
  items,
  (all, key, cx) => items(all, cx).find(({ item }) => sameName(item.name, String(key))) ?? null,
);

export const namedItemCollectionRow: ClassRow<Collection> = { ...collection, methods: { ...collection.methods, add } };

/** Range, or the type of a constant; an expression shows as String, which is what it most often gives. */
function typeOf({ item }: Item, cx: HostContext): string {
  if (placeOfFormula(cx.book, item.formula)) return 'Range';
  if (/#REF!/.test(item.formula)) return 'Error';
  const body = item.formula.slice(1);
  if (Number.isFinite(Number(body))) return Number.isInteger(Number(body)) ? 'Integer' : 'Double';
  return /^(TRUE|FALSE)$/i.test(body) ? 'Boolean' : 'String';
}

function valueOf({ item }: Item, cx: HostContext): unknown {
  const place = placeOfFormula(cx.book, item.formula);
  if (place) return addressOf(place.sheet, place.area);
  const body = item.formula.slice(1);
  if (/^"(?:[^"]|"")*"$/.test(body)) return body.slice(1, -1).replace(/""/g, '"');
  if (Number.isFinite(Number(body))) return Number(body);
  if (/^(TRUE|FALSE)$/i.test(body)) return /^TRUE$/i.test(body);
  return /#REF!/.test(body)
    ? '#REF!'
    : refuse('ApiNotFound', `NamedItem.value of an expression (${item.name}) is not supported by this host`);
}

function rangeOf({ item }: Item, cx: HostContext): HostObject | null {
  const place = placeOfFormula(cx.book, item.formula);
  return place && cx.range(place.sheet, place.area);
}

export const namedItemRow: ClassRow<Item> = {
  identity: ({ item }) => ({ _Id: item.name }),
  scalars: {
    name: { get: ({ item }) => item.name },
    formula: {
      get: ({ item }) => item.formula,
      set: ({ item }, value, cx) => {
        if (typeof value !== 'string' || !value.startsWith('='))
          refuse('InvalidArgument', 'the formula of a name begins with =');
        item.formula = checked(value, cx);
        cx.touch(null);
      },
    },
    type: { get: typeOf },
    value: { get: valueOf, onRequest: true },
    scope: { get: () => 'Workbook' },
    comment: {
      get: ({ item }) => item.comment ?? '',
      set: ({ item }, value, cx) => {
        item.comment = String(value);
        cx.touch(null, false);
      },
    },
    visible: {
      get: ({ item }) => item.visible,
      set: ({ item }, value, cx) => {
        item.visible = value === true;
        cx.touch(null, false);
      },
    },
  },
  methods: {
    getRange: (item, _args, cx) =>
      rangeOf(item, cx) ?? refuse('InvalidReference', `the name ${item.item.name} is no range`),
    getRangeOrNullObject: (item, _args, cx) => rangeOf(item, cx),
    delete: ({ item }, _args, cx) => {
      cx.book.names = cx.book.names.filter((other) => other !== item);
      cx.touch(null);
    },
  },
};
