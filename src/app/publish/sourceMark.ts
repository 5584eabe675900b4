// What a made sheet was made from, as a mark among the workbook's names; a sheet whose source has changed since is named as stale. Knows no layout.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { quoted } from '../../workbook/contract/formulaWords';
import type { PlanStep } from '../../workbook/contract/plan';
import { MADE_SHEETS, madeSheetCalled, type MadeSheetName } from '../../workbook/sheets/madeSheets';
import { watched, type Watched } from '../../workbook/sheets/madeFrom';
import type { Situation } from '../run/runJob';
import { publicWinners } from './winners';

/** Papers of the winners go stale when the list, a winner's words or the office's own words change; never by time alone. */
const OF_WINNERS: readonly MadeSheetName[] = ['Notice', 'Awards', 'Certificates', 'Agenda', 'PrizeReceipt'];
/** Reports go stale when an arrival, its review, an exception, an item or the roster changes; that time passes makes them old, not wrong. */
const OF_REPORTS: readonly MadeSheetName[] = ['Briefing', 'Accountability'];

function winnersSource({ campaign }: Pick<Situation, 'campaign'>): string {
  const { settings } = campaign;
  const tellers = new Map(campaign.entries.map(({ entryId, storyteller }) => [entryId, storyteller]));
  const winners = (publicWinners(campaign) ?? []).map((winner) => [winner, tellers.get(winner.entryId) ?? '']);
  return fingerprint([winners, settings.campaign, settings.organiser, settings.words]);
}

function reportsSource({ campaign }: Pick<Situation, 'campaign'>): string {
  const byId = (one: string, other: string): number => (one < other ? -1 : 1);
  const { receipts, exceptions, requirements, units }: Campaign = campaign;
  return fingerprint([
    [receipts, exceptions, units].map((rows) => rows.map((row) => JSON.stringify(row)).sort(byId)),
    requirements,
  ]);
}

function sourceOf(sheet: MadeSheetName, situation: Pick<Situation, 'campaign'>): string | null {
  if (OF_WINNERS.includes(sheet)) return winnersSource(situation);
  return OF_REPORTS.includes(sheet) ? reportsSource(situation) : null;
}

const markName = (sheet: MadeSheetName): string => `MadeFrom_${sheet}`;

/** The steps that make the sheet, with a mark of its source and a live cell that says when the source has changed. */
export function fromSource(sheet: Watched, situation: Situation, steps: readonly PlanStep[]): PlanStep[] {
  const { campaign, snapshot, now, language } = situation;
  const source = sourceOf(sheet, situation) ?? '';
  const winners = (publicWinners(campaign) ?? []).map(({ entryId }) => entryId);
  const name = MADE_SHEETS[sheet].sheet[language];
  return [
    ...watched(sheet, steps, { snapshot, winners, id: fingerprint([now, source]), name, language }),
    { kind: 'names', names: { [markName(sheet)]: `=${quoted(source)}` } },
  ];
}

/** Made sheets that stand in the workbook and no longer say what it says. Sheets of before the mark are passed over. */
export function staleSheets(situation: Pick<Situation, 'campaign' | 'snapshot'>): Problem[] {
  const { names, sheets } = situation.snapshot;
  const standing = new Map(
    sheets.flatMap(({ name }) => {
      const kind = madeSheetCalled(name);
      const own = kind && Object.values(MADE_SHEETS[kind].sheet).includes(name);
      return kind && own ? [[kind, name] as const] : [];
    }),
  );
  return [...standing].flatMap(([kind, name]): Problem[] => {
    const mark = names[markName(kind)];
    const source = sourceOf(kind, situation);
    if (mark === undefined || source === null || mark === `=${quoted(source)}`) return [];
    return [
      {
        code: 'made-sheet-stale',
        sheet: name,
        found: name,
        expected: text('与现在的数据一致', 'what the workbook says now'),
        message: text(
          `“${name}”生成之后数据已变，请重新生成。`,
          `The data changed after “${name}” was made: make it again.`,
        ),
      },
    ];
  });
}
