// The sheet 评语: what judges wrote, by unit and entry, for the units (S-7). What must not leave the office stops it (A-3).
import type { Judge } from '../../core/contest/contest';
import { judgeNamedIn, toldRemarks, type Remark, type RemarksOfStory } from '../../core/awards/remarks';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Unit } from '../../core/roster/unit';
import { remarksSheet, type RemarksPage } from '../../workbook/sheets/remarksSheet';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { allRemarks } from './allRemarks';
import { guardedCells } from './publicPage';
import { unitCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { guardedPage } from './guardedPage';
import { noTabs } from '../contest/noScores';
import type { PrintRemarksInput } from './printRemarksJob';

export interface PrintRemarksResults {
  readonly units: readonly { readonly unitId: string; readonly unit: string; readonly remarks: number }[];
  readonly remarks: number;
  /** Of recused and former judges, of no known entry: not printed. */
  readonly heldBack: number;
}

/** By unit in the order of the roster; entries of no known unit come last. */
function byUnit(
  stories: readonly RemarksOfStory[],
  units: readonly Unit[],
): { unitId: string; unit: string; stories: readonly RemarksOfStory[] }[] {
  const of = new Map<string, RemarksOfStory[]>(units.map(({ unitId }) => [unitId, []]));
  const nobody: RemarksOfStory[] = [];
  for (const story of stories) (of.get(story.entry.unitId) ?? nobody).push(story);
  return [
    ...units.map(({ unitId, name }) => ({ unitId, unit: name, stories: of.get(unitId) ?? [] })),
    { unitId: '', unit: '', stories: nobody },
  ].filter((each) => each.stories.length > 0);
}

/** Where a remark stands on its judge's sheet. */
function placeOf({ judgeId, entryId, remark }: Remark): Pick<Problem, 'table' | 'row' | 'column' | 'found'> {
  return { table: scoreTableName(judgeId), row: entryId, column: 'remark', found: remark };
}

/** The guard's finds, on the judge's sheet where they can be mended. */
function exposed(remark: Remark, who: string, { campaign }: Situation): Problem[] {
  const cell = { sheet: MADE_SHEETS.Remarks.sheet.zh, address: '', text: remark.remark };
  return guardedCells([cell], campaign).map(({ code, expected }) => ({
    ...placeOf(remark),
    code,
    expected,
    message: text(
      `${who}的评语应${expected.zh}，不能外发：请与评委商定后改写这一格。`,
      `The remark of ${who} must show ${expected.en} and cannot leave the office: agree on other words with the judge.`,
    ),
  }));
}

function namesJudge(remark: Remark, who: string, name: string): Problem {
  return {
    ...placeOf(remark),
    code: 'judge-named',
    expected: text('看不出是哪位评委的评语', 'a remark that names no judge'),
    message: text(
      `${who}的评语里写了评委“${name}”，照印了：不想让单位知道，请改写后重新生成。`,
      `The remark of ${who} names the judge “${name}” and is printed as it is: rewrite it and make the sheet anew if units should not know.`,
    ),
  };
}

function noRemarks(unit: string): Problem {
  return {
    code: 'no-remarks',
    table: 'Scores',
    expected: text('至少一条评语', 'at least one remark'),
    found: unit,
    message: text(
      `${unit}还没有可以反馈的评语：请评委写在评分表的“评语”一列，或导入评分时带上。`,
      `There is no remark ${unit === '' ? '' : `for ${unit} `}to give back yet: judges write them in the column “Remark” of their sheets, or they come with imported scores.`,
    ),
  };
}

function pageOf(
  units: ReturnType<typeof byUnit>,
  nameOf: ReadonlyMap<string, string>,
  named: boolean,
  campaign: string,
): RemarksPage {
  return {
    campaign,
    named,
    units: units.map(({ unit, stories }) => ({
      unit,
      stories: stories.map(({ entry, remarks }) => ({
        blindNo: entry.blindNo,
        title: entry.title,
        remarks: remarks.map(({ judgeId, remark }) => ({ judge: named ? (nameOf.get(judgeId) ?? '') : null, remark })),
      })),
    })),
  };
}

const namesOf = (judges: readonly Judge[]): Map<string, string> =>
  new Map(judges.map(({ judgeId, name }) => [judgeId, name || judgeId]));

/** Remarks are printed as they stand, whatever the state of the scores beside them. */
export function decidePrintRemarks(situation: Situation, input: PrintRemarksInput): Decision<PrintRemarksResults> {
  const { campaign, language } = situation;
  const wanted = (input.unit ?? '').trim();
  const only = wanted === '' ? null : unitCalled(campaign.units, wanted);
  if (only?.thing === null) return stop(only.problems);
  if (campaign.judgesWithSheet.length === 0) return stop([noTabs()]);
  const named = input.judges === 'named';
  const inQuestion = campaign.entries.filter(({ unitId }) => !only || unitId === only.thing?.unitId);
  const known = new Set(inQuestion.map(({ entryId }) => entryId));
  const remarks = allRemarks(situation).filter(({ entryId }) => !only || known.has(entryId));
  const { stories, heldBack } = toldRemarks(remarks, inQuestion, campaign.judges, named);
  if (stories.length === 0) return stop([noRemarks(only?.thing?.name ?? '')]);
  const nameOf = namesOf(campaign.judges);
  const told = stories.flatMap((story) =>
    story.remarks.map((remark) => ({
      remark,
      who: `${nameOf.get(remark.judgeId) ?? remark.judgeId}·${story.entry.blindNo}`,
    })),
  );
  const exposing = told.flatMap(({ remark, who }) => exposed(remark, who, situation));
  if (exposing.length > 0) return stop(exposing);
  const units = byUnit(stories, campaign.units);
  const page = remarksSheet(pageOf(units, nameOf, named, campaign.settings.campaign), language);
  const made = guardedPage(situation, 'Remarks', page);
  if (made.problems.length > 0) return stop(made.problems);
  const naming = told.flatMap(({ remark, who }) => {
    const name = named ? undefined : judgeNamedIn(remark.remark, campaign.judges);
    return name === undefined ? [] : [namesJudge(remark, who, name)];
  });
  const held = heldBack.length;
  return {
    steps: made.steps,
    changed: { Remarks: { added: told.length, updated: 0 } },
    notices: [...naming, ...made.notices],
    results: {
      units: units.map(({ unitId, unit, stories: own }) => ({
        unitId,
        unit,
        remarks: own.reduce((sum, story) => sum + story.remarks.length, 0),
      })),
      remarks: told.length,
      heldBack: held,
    },
    message: text(
      `“${MADE_SHEETS.Remarks.sheet.zh}”已生成：${units.length} 个单位、${stories.length} 件作品、${told.length} 条评语，${named ? '写明评委' : '未写评委姓名'}。${held > 0 ? `回避、停用的评委写的 ${held} 条没有列入。` : ''}`,
      `“${MADE_SHEETS.Remarks.sheet.en}” is made: ${units.length} units, ${stories.length} entries, ${told.length} remarks, ${named ? 'with the judges’ names' : 'naming no judge'}.${held > 0 ? ` ${held} of recused or former judges are left out.` : ''}`,
    ),
  };
}
