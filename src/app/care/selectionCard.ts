// The card of what a person has selected: of one row its own, of several what they have in common and what can be done with all of them at once.
// Reads no workbook, decides nothing.
import { text, type Text } from '../../core/ground/text';
import { isNumbered, type Receipt } from '../../core/receipts/receipt';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import { labelOf } from '../../workbook/contract/labels';
import type { SelectedRow } from '../../workbook/contract/pointing';
import type { Behind } from './campaignState';
import { ACCEPTED, RETURNED, reviewValues } from './reviewValues';
import { cardOf, stateLine, storyLines, storyStandings, type CardLine, type RowCard } from './rowCard';
import { rowSubject, type RowSubject } from './rowSubject';

type Of<Kind extends RowSubject['kind']> = Extract<RowSubject, { kind: Kind }>;

const same = (word: string): Text => text(word, word);
/** Lines of a card of several; how many more there are is said below. */
const LINES = 8;

function some(lines: readonly CardLine[]): readonly CardLine[] {
  const more = lines.length - LINES;
  // One more line costs no more room than to say that there is one.
  if (more <= 1) return lines;
  return [...lines.slice(0, LINES), { label: text('其余', 'Others'), value: text(`${more} 行`, `${more} more rows`) }];
}

/** How many there are of each, the most first. Example: “待审 3 · 通过 2”. */
function counted(words: readonly Text[]): Text {
  const counts = new Map<string, { word: Text; count: number }>();
  for (const word of words) {
    const known = counts.get(word.zh) ?? { word, count: 0 };
    counts.set(word.zh, { word, count: known.count + 1 });
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count);
  return text(
    most.map(({ word, count }) => `${word.zh} ${count}`).join(' · '),
    most.map(({ word, count }) => `${word.en} ${count}`).join(' · '),
  );
}

const stateWord = ({ status }: TrackerRow): Text =>
  text(labelOf('status', status, 'zh'), labelOf('status', status, 'en'));

const OPEN: readonly TrackerRow['status'][] = ['overdue', 'incomplete', 'pending'];
const isOpen = ({ status }: TrackerRow): boolean => OPEN.includes(status);

function unitsCard(subjects: readonly Of<'unit'>[], { campaign, rows }: Behind): RowCard {
  const units = [...new Set(subjects.map(({ unit }) => unit))];
  const titleOf = new Map(campaign.requirements.map(({ requirementId, title }) => [requirementId, title]));
  const owed = rows.filter(({ status }) => status !== 'exempt');
  const told = subjects.map(({ unit, item }) => {
    const own = owed.filter(
      ({ unitId, requirementId }) => unitId === unit.unitId && (item === '' || requirementId === item),
    );
    return { unit, own, owes: own.some(isOpen) };
  });
  const owing = units.filter((unit) => unit.active && told.some((one) => one.unit === unit && one.owes));
  return {
    kind: 'several',
    title: text(`选中 ${units.length} 家单位`, `${units.length} units selected`),
    subtitle: counted(told.flatMap(({ own }) => own.map(stateWord))),
    lines: some(
      // Of more rows than are told, those that owe are what somebody looks for.
      [...told.filter(({ owes }) => owes), ...told.filter(({ owes }) => !owes)].map(({ unit, own }): CardLine => {
        const [row, ...others] = own;
        const label = same(unit.name);
        if (!row) return { label, value: text('不用报送', 'nothing to submit') };
        if (others.length > 0) return { label, value: counted([row, ...others].map(stateWord)) };
        const [item, state] = [titleOf.get(row.requirementId) ?? row.requirementId, stateLine(row)];
        return {
          label,
          value: text(`${item} · ${state.zh}`, `${item} · ${state.en}`),
          status: row.status,
          show: { table: 'Tracker', row: { unitId: row.unitId, requirementId: row.requirementId }, column: 'status' },
        };
      }),
    ),
    history: [],
    acts:
      owing.length === 0
        ? []
        : [
            {
              job: 'remind',
              label: text(`催报 ${owing.length} 家`, `Remind ${owing.length}`),
              values: { units: owing.map(({ name }) => name).join('、') },
            },
          ],
  };
}

