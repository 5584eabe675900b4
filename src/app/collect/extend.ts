// Give one unit other terms for one item: a later due time, another quota, an exemption. What stood there before is kept.
import { checkException, type ExceptionRequest } from '../../core/requirements/changeException';
import { effective } from '../../core/requirements/effective';
import { text, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { isoFromWallTime, serialFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { momentText } from '../../workbook/contract/cells';
import { appendRows, entriesOf, updateCells } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import { readRows, type RowOf } from '../../workbook/contract/rows';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import type { ColumnKeys } from '../../workbook/contract/keys';
import { columnOf } from '../../workbook/contract/spec';
import { EXCEPTIONS } from '../../workbook/tables/exceptions/exceptions';
import { filledLines } from '../../workbook/tables/records/actLog';
import type { CellChange } from '../run/job';
import { momentCalled, requirementCalled, unitCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { ExtendInput } from './extendJob';

export interface ExtendResults {
  readonly unitId: string;
  readonly requirementId: string;
  /** ISO wall clock, '' = none. */
  readonly formerDue: string;
  /** The due time that counts now (D-2). */
  readonly due: string;
  readonly quota: number;
  readonly exempt: boolean;
}

const iso = (time: WallTime | null): string => (time === null ? '' : isoFromWallTime(time));

/** What people wrote before stays in front. Example: `joined('旧', '新') === '旧；新'`; the same words again are not repeated. */
function joined(before: string, added: string): string {
  if (before === '' || added === '') return before + added;
  return before.split('；').includes(added) ? before : `${before}；${added}`;
}

/** The row of the pair that is changed: the one with an extension, else the first. */
function rowOfPair(
  rows: readonly RowOf<'Exceptions'>[],
  unitId: string,
  requirementId: string,
): RowOf<'Exceptions'> | undefined {
  const own = rows.filter((row) => row.text('unitId') === unitId && row.text('requirementId') === requirementId);
  return own.find((row) => row.text('extendedTo') !== '') ?? own[0];
}

function cellsOf(
  request: ExceptionRequest,
  formerDue: WallTime | null,
  row: RowOf<'Exceptions'> | undefined,
  language: Situation['language'],
): RowRecord<ColumnKeys['Exceptions']> {
  const old = (key: ColumnKeys['Exceptions']): string => row?.text(key) ?? '';
  return {
    ...(request.to !== null && {
      extendedTo: serialFromWallTime(request.to),
      formerDues: joined(old('formerDues'), momentText(formerDue)),
    }),
    ...(request.quota !== null && { quota: request.quota }),
    ...(request.exempt && { exempt: labelOf('yesNo', 'yes', language) }),
    approvedBy: joined(old('approvedBy'), request.approvedBy.trim()),
    reason: joined(old('reason'), request.reason.trim()),
  };
}

function shown(key: string, value: unknown): string {
  return key === 'extendedTo' && typeof value === 'number'
    ? momentText(Math.round((value - serialFromWallTime(0)) * 86400))
    : String(value ?? '');
}

function saidOf(request: ExceptionRequest, formerDue: WallTime | null): Text {
  const pieces: Text[] = [];
  if (request.to !== null) {
    const from =
      formerDue === null
        ? text('', '')
        : text(`由 ${formatMoment(formerDue, 'zh')} `, ` from ${formatMoment(formerDue, 'en')}`);
    pieces.push(
      text(
        `${from.zh}延期至 ${formatMoment(request.to, 'zh')}`,
        `extended${from.en} to ${formatMoment(request.to, 'en')}`,
      ),
    );
  }
  if (request.quota !== null) pieces.push(text(`应报 ${request.quota} 件`, `quota ${request.quota}`));
  if (request.exempt) pieces.push(text('免报', 'exempt'));
  return text(pieces.map(({ zh }) => zh).join('，'), pieces.map(({ en }) => en).join(', '));
}

/** An option that is no number is a quota that the rule refuses, with what was given. */
/** Adds a row to the exceptions, or changes the one that this unit has for this item; approvers and reasons of before stay in the cell. */
export function decideExtend(situation: Situation, input: ExtendInput): Decision<ExtendResults> {
  const { campaign, snapshot, asOf, language, words } = situation;
  const unit = unitCalled(campaign.units, input.unit);
  const requirement = requirementCalled(campaign.requirements, input.requirement);
  const to = momentCalled(input.to, campaign.settings.year, 'to');
  const request: ExceptionRequest = {
    to: to.thing,
    quota: input.quota ?? null,
    exempt: input.exempt === true,
    approvedBy: input.approvedBy ?? '',
    reason: input.reason ?? '',
  };
  const found = [...unit.problems, ...requirement.problems, ...to.problems];
  if (!unit.thing || !requirement.thing || found.length > 0) return stop(found);
  const problems = checkException(requirement.thing, unit.thing, campaign.exceptions, request);
  if (problems.length > 0) return stop(problems);

  const { unitId, name } = unit.thing;
  const { requirementId } = requirement.thing;
  const before = effective(requirement.thing, unit.thing, campaign.exceptions);
  const table = tableIn(snapshot, EXCEPTIONS);
  const row = rowOfPair(readRows(EXCEPTIONS, table), unitId, requirementId);
  const cells = cellsOf(request, before.due, row, language);
  const id = `${unitId} ${requirementId}`;
  const said = saidOf(request, before.due);
  const differing = row
    ? entriesOf(cells).filter(([key, value]) => shown(key, row.get(key)) !== shown(key, value))
    : [];
  const changed = differing.map(([key, value]): CellChange => ({
    table: EXCEPTIONS.name,
    row: id,
    column: columnOf(EXCEPTIONS, key).header[language],
    before: shown(key, row?.get(key)),
    after: shown(key, value),
  }));
  const past = request.to !== null && request.to < asOf;
  return {
    steps: row
      ? updateCells(
          EXCEPTIONS,
          table,
          differing.map(([key, value]) => ({ index: row.index, key, value })),
        )
      : appendRows(EXCEPTIONS, table, [{ unit: name, unitId, requirementId, ...cells }], words(EXCEPTIONS)),
    changed: { [EXCEPTIONS.name]: row ? { added: 0, updated: 1 } : { added: 1, updated: 0 } },
    // A row of its own is taken back by emptying it: then it gives no other terms any more.
    ...(!row && {
      alsoLogged: filledLines(
        entriesOf(cells).map(([key, value]) => ({
          table: EXCEPTIONS.name,
          row: id,
          column: columnOf(EXCEPTIONS, key).header[language],
          before: '',
          after: shown(key, value),
        })),
      ),
    }),
    notices: past
      ? [
          {
            code: 'extended-into-past',
            table: EXCEPTIONS.name,
            row: id,
            expected: text('将来的时间', 'a moment to come'),
            found: momentText(request.to),
            message: text(
              '延期后的截止时间已经过去，没有报齐的仍是逾期。',
              'The new due time has passed already: what is not complete stays overdue.',
            ),
          },
        ]
      : [],
    results: {
      unitId,
      requirementId,
      formerDue: iso(before.due),
      due: iso(request.to ?? before.due),
      quota: request.quota ?? before.quota,
      exempt: request.exempt || before.exempt,
    },
    preview: {
      added: row ? [] : [{ table: EXCEPTIONS.name, row: id, summary: `${name} · ${said[language]}` }],
      changed,
      unchanged: 0,
    },
    message: text(
      `${name}的 ${requirementId}：${said.zh}（${request.approvedBy.trim()}批准）。`,
      `${name}, ${requirementId}: ${said.en} (approved by ${request.approvedBy.trim()}).`,
    ),
  };
}
