// The card of the row that a person has selected: whose it is, how it stands, what was done, and the acts that fit. Reads no workbook, decides nothing.
import { frozenDecision } from '../../core/contest/frozenDecision';
import { judgingProgress } from '../../core/contest/progress';
import type { Entry } from '../../core/contest/contest';
import { text, type Text } from '../../core/ground/text';
import { calledReceipt, type Receipt } from '../../core/receipts/receipt';
import type { Unit } from '../../core/roster/unit';
import { formatLateness } from '../../core/time/formatLateness';
import { formatMoment } from '../../core/time/formatMoment';
import type { Status, TrackerRow } from '../../core/tracker/trackerRow';
import { categoryLabel, labelOf } from '../../workbook/contract/labels';
import type { SelectedRow } from '../../workbook/contract/pointing';
import { ACCEPTED, RETURNED, reviewValues } from './reviewValues';
import { contestOf, judgesWhoScore } from '../contest/contestSituation';
import type { Behind } from './campaignState';
import type { KeyTarget } from '../../workbook/contract/pointing';
import { rowSubject, type RowSubject } from './rowSubject';

/** A job with what the row tells already filled in. */
export interface CardAct {
  readonly job: string;
  readonly label: Text;
  readonly values: Readonly<Record<string, string>>;
}

/** One line of the card of the selected row. */
export interface CardLine {
  readonly label: Text;
  readonly value: Text;
  /** Coloured as the tracker colours it. */
  readonly status?: Status;
  readonly show?: KeyTarget;
}

/** The card of the selected row, or of several: who or what it is, how it stands, what can be done with it. */
export interface RowCard {
  readonly kind: 'unit' | 'story' | 'receipt' | 'several';
  readonly title: Text;
  readonly subtitle: Text;
  readonly lines: readonly CardLine[];
  /** What happened, latest first. */
  readonly history: readonly Text[];
  readonly acts: readonly CardAct[];
}

const same = (word: string): Text => text(word, word);
const HISTORY = 6;

/** How an item of a unit stands, with its lateness, what is missing and when it is due. */
export function stateLine(row: TrackerRow): Text {
  const word = { zh: labelOf('status', row.status, 'zh'), en: labelOf('status', row.status, 'en') };
  const missing = row.missingParts.length > 0 && row.arrived > 0 ? row.missingParts.join('、') : '';
  const detail = (language: 'zh' | 'en'): string[] => [
    ...(row.minutesLate > 0 ? [formatLateness(row.minutesLate, language, true)] : []),
    ...(missing === '' ? [] : [language === 'zh' ? `缺 ${missing}` : `missing ${missing}`]),
    ...(row.due !== null && row.minutesLate === 0 && (row.status === 'pending' || row.status === 'incomplete')
      ? [language === 'zh' ? `${formatMoment(row.due, 'zh')} 截止` : `due ${formatMoment(row.due, 'en')}`]
      : []),
  ];
  return text([word.zh, ...detail('zh')].join(' · '), [word.en, ...detail('en')].join(' · '));
}

function receiptLine(receipt: Receipt, itemTitle: string): Text {
  const { receivedAt, review, title } = receipt;
  const called = calledReceipt(receipt);
  const line = (language: 'zh' | 'en'): string =>
    [formatMoment(receivedAt, language), title || itemTitle, labelOf('review', review, language), called[language]]
      .filter(Boolean)
      .join(' · ');
  return text(line('zh'), line('en'));
}

function unitCard(unit: Unit, { campaign, rows }: Behind, first: string | undefined): RowCard {
  const titleOf = new Map(campaign.requirements.map(({ requirementId, title }) => [requirementId, title]));
  const own = rows.filter(({ unitId, status }) => unitId === unit.unitId && status !== 'exempt');
  const receipts = campaign.receipts
    .filter(({ unitId }) => unitId === unit.unitId)
    .sort((a, b) => b.receivedAt - a.receivedAt);
  const item: Readonly<Record<string, string>> = first === undefined ? {} : { requirement: first };
  const owes = own.some(({ status }) => status === 'overdue' || status === 'pending' || status === 'incomplete');
  const { county } = campaign.settings;
  const category = text(categoryLabel(unit.category, 'zh', county), categoryLabel(unit.category, 'en', county));
  const contact = [unit.contact, unit.phone].filter(Boolean).join(' ');
  const waiting = receipts.filter(({ review }) => review === 'pending');
  return {
    kind: 'unit',
    title: same(unit.name),
    subtitle: text(
      [unit.unitId, category.zh, contact].filter(Boolean).join(' · '),
      [unit.unitId, category.en, contact].filter(Boolean).join(' · '),
    ),
    lines: own.map((row) => ({
      label: same(titleOf.get(row.requirementId) ?? row.requirementId),
      value: stateLine(row),
      status: row.status,
      show: { table: 'Tracker', row: { unitId: row.unitId, requirementId: row.requirementId }, column: 'status' },
    })),
    history: receipts.slice(0, HISTORY).map((one) => receiptLine(one, titleOf.get(one.requirementId) ?? '')),
    acts: unit.active
      ? [
          { job: 'receive', label: text('收件', 'Receive'), values: { unit: unit.name, ...item } },
          ...(owes ? [{ job: 'remind', label: text('催报', 'Remind'), values: { units: unit.name } }] : []),
          ...(waiting.length > 0
            ? [
                {
                  job: 'review',
                  label: text('审核', 'Review'),
                  values: reviewValues(waiting, campaign.units),
                },
              ]
            : []),
          { job: 'extend', label: text('延期', 'Extend'), values: { unit: unit.name, ...item } },
          { job: 'deactivate', label: text('停用', 'Deactivate'), values: { unit: unit.name } },
        ]
      : [],
  };
}

