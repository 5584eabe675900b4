// A change of one item's rules as options → the changed requirement and the cells to write, or what is wrong with it. Writes nothing.
import { lazyMatcher } from '../../core/roster/unitMatcher';
import type { Problem } from '../../core/ground/problem';
import { MAX_PARTS, type Requirement } from '../../core/requirements/requirement';
import { text } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { readWho } from '../../workbook/tables/requirements/who';
import { momentText, splitList } from '../../workbook/contract/cells';
import type { CellWrite } from '../../workbook/contract/plan';
import type { ColumnKeys } from '../../workbook/contract/keys';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import { momentCalled, requirementCalled } from '../run/namedThings';
import type { Situation } from '../run/runJob';
import type { RecomputeInput } from './recomputeJob';

/** An item with another due time, quota or parts, not written yet. */
export interface RuleChange {
  readonly requirement: Requirement;
  /** By column key: what to write and how it reads. */
  readonly cells: Readonly<
    Partial<Record<ColumnKeys['Requirements'], { readonly value: CellWrite; readonly shown: string }>>
  >;
}

/** none: nothing was asked for. */
export type RuleReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'change'; readonly change: RuleChange }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

const NONE = /^(无|none|-)$/i;
const given = (word: string | undefined): string => (word ?? '').normalize('NFKC').trim();

function tooManyParts(found: string): Problem {
  return {
    code: 'too-many-parts',
    table: REQUIREMENTS.name,
    column: 'parts',
    expected: text(`最多 ${MAX_PARTS} 项`, `at most ${MAX_PARTS}`),
    found,
    message: text(
      `parts应为最多 ${MAX_PARTS} 项，现在是“${found}”，没有写入。`,
      `parts: expected at most ${MAX_PARTS}, found “${found}”; nothing was written.`,
    ),
  };
}

/** Example: `{requirement: 'T2', due: '2021-06-12 18:00'}` is a change of one cell; without due, quota, parts and who it is none. */
export function readRuleChange({ campaign }: Situation, input: RecomputeInput): RuleReading {
  const [due, parts, who] = [given(input.due), given(input.parts), given(input.who)];
  const { quota } = input;
  if (quota === undefined && [due, parts, who].every((word) => word === '')) return { kind: 'none' };
  const named = requirementCalled(campaign.requirements, input.requirement);
  const moment = NONE.test(due) ? { thing: null, problems: [] } : momentCalled(due, campaign.settings.year, 'due');
  const { units, settings } = campaign;
  const reading =
    who === '' ? null : readWho(who, lazyMatcher(units), named.thing?.requirementId ?? '', units, settings.county);
  const list = NONE.test(parts) ? [] : splitList(parts);
  const problems = [
    ...named.problems,
    ...moment.problems,
    ...(reading?.problems ?? []),
    ...(list.length > MAX_PARTS ? [tooManyParts(parts)] : []),
  ];
  if (!named.thing || problems.length > 0) return { kind: 'wrong', problems };
  const cells: Record<string, { value: CellWrite; shown: string }> = {};
  if (due !== '')
    cells['due'] = {
      value: moment.thing === null ? '' : serialFromWallTime(moment.thing),
      shown: momentText(moment.thing),
    };
  if (quota !== undefined) cells['quota'] = { value: quota, shown: String(quota) };
  if (parts !== '') cells['parts'] = { value: list.join('、'), shown: list.join('、') };
  if (who !== '') cells['who'] = { value: who, shown: who };
  return {
    kind: 'change',
    change: {
      cells,
      requirement: {
        ...named.thing,
        ...(due !== '' && { due: moment.thing }),
        ...(quota !== undefined && { quota }),
        ...(parts !== '' && { parts: list }),
        ...(reading && { categories: reading.categories, unitIds: reading.unitIds }),
      },
    },
  };
}
