// What a made sheet was made from, as a mark among the workbook's names; a sheet whose source has changed since is named as stale. Knows no layout.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { quoted } from '../../workbook/contract/formulaWords';
import type { PlanStep } from '../../workbook/contract/plan';
import { shownNow } from '../../workbook/sheets/madeFrom';
import { isOwnWatched, MADE_SHEETS, type MadeSheetName, type OwnWatched } from '../../workbook/sheets/madeSheets';
import { templateBefore } from '../../workbook/tables/certificateTemplate/readCertificateTemplate';
import { JUDGING, OF_WINNERS, WATCHED, type Watched } from '../../workbook/sheets/madeFromSources';
import type { Situation } from '../run/runJob';
import { judgingSource, scoreLines, type JudgingSheet } from '../contest/judgingSource';
import { ownSheets } from '../run/definedJobs';
import { markName, withSourceMark } from '../run/markSource';
import { madeSheetCalled, madeSheetNamed } from '../run/sheetsMade';
import { allRemarks } from './allRemarks';
import { publicWinners } from './winners';

/** True where it says when its source has changed. */
const isWatched = (sheet: string): sheet is Watched => (WATCHED as readonly string[]).includes(sheet);

/** Null: its page says nowhere what it rests on. */
function watchedCalled(kind: string | null): Watched | OwnWatched | null {
  if (kind === null || isWatched(kind)) return kind;
  return (
    ownSheets()
      .filter(isOwnWatched)
      .find(({ key }) => key === kind) ?? null
  );
}

const isJudging = (sheet: Watched): sheet is JudgingSheet => JUDGING.includes(sheet);

/** Papers of the winners go stale when the list, a winner's words or the office's own words change; never by time alone. */
function winnersSource({ campaign }: Pick<Situation, 'campaign'>, more: readonly unknown[] = []): string {
  const { settings } = campaign;
  const tellers = new Map(campaign.entries.map(({ entryId, storyteller }) => [entryId, storyteller]));
  const winners = (publicWinners(campaign) ?? []).map((winner) => [winner, tellers.get(winner.entryId) ?? '']);
  return fingerprint([winners, settings.campaign, settings.organiser, settings.words, ...more]);
}

/** By campaign: several sheets ask for it in one job, and it reads every receipt. */
const reportsSources = new WeakMap<Campaign, string>();

/** Reports go stale when an arrival, its review, an exception, an item or the roster changes; that time passes makes them old, not wrong. */
function reportsSource({ campaign }: Pick<Situation, 'campaign'>): string {
  const known = reportsSources.get(campaign);
  if (known !== undefined) return known;
  const byId = (one: string, other: string): number => (one < other ? -1 : 1);
  const { receipts, exceptions, requirements, units } = campaign;
  const source = fingerprint([
    [receipts, exceptions, units].map((rows) => rows.map((row) => JSON.stringify(row)).sort(byId)),
    requirements,
  ]);
  reportsSources.set(campaign, source);
  return source;
}

/** What only certificates say; nothing while the template says what the settings of earlier workbooks do. */
function certificateSource({ campaign: { settings } }: Pick<Situation, 'campaign'>): unknown[] {
  const plain = templateBefore(settings.words, settings.language);
  const same = JSON.stringify(plain) === JSON.stringify({ ...plain, ...settings.certificate });
  return same ? [] : [settings.certificate];
}

/** The rows and columns of a matrix; its cells follow by themselves. */
function matrixSource({ campaign: { units, requirements } }: Pick<Situation, 'campaign'>): string {
  return fingerprint([
    units.map(({ unitId, name, category, active }) => [unitId, name, category, active]),
    requirements.map(({ requirementId, title, due, categories, unitIds }) => [
      requirementId,
      title,
      due,
      categories,
      unitIds,
    ]),
  ]);
}

/** What judges wrote, to whom it goes, and who they are. */
function remarksSource(situation: Pick<Situation, 'campaign' | 'snapshot'>): string {
  const { entries, judges, units } = situation.campaign;
  return fingerprint([
    allRemarks(situation)
      .map((remark) => JSON.stringify(remark))
      .sort(),
    entries.map(({ entryId, blindNo, unitId, title }) => [entryId, blindNo, unitId, title]),
    judges.map(({ judgeId, name, active }) => [judgeId, name, active]),
    units.map(({ unitId, name }) => [unitId, name]),
  ]);
}

function sourceOf(sheet: Watched | OwnWatched, situation: Pick<Situation, 'campaign' | 'snapshot'>): string {
  if (typeof sheet === 'object') return shownNow(sheet, situation.snapshot, situation.campaign.spec);
  if (sheet === 'Matrix') return matrixSource(situation);
  if (sheet === 'Remarks') return remarksSource(situation);
  if (isJudging(sheet)) return judgingSource(sheet, situation.campaign);
  if (OF_WINNERS.includes(sheet))
    return winnersSource(situation, sheet === 'Certificates' ? certificateSource(situation) : []);
  const reports = reportsSource(situation);
  return sheet === 'Summary' ? fingerprint([reports, fingerprint(scoreLines(situation.campaign))]) : reports;
}

/** The steps that make the sheet, with a mark of its source and a live cell that says when the source has changed. */
export function fromSource(
  sheet: MadeSheetName & Watched,
  situation: Situation,
  steps: readonly PlanStep[],
): PlanStep[] {
  const winners = (publicWinners(situation.campaign) ?? []).map(({ entryId }) => entryId);
  const source = sourceOf(sheet, situation);
  return withSourceMark(sheet, situation, steps, { called: MADE_SHEETS[sheet].sheet, source, winners });
}

/** A made sheet whose source has changed since. */
export interface StaleSheet {
  /** The name in plans and reports. */
  readonly kind: string;
  /** As the workbook calls it. */
  readonly name: string;
}

/** Made sheets that stand in the workbook and no longer say what it says. Sheets of before the mark are passed over. */
export function staleSheets(situation: Pick<Situation, 'campaign' | 'snapshot'>): StaleSheet[] {
  const { names, sheets } = situation.snapshot;
  const standing = new Map(
    sheets.flatMap(({ name }) => {
      const kind = madeSheetCalled(name);
      const sheet = watchedCalled(kind);
      // A copy that was kept is named apart, and says of itself that it is old.
      const itself = kind !== null && Object.values(madeSheetNamed(kind)?.sheet ?? {}).includes(name);
      return sheet !== null && itself ? [[kind, { sheet, name }] as const] : [];
    }),
  );
  return [...standing].flatMap(([kind, { sheet, name }]): StaleSheet[] => {
    const mark = names[markName(sheet)];
    return mark === undefined || mark === `=${quoted(sourceOf(sheet, situation))}` ? [] : [{ kind, name }];
  });
}

/** Each of them as a problem. */
export function staleProblems(situation: Pick<Situation, 'campaign' | 'snapshot'>): Problem[] {
  return staleSheets(situation).map(({ name }): Problem => ({
    code: 'made-sheet-stale',
    sheet: name,
    found: name,
    expected: text('与现在的数据一致', 'what the workbook says now'),
    message: text(
      `“${name}”生成之后数据已变，请重新生成。`,
      `The data changed after “${name}” was made: make it again.`,
    ),
  }));
}