function receiptCard(receipt: Receipt, behind: Behind): RowCard {
  const { campaign, rows } = behind;
  const unit = campaign.units.find(({ unitId }) => unitId === receipt.unitId);
  const item = campaign.requirements.find(({ requirementId }) => requirementId === receipt.requirementId);
  const row = rows.find(
    ({ unitId, requirementId }) => unitId === receipt.unitId && requirementId === receipt.requirementId,
  );
  const corrected = campaign.receipts.filter(
    ({ replaces }) => replaces !== '' && (replaces === receipt.receiptId || replaces === receipt.replaces),
  );
  const called = calledReceipt(receipt);
  const title = receipt.title || (item?.title ?? '');
  const ids = reviewValues([receipt], campaign.units);
  const subtitle = (number: string): string =>
    [number, unit?.name ?? '', item?.title ?? ''].filter(Boolean).join(' · ');
  return {
    kind: 'receipt',
    title: title === '' ? called : same(title),
    subtitle: text(subtitle(called.zh), subtitle(called.en)),
    lines: [
      {
        label: text('收到', 'Received'),
        value: text(formatMoment(receipt.receivedAt, 'zh'), formatMoment(receipt.receivedAt, 'en')),
      },
      {
        label: text('审核', 'Review'),
        value: text(labelOf('review', receipt.review, 'zh'), labelOf('review', receipt.review, 'en')),
      },
      ...(row
        ? [
            {
              label: text('该项', 'The item'),
              value: stateLine(row),
              status: row.status,
              show: { table: 'Tracker', row: { unitId: row.unitId, requirementId: row.requirementId } },
            },
          ]
        : []),
    ],
    history: corrected.map((one) => receiptLine(one, item?.title ?? '')),
    acts: [
      { job: 'review', label: text('通过', 'Accept'), values: { ...ids, to: ACCEPTED } },
      { job: 'review', label: text('退回', 'Send back'), values: { ...ids, to: RETURNED } },
      ...(unit
        ? [
            {
              job: 'extend',
              label: text('延期', 'Extend'),
              values: { unit: unit.name, requirement: receipt.requirementId },
            },
          ]
        : []),
    ],
  };
}

/** What is known of a contest's stories: asked of the whole contest once, however many stories are told. */
export function storyStandings({ campaign }: Behind) {
  const places = frozenDecision(campaign.rulings)?.places ?? [];
  const judged = judgesWhoScore(campaign).length > 0 ? judgingProgress(contestOf(campaign)).entries : [];
  return ({ entryId }: Entry) => ({
    place: places.find((one) => one.entryId === entryId),
    progress: judged.find(({ entry }) => entry.entryId === entryId),
  });
}

/** How a story is scored, and what was decided of it. */
export function storyLines({ place, progress }: ReturnType<ReturnType<typeof storyStandings>>): CardLine[] {
  return [
    ...(progress
      ? [
          {
            label: text('评分', 'Scores'),
            value: text(
              `已评 ${progress.scored}　回避 ${progress.recused}　未评 ${progress.open}`,
              `${progress.scored} scored, ${progress.recused} recused, ${progress.open} open`,
            ),
          },
        ]
      : []),
    ...(place
      ? [
          {
            label: text('评定', 'Decided'),
            value: text(
              [labelOf('outcome', place.outcome, 'zh'), place.rank === null ? '' : `第 ${place.rank} 名`, place.shown]
                .filter(Boolean)
                .join(' · '),
              [labelOf('outcome', place.outcome, 'en'), place.rank === null ? '' : `rank ${place.rank}`, place.shown]
                .filter(Boolean)
                .join(' · '),
            ),
          },
        ]
      : []),
  ];
}

/** `blind`: on a judge's sheet, where nothing may tell whose story it is. */
function storyCard(entry: Entry, behind: Behind, blind: boolean): RowCard {
  const { campaign } = behind;
  const unit = blind ? undefined : campaign.units.find(({ unitId }) => unitId === entry.unitId);
  const standing = storyStandings(behind)(entry);
  const { place, progress } = standing;
  const number = { entry: entry.blindNo };
  return {
    kind: 'story',
    title: same(entry.title),
    subtitle: text(
      [`${entry.blindNo}号`, unit?.name ?? '', entry.category].filter(Boolean).join(' · '),
      [`no. ${entry.blindNo}`, unit?.name ?? '', entry.category].filter(Boolean).join(' · '),
    ),
    lines: storyLines(standing),
    history: [],
    acts: [
      ...(progress ? [{ job: 'explain', label: text('为什么', 'Why'), values: number }] : []),
      ...(place && place.outcome !== 'withdrawn'
        ? [
            { job: 'object', label: text('登记异议', 'Objection'), values: number },
            { job: 'withdraw', label: text('退出递补', 'Withdraw'), values: number },
          ]
        : []),
    ],
  };
}

/** The card of what a row is about. */
export function cardOf(subject: RowSubject, behind: Behind): RowCard {
  switch (subject.kind) {
    case 'unit':
      return unitCard(subject.unit, behind, subject.item || undefined);
    case 'receipt':
      return receiptCard(subject.receipt, behind);
    case 'entry':
      return storyCard(subject.entry, behind, subject.blind);
  }
}

/**
 * Null: the row is of no table that has cards, or nothing of the campaign stands in it.
 * Example: a row of the tracker → the unit's card, the row's item filled in where an act asks for one.
 */
export function rowCard(selected: SelectedRow, behind: Behind): RowCard | null {
  const subject = rowSubject(selected, selected.cells, behind);
  return subject && cardOf(subject, behind);
}
