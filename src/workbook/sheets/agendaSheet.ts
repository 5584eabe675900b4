// 颁奖会议程: the programme with its times, and the winners under the item that awards them. Times nothing, decides nothing.
import { entryHeader, ownTitle, personHeader } from '../../core/campaign/ownWords';
import type { ContestWords } from '../../core/campaign/settings';
import { personShown, type PublicWinner } from '../../core/awards/publicWinner';
import { clock, type TimedItem } from '../../core/awards/timetable';
import { text, type Language, type Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { formatDay } from '../../core/time/formatDay';
import { columnPoints, linesOf } from '../contract/pageLines';
import { charactersFor } from '../contract/wordWidth';
import { agendaGrid, type AgendaCell, type AgendaGrid } from './agendaGrid';
import { OFFICIAL, type ListCell, type ListPage } from './listPage';
import { MADE_SHEETS } from './madeSheets';

/** What stands on 颁奖会议程; `day` null: left to be filled in. */
export interface AgendaPage {
  /** The campaign's own. */
  readonly words: ContestWords;
  readonly campaign: string;
  readonly theme: string;
  readonly organiser: string;
  /** '' is left blank to write in. */
  readonly place: string;
  readonly items: readonly TimedItem[];
  readonly day: WallTime | null;
  /** Null: nothing is decided yet. */
  readonly winners: readonly PublicWinner[] | null;
  /** Why the list is not final. */
  readonly pending: Text | null;
}

/** “9:00–9:10”, or the length where no time is known. */
export function programmeTime({ begins, ends, minutes }: TimedItem, language: Language): string {
  if (begins !== null) return ends === null ? clock(begins) : `${clock(begins)}–${clock(ends)}`;
  if (minutes === null) return '';
  return text(`${minutes}分钟`, `${minutes} min`)[language];
}

const hasTiers = ({ winners }: AgendaPage): boolean => new Set(winners?.map(({ tier }) => tier)).size > 1;

const NOTE = text('备注', 'Note');

/** Columns of both tables, where nothing needs more room: a tier stands under the first, or under the first two where its words would break. */
const GRIDS = {
  plain: [7, 18, 20, 18, 17],
  tiers: [10, 17, 18, 18, 17],
  fourSigns: [12, 16, 18, 18, 16],
  longTiers: [7, 17, 19, 20, 17],
} as const satisfies Readonly<Record<string, AgendaGrid>>;

/** The cells of both tables whose words may need more than a line. */
function cellsOf({ items, winners }: AgendaPage, language: Language, first: number): AgendaCell[][] {
  return [
    ...items.map(({ item, who, note }): AgendaCell[] => [
      { words: item, from: 2, span: 1, left: true, bold: true },
      { words: who, from: 3, span: 1 },
      { words: note, from: 4, span: 1, left: true },
    ]),
    ...(winners ?? []).map((winner): AgendaCell[] => [
      { words: winner.title, from: first, span: 3 - first, left: true },
      { words: winner.unit, from: 3, span: 1 },
      { words: personShown(winner, language), from: 4, span: 1 },
    ]),
  ];
}

function gridOf(page: AgendaPage): keyof typeof GRIDS {
  if (!hasTiers(page)) return 'plain';
  const tiers = page.winners?.map(({ tier }) => tier) ?? [];
  const { size } = OFFICIAL.table;
  if (tiers.some((tier) => charactersFor(tier, size) > GRIDS.tiers[0])) return 'longTiers';
  const linesIn = (kind: keyof typeof GRIDS): number =>
    Math.max(1, ...tiers.map((tier) => linesOf(tier, columnPoints(GRIDS[kind][0]), size)));
  // Where neither holds them in a line a wider column is no help.
  return linesIn('fourSigns') < linesIn('tiers') ? 'fourSigns' : 'tiers';
}

/** Columns that the tier, or the number, takes. */
const firstOf = (grid: keyof typeof GRIDS): number => (grid === 'longTiers' ? 2 : 1);

function winnersSection(page: AgendaPage, language: Language): ListPage['sections'] {
  const say = (words: Text): string => words[language];
  const { winners, words } = page;
  const grid = gridOf(page);
  const tiered = grid !== 'plain';
  const first = firstOf(grid);
  const heading = say(text('颁奖名单', 'Winners'));
  if (!winners)
    return [
      {
        heading,
        lines: [
          say(
            text('尚未评定，评定后重新生成议程。', 'Nothing is decided yet: make the agenda again after the decision.'),
          ),
        ],
      },
    ];
  return [
    {
      heading: say(text(`颁奖名单（${winners.length}个）`, `Winners (${winners.length})`)),
      columns: [
        { header: say(tiered ? text('奖项', 'Tier') : text('序号', 'No.')), span: first },
        { header: entryHeader({ words }, language), span: 3 - first, left: true },
        { header: say(text('报送单位', 'Unit')) },
        { header: personHeader({ words }, language) },
      ],
      rows: winners.map((winner, index): ListCell[] => [
        { value: tiered ? winner.tier : index + 1 },
        { value: winner.title },
        { value: winner.unit },
        { value: personShown(winner, language) },
      ]),
    },
  ];
}

/** The page without its stamp. */
export function agendaSheet(page: AgendaPage, language: Language): Omit<ListPage, 'stamp'> {
  const { campaign, theme, organiser, place, items, day, pending } = page;
  const say = (words: Text): string => words[language];
  const blank = '＿＿＿＿＿＿＿＿＿＿';
  const begins = items.find((each) => each.begins !== null)?.begins;
  const date = day === null ? blank : formatDay(day, language);
  const lists = items.some((item) => item.winners);
  const kind = lists ? gridOf(page) : 'plain';
  return {
    name: say(MADE_SHEETS.Agenda.sheet),
    title: ownTitle(page.words.agendaTitle, text('颁奖会议程', 'Agenda of the ceremony'), language),
    footer: '',
    // The step: times move with the steps before.
    rowKey: [2],
    landscape: false,
    official: true,
    subtitle: [campaign, ...(theme ? [theme] : []), ...(pending ? [`（${say(pending).replace(/[。.]$/, '')}）`] : [])],
    grid: agendaGrid(GRIDS[kind], cellsOf(lists ? page : { ...page, winners: null }, language, firstOf(kind)), {
      narrowTime: kind !== 'longTiers',
      lastHeads: [say(NOTE), personHeader(page, language)],
    }),
    sections: [
      {
        lines: [
          say(
            text(
              `时间：${date}${begins === undefined || begins === null ? '' : `　${clock(begins)}`}`,
              `When: ${date}${begins === undefined || begins === null ? '' : `, ${clock(begins)}`}`,
            ),
          ),
          say(text(`地点：${place || blank}`, `Where: ${place || blank}`)),
          say(text(`主办：${organiser}`, `Held by: ${organiser}`)),
        ],
      },
      {
        heading: say(text('会议程序', 'Programme')),
        columns: [
          { header: say(text('序号', 'No.')) },
          { header: say(text('时间', 'Time')) },
          { header: say(text('环节', 'Item')), left: true },
          { header: say(text('主讲、出场', 'Who')) },
          { header: say(NOTE), left: true },
        ],
        rows: items.map((item, index): ListCell[] => [
          { value: index + 1 },
          { value: programmeTime(item, language) },
          { value: item.item, bold: true },
          { value: item.who },
          { value: item.note },
        ]),
      },
      ...(lists ? winnersSection(page, language) : []),
    ],
    closing: [],
  };
}
