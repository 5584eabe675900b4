// What the search field finds: jobs, units, items, receipts, stories and settings, by characters, pinyin or initials; units by whom to call, too. Draws nothing, opens nothing.
import type { KeyTarget } from '../workbook/contract/pointing';
import type { CampaignState } from '../app/care/campaignState';
import { numberedReceipts } from '../app/care/numberedReceipts';
import { text, type Language, type Text } from '../core/ground/text';
import { GAP, namesLike, type Fit } from './pinyinMatch';
import type { PaneStep } from './steps';

export type FoundKind = 'step' | 'unit' | 'item' | 'receipt' | 'story' | 'setting';

/** A job to be opened, or cells to be shown. */
export interface Found {
  readonly key: string;
  readonly kind: FoundKind;
  readonly title: Text;
  readonly detail: Text;
  readonly step?: string;
  readonly show?: KeyTarget;
}

interface Findable extends Found {
  readonly name: string;
  readonly spellings: readonly string[];
}

const same = (word: string): Text => text(word, word);

function steps(all: readonly PaneStep[], language: Language): Findable[] {
  return all.map(({ id, title, summary }) => ({
    key: `step:${id}`,
    kind: 'step',
    title,
    detail: summary,
    step: id,
    name: title[language],
    spellings: [id, title.zh, title.en],
  }));
}

/** Everything of the workbook that has a name, and what has a number only where one is asked for. Linear in its rows. */
function things(state: CampaignState | undefined, numbered: boolean): Findable[] {
  if (state?.kind !== 'campaign') return [];
  const { campaign } = state.behind;
  return [
    ...campaign.units
      .filter(({ name }) => name !== '')
      .map(({ unitId, name, shortName, aliases, contact, phone }): Findable => ({
        key: `unit:${unitId}`,
        kind: 'unit',
        title: same(name),
        detail: same([unitId, shortName, contact, phone].filter(Boolean).join(' · ')),
        show: { table: 'Units', row: { unitId } },
        name,
        spellings: [unitId, shortName, ...aliases, contact, phone].filter(Boolean),
      })),
    ...campaign.requirements.map(({ requirementId, title }): Findable => ({
      key: `item:${requirementId}`,
      kind: 'item',
      title: same(title),
      detail: same(requirementId),
      show: { table: 'Tracker', filter: [{ column: 'requirementId', values: [requirementId] }] },
      name: title,
      spellings: [requirementId],
    })),
    ...(numbered ? numberedReceipts(state.behind) : []).map(({ receiptId, unit, title }): Findable => ({
      key: `receipt:${receiptId}`,
      kind: 'receipt',
      title: same(receiptId),
      detail: same([unit, title].filter(Boolean).join(' · ')),
      show: { table: 'Receipts', row: { receiptId } },
      // After whatever has a name: there are hundreds of them.
      name: '',
      spellings: [receiptId],
    })),
    ...campaign.entries.map(({ entryId, blindNo, title }): Findable => ({
      key: `story:${entryId}`,
      kind: 'story',
      title: same(title),
      detail: text(`${blindNo}号`, `no. ${blindNo}`),
      show: { table: 'Entries', row: { entryId } },
      name: title,
      spellings: [blindNo, `${blindNo}号`, entryId],
    })),
  ];
}

function settings(state: CampaignState | undefined): Findable[] {
  if (state?.kind !== 'campaign') return [];
  const table = state.behind.snapshot.tables['Settings'];
  const name = table?.headers.findIndex((header) => header === '名称' || header === 'Setting') ?? -1;
  const key = table?.headers.findIndex((header) => header === '键' || header === 'Key') ?? -1;
  if (!table || name < 0 || key < 0) return [];
  return table.values.flatMap((row): Findable[] => {
    const [word, id] = [String(row[name] ?? ''), String(row[key] ?? '')];
    if (word === '' || id === '') return [];
    return [
      {
        key: `setting:${id}`,
        kind: 'setting',
        title: same(word),
        detail: text('设置', 'Setting'),
        show: { table: 'Settings', row: { key: id }, column: 'value' },
        name: word,
        spellings: [id],
      },
    ];
  });
}

/** Among so many names letters that lie apart fit nearly everything: they have to stand together. */
function withoutGaps(pinyin: Fit | null): Fit | null {
  return (
    pinyin &&
    ((typed, name) => {
      const fits = pinyin(typed, name);
      return fits !== null && fits < GAP ? fits : null;
    })
  );
}

/** Jobs whose line says the word, in two letters or more: a person may know what a job is about and not its name. */
function saying(typed: string, all: readonly PaneStep[], language: Language): Findable[] {
  const word = typed.trim().toLowerCase();
  return word.length < 2
    ? []
    : steps(all, language).filter(({ detail }) => detail[language].toLowerCase().includes(word));
}

/** At most `limit`, the best first; jobs before things that fit as well. Nothing typed finds nothing. */
export function findAnything(
  typed: string,
  {
    all,
    state,
    language,
    pinyin,
    limit = 8,
  }: {
    readonly all: readonly PaneStep[];
    readonly state: CampaignState | undefined;
    readonly language: Language;
    readonly pinyin: Fit | null;
    readonly limit?: number;
  },
): readonly Found[] {
  if (typed.trim() === '') return [];
  const named = [...steps(all, language), ...things(state, /\d/.test(typed.normalize('NFKC'))), ...settings(state)];
  const found = namesLike(named, typed, withoutGaps(pinyin));
  return [...found, ...saying(typed, all, language).filter(({ key }) => !found.some((each) => each.key === key))].slice(
    0,
    limit,
  );
}
