// Looks at every made sheet as it stands now, also at what people typed into it, and says which may leave the office (A-3). Changes no cell.
import type { Syllables } from '../../core/awards/pinyinName';
import { text } from '../../core/ground/text';
import { PALETTE } from '../../workbook/contract/palette';
import type { PlanStep } from '../../workbook/contract/plan';
import type { Decide, Decision, Situation } from '../run/runJob';
import { loadSyllables } from './loadSyllables';
import { madeSheetNamed } from '../run/sheetsMade';
import { staleProblems, staleSheets } from './sourceMark';
import type { PublishCheckResults, SheetVerdict } from './publishCheckJob';
import { copiesNamed } from './pageCopies';
import { sheetFindings } from './sheetFindings';
import { typedOnSheets } from './typedOnSheets';

/** Its tab is of this colour as long as it must not leave the office; the absence of it promises nothing. */
const UNFIT_TAB = '#C00000';

/** Red where a sheet must not leave, and no longer red where it may again. */
function tabSteps(verdicts: readonly SheetVerdict[], { snapshot }: Situation): PlanStep[] {
  const colourOf = new Map(snapshot.sheets.map(({ name, tabColor }) => [name, tabColor ?? '']));
  return verdicts.flatMap(({ sheet, kind, fit }): PlanStep[] => {
    const red = colourOf.get(sheet)?.toUpperCase() === UNFIT_TAB;
    if (kind === '' || fit === !red) return [];
    return [{ kind: 'tabColor', sheet, color: fit ? PALETTE.accent : UNFIT_TAB }];
  });
}

/** What no cell, margin or name has: Excel of the least version that is asked for gives no comments to read, and pictures have no words. */
const UNSEEN = text(
  '批注、备注、文本框和图片里的字不在核对之内，请自己看一遍。',
  'Comments, notes, text boxes and pictures are not looked at: look at them yourself.',
);

/** Whether it is the page itself, and no copy of it: what a job kept, or somebody made, is of before. */
function isItself({ sheet, kind }: SheetVerdict): boolean {
  return Object.values(madeSheetNamed(kind)?.sheet ?? {}).includes(sheet);
}

/** Job 'publish-check'; `syllablesOf`: how names read, where the dictionary could be loaded. Findings are problems; the tabs of sheets that must not leave turn red. */
export function decidePublishCheck(situation: Situation, syllablesOf?: Syllables): Decision<PublishCheckResults> {
  const { verdicts, problems, doubts } = sheetFindings(situation, syllablesOf);
  const unfit = verdicts.filter(({ fit }) => !fit);
  const names = (of: readonly SheetVerdict[], by = '、'): string => of.map(({ sheet }) => `“${sheet}”`).join(by);
  const pages = verdicts.filter(({ kind }) => kind !== '');
  const stale = staleSheets(situation).map(({ name }) => name);
  const isOld = ({ sheet }: SheetVerdict): boolean => stale.includes(sheet);
  const fitPages = pages.filter((page) => page.fit && page.reach === 'public' && isItself(page) && !isOld(page));
  const old = pages.filter(isOld);
  const message =
    pages.length === 0
      ? text('还没有生成的表可以核对。', 'No sheet has been made yet that could be checked.')
      : unfit.length === 0
        ? text(
            `看过 ${verdicts.length} 张表。可公开：${names(fitPages) || '无'}；${old.length > 0 ? `须先重新生成：${names(old)}；` : ''}其余限内部传阅。改动后请再核对。${UNSEEN.zh}`,
            `${verdicts.length} sheets looked at. Fit to publish: ${names(fitPages, ', ') || 'none'}; ${old.length > 0 ? `to be made again first: ${names(old, ', ')}; ` : ''}the others are for circulation only. Check again after changes. ${UNSEEN.en}`,
          )
        : text(
            `不可公开：${names(unfit)}，共 ${problems.length} 处，逐格见下。${UNSEEN.zh}`,
            `Not fit to leave the office: ${names(unfit, ', ')}, ${problems.length} ${problems.length === 1 ? 'cell' : 'cells'}, named below. ${UNSEEN.en}`,
          );
  return {
    steps: tabSteps(verdicts, situation),
    changed: {},
    problems,
    notices: [...doubts, ...copiesNamed(situation.snapshot), ...staleProblems(situation), ...typedOnSheets(situation)],
    results: { sheets: verdicts, unfit: unfit.length },
    message,
  };
}

/** The same with names in pinyin, once the dictionary is there. */
export async function loadPublishCheck(): Promise<Decide<unknown, PublishCheckResults>> {
  const syllablesOf = await loadSyllables();
  return (situation) => decidePublishCheck(situation, syllablesOf);
}
