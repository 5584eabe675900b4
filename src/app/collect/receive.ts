// Record one thing that has just arrived: unit, item, time, parts. What is left out is proposed, and said.
import type { Problem } from '../../core/ground/problem';
import { isOpen, itemsOwed } from '../../core/tracker/itemsOwed';
import { numberReceipts } from '../../core/receipts/numberReceipts';
import type { Receipt } from '../../core/receipts/receipt';
import { receiveOne } from '../../core/receipts/receiveOne';
import { isWithdrawn } from '../../core/receipts/withdrawn';
import { requirementsIn } from '../../core/receipts/recognizeSubject';
import { appliesTo } from '../../core/requirements/appliesTo';
import type { Requirement } from '../../core/requirements/requirement';
import type { Unit } from '../../core/roster/unit';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { zoneName } from '../../core/time/zoneName';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { Status } from '../../core/tracker/trackerRow';
import { isoFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { addedLine } from '../../workbook/tables/records/actLog';
import { momentText, splitList } from '../../workbook/contract/cells';
import { appendRows } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { momentCalled, requirementCalled, unitCalled, type Named } from '../run/namedThings';
import { receiptRecord } from './receiptRecord';
import { takenIds } from '../run/numberedTables';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { ReceiveInput } from './receiveJob';

export interface ReceiveResults {
  readonly receiptId: string;
  readonly unitId: string;
  readonly unit: string;
  readonly requirementId: string;
  readonly requirement: string;
  /** YYYY-MM-DDTHH:mm:ss, wall clock of the campaign. */
  readonly receivedAt: string;
  readonly parts: readonly string[];
  /** Id of the first version that this one corrects, or ''. */
  readonly replaces: string;
  /** How the unit stands for the item with it, at the moment the job speaks about. */
  readonly status: Status | '';
  readonly missingParts: readonly string[];
}

const both = (word: string): Problem['expected'] => text(word, word);

function proposedNotice({ requirementId, title, due }: Requirement, unit: Unit): Problem {
  return {
    code: 'requirement-proposed',
    table: RECEIPTS.name,
    column: 'requirement',
    expected: text('写明事项，或照此登记', 'an item, or this one'),
    found: '',
    message: text(
      `没有写事项，按${unit.name}当前最可能报的登记为 ${requirementId} ${title}${due === null ? '' : `（截止 ${formatMoment(due, 'zh')}）`}。`,
      `No item was given: registered as ${requirementId} ${title}, which ${unit.name} most likely hands in now${due === null ? '' : ` (due ${formatMoment(due, 'en')})`}.`,
    ),
  };
}

/** The item that is meant: as named, by the title when it names exactly one, else the first open one of D-12. */
function itemOf(
  { campaign }: Situation,
  input: ReceiveInput,
  unit: Unit,
  at: WallTime,
): Named<Requirement> & { readonly notices: readonly Problem[] } {
  const { requirements } = campaign;
  if (input.requirement?.trim()) return { ...requirementCalled(requirements, input.requirement), notices: [] };
  const [named, ...more] = requirementsIn(input.title ?? '', requirements);
  if (named && more.length === 0) return { thing: named, problems: [], notices: [] };
  const [first] = itemsOwed(unit, campaign, at).filter(({ row }) => isOpen(row));
  if (first) return { thing: first.requirement, problems: [], notices: [proposedNotice(first.requirement, unit)] };
  const known =
    requirements
      .filter((requirement) => appliesTo(requirement, unit))
      .map(({ requirementId, title }) => `${requirementId} ${title}`)
      .join('、') || '—';
  return {
    thing: null,
    notices: [],
    problems: [
      {
        code: 'missing-requirement',
        table: RECEIPTS.name,
        column: 'requirement',
        expected: both(known),
        found: '',
        message: text(
          `${unit.name}没有还缺的事项，请指明这一件是哪一项：${known}。`,
          `${unit.name} has nothing open: say which item this is: ${known}.`,
        ),
      },
    ],
  };
}

function futureNotice(at: WallTime, { now, asOf }: Situation): Problem[] {
  if (at <= now && at > asOf) {
    const fixed = { zh: formatMoment(asOf, 'zh', 'full'), en: formatMoment(asOf, 'en', 'full') };
    return [
      {
        code: 'after-as-of',
        table: 'Settings',
        row: 'asOf',
        expected: text('留空即按现在', 'empty for now'),
        found: momentText(asOf),
        message: text(
          `设置里的“截至时间”固定为 ${fixed.zh}，这一件在那以后收到，台账上还看不到。`,
          `The settings fix the as-of time at ${fixed.en}: this arrived later, so the tracker does not show it.`,
        ),
      },
    ];
  }
  if (at <= now) return [];
  return [
    {
      code: 'future-time',
      table: RECEIPTS.name,
      column: 'at',
      expected: text(`不晚于 ${formatMoment(now, 'zh', 'full')}`, `no later than ${formatMoment(now, 'en', 'full')}`),
      found: momentText(at),
      message: text(
        '收到时间晚于现在，到那一刻之前不计入：请核对。',
        'It arrives later than now and does not count before that moment: please check.',
      ),
    },
  ];
}

/** “Now” is two moments where the computer shows another time than the campaign's zone: which of them is meant, a person says (D-1). */
function whichNow({ now, computerAhead = 0, campaign }: Situation, said: string | undefined): Problem[] {
  if (computerAhead === 0 || said?.trim()) return [];
  const [zone, computer] = [now, now + computerAhead].map(momentText);
  const name = zoneName(campaign.settings.zone);
  return [
    {
      code: 'missing-time',
      table: RECEIPTS.name,
      column: 'at',
      expected: text(`日期时间，如 ${zone}`, `a date and time such as ${zone}`),
      found: '',
      message: text(
        `活动时区（${name.zh}）现在是 ${zone}，这台电脑的钟是 ${computer}，不知道“现在”指哪个，没有登记：请写明收到时间，如 ${zone}；时区不对的，请改“设置”里的“时区”。`,
        `It is ${zone} in the campaign’s zone (${name.en}) and ${computer} on this computer, so “now” could be either and nothing was registered: give the time of arrival, such as ${zone}; if the zone is wrong, change “Time zone” in the settings.`,
      ),
    },
  ];
}

function standing(situation: Situation, receipt: Receipt): Pick<ReceiveResults, 'status' | 'missingParts'> {
  const { campaign, asOf } = situation;
  const rows = trackUnits({ ...campaign, receipts: [...campaign.receipts, receipt] }, asOf);
  const row = rows.find(
    ({ unitId, requirementId }) => unitId === receipt.unitId && requirementId === receipt.requirementId,
  );
  return { status: row?.status ?? '', missingParts: row?.missingParts ?? [] };
}

/** What is registered: one row, or every reason against it at once. */
export function decideReceive(situation: Situation, input: ReceiveInput): Decision<ReceiveResults> {
  const { campaign, snapshot, words, now, language } = situation;
  const { settings } = campaign;
  const unit = unitCalled(campaign.units, input.unit);
  const moment = momentCalled(input.at, settings.year, 'at');
  const at = moment.thing ?? now;
  const item = unit.thing ? itemOf(situation, input, unit.thing, at) : { thing: null, problems: [], notices: [] };
  const named = [...unit.problems, ...moment.problems, ...whichNow(situation, input.at), ...item.problems];
  if (!unit.thing || !item.thing || named.length > 0) return stop(named);

  const { receipt, problems, notices } = receiveOne(
    {
      unit: unit.thing,
      requirement: item.thing,
      at,
      title: input.title?.trim() ?? '',
      parts: splitList(input.parts ?? ''),
      review: input.review,
      note: input.note?.trim() ?? '',
      corrects: input.corrects?.trim() ?? '',
      again: input.again === true,
    },
    {
      existing: campaign.receipts.filter((receipt) => !isWithdrawn(receipt)),
      exceptions: campaign.exceptions,
      partWords: settings.partWords,
    },
  );
  const table = tableIn(snapshot, RECEIPTS);
  const [numbered] = receipt
    ? numberReceipts([{ ...receipt, key: 'new', sheet: '', row: 0 }], takenIds(RECEIPTS, snapshot))
    : [];
  if (!numbered || problems.length > 0) return { ...stop(problems), notices: item.notices };

  const { name } = unit.thing;
  const { requirementId, title } = item.thing;
  const stands = standing(situation, numbered);
  const status =
    stands.status === ''
      ? text('', '')
      : text(
          `，现为“${labelOf('status', stands.status, 'zh')}”`,
          `, which is now “${labelOf('status', stands.status, 'en')}”`,
        );
  const lacks =
    stands.missingParts.length > 0
      ? text(`，还缺${stands.missingParts.join('、')}`, `, still without ${stands.missingParts.join(', ')}`)
      : text('', '');
  const replaced =
    numbered.replaces === '' ? text('', '') : text(`，更正 ${numbered.replaces}`, `, correcting ${numbered.replaces}`);
  return {
    steps: appendRows(RECEIPTS, table, [receiptRecord(numbered, situation)], words(RECEIPTS)),
    changed: { [RECEIPTS.name]: { added: 1, updated: 0 } },
    notices: [...item.notices, ...notices, ...futureNotice(at, situation)],
    alsoLogged: [
      addedLine(
        { table: RECEIPTS.name, row: numbered.receiptId, state: labelOf('review', numbered.review, language) },
        language,
      ),
    ],
    results: {
      receiptId: numbered.receiptId,
      unitId: numbered.unitId,
      unit: name,
      requirementId,
      requirement: title,
      receivedAt: isoFromWallTime(at),
      parts: numbered.parts,
      replaces: numbered.replaces,
      ...stands,
    },
    preview: {
      added: [
        {
          table: RECEIPTS.name,
          row: numbered.receiptId,
          summary: [name, requirementId, formatMoment(at, language), numbered.title].filter(Boolean).join(' · '),
        },
      ],
      changed: [],
      unchanged: 0,
    },
    message: text(
      `已登记 ${numbered.receiptId}：${name} ${requirementId}（${formatMoment(at, 'zh')} 收到）${replaced.zh}${status.zh}${lacks.zh}。`,
      `${numbered.receiptId} registered: ${name}, ${requirementId} (received ${formatMoment(at, 'en')})${replaced.en}${status.en}${lacks.en}.`,
    ),
  };
}