function receiptsCard(receipts: readonly Receipt[], { campaign }: Behind): RowCard {
  const titleOf = new Map(campaign.requirements.map(({ requirementId, title }) => [requirementId, title]));
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const word = ({ review }: Receipt): Text => text(labelOf('review', review, 'zh'), labelOf('review', review, 'en'));
  const waiting = receipts.filter(({ review }) => review === 'pending');
  const numbered = waiting.filter(isNumbered);
  const values = reviewValues(numbered, campaign.units);
  const count = numbered.length;
  const without = waiting.length - count;
  const standing = counted(receipts.map(word));
  return {
    kind: 'several',
    title: text(`选中 ${receipts.length} 件收件`, `${receipts.length} receipts selected`),
    subtitle:
      without === 0
        ? standing
        : text(
            `${standing.zh} · ${without} 件没有编号，请单独审核`,
            `${standing.en} · ${without} without a number, to be reviewed on their own`,
          ),
    lines: some(
      receipts.map((receipt): CardLine => {
        const item = receipt.title || (titleOf.get(receipt.requirementId) ?? '');
        const state = word(receipt);
        return {
          label: same(nameOf.get(receipt.unitId) ?? receipt.receiptId),
          value: text([item, state.zh].filter(Boolean).join(' · '), [item, state.en].filter(Boolean).join(' · ')),
          ...(isNumbered(receipt) && {
            show: { table: 'Receipts', row: { receiptId: receipt.receiptId }, column: 'review' },
          }),
        };
      }),
    ),
    history: [],
    acts:
      count === 0
        ? []
        : [
            { job: 'review', label: text(`通过 ${count} 件`, `Accept ${count}`), values: { ...values, to: ACCEPTED } },
            {
              job: 'review',
              label: text(`退回 ${count} 件`, `Send back ${count}`),
              values: { ...values, to: RETURNED },
            },
          ],
  };
}

function storiesCard(stories: readonly Of<'entry'>[], behind: Behind): RowCard {
  const standingOf = storyStandings(behind);
  return {
    kind: 'several',
    title: text(`选中 ${stories.length} 篇`, `${stories.length} stories selected`),
    subtitle: text('选中一行，可看它的得分和缘由。', 'Select one row to see its score and why.'),
    lines: some(
      stories.map((story): CardLine => {
        const { blindNo, title } = story.entry;
        return {
          label: text(`${blindNo}号 ${title}`, `no. ${blindNo} ${title}`),
          value: storyLines(standingOf(story.entry)).at(-1)?.value ?? same(''),
        };
      }),
    ),
    history: [],
    acts: [],
  };
}

const keyOf = (subject: RowSubject): string => {
  if (subject.kind === 'unit') return `unit ${subject.unit.unitId} ${subject.item}`;
  if (subject.kind === 'entry') return `entry ${subject.entry.entryId}`;
  const { receiptId, unitId, requirementId, receivedAt } = subject.receipt;
  return `receipt ${receiptId} ${unitId} ${requirementId} ${receivedAt}`;
};

/**
 * Null: nothing of the campaign is selected. Rows about one and the same unit, receipt or story have the card of one row.
 * Example: five rows of 收件登记, of which three are under review → “选中 5 件收件”, with “通过 3 件” and “退回 3 件”.
 */
export function selectionCard(selected: SelectedRow, behind: Behind): RowCard | null {
  const [cells, others] = [selected.cells, selected.others ?? []];
  const found = [cells, ...others].flatMap((row) => rowSubject(selected, row, behind) ?? []);
  const subjects = [...new Map(found.map((subject) => [keyOf(subject), subject])).values()];
  const [first] = subjects;
  if (!first) return null;
  const units = subjects.filter((subject) => subject.kind === 'unit');
  const receipts = subjects.filter((subject) => subject.kind === 'receipt');
  const stories = subjects.filter((subject) => subject.kind === 'entry');
  if (subjects.length === 1 || (units.length > 0 && new Set(units.map(({ unit }) => unit)).size === 1))
    return cardOf(first, behind);
  if (units.length > 0) return unitsCard(units, behind);
  if (receipts.length > 0)
    return receiptsCard(
      receipts.map(({ receipt }) => receipt),
      behind,
    );
  return storiesCard(stories, behind);
}
