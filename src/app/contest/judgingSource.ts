// What the sheets about judging are made from: scores, works, judges and rules, so that a change of any shows. Writes nothing.
import { revotesOnRecord } from '../../core/contest/revote';
import { entryIdOf } from '../../core/contest/typedScores';
import type { Campaign } from '../../workbook/campaign';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { rulesContent } from './judgingRules';

/** Scores and recusals as typed, in whatever order the rows stand. */
export function scoreLines({ scores }: Campaign): string[] {
  return scores.sheets
    .flatMap((sheet) =>
      sheet.rows.map((cells, row) =>
        [
          sheet.judgeId,
          entryIdOf(sheet, row),
          sheet.recused.has(row),
          ...sheet.places.map((place) => cells[place]),
        ].join('|'),
      ),
    )
    .sort();
}

/** Sheets that jobs of the contest make. */
export type JudgingSheet = 'Progress' | 'Detail' | 'Robustness' | 'Standings';

/** The progress of judging does not read what was decided; the standings are brought up to date by whatever decides. */
export function judgingSource(sheet: JudgingSheet, campaign: Campaign): string {
  const { entries, judges, settings, rulings, judgesWithSheet } = campaign;
  const rows = [
    ...entries.map(({ entryId, blindNo, unitId, title, eligible }) => [entryId, blindNo, unitId, title, eligible]),
    ...judges.map(({ judgeId, name, unitId, active }) => [
      judgeId,
      name,
      unitId,
      active,
      judgesWithSheet.includes(judgeId),
    ]),
  ];
  return fingerprint([
    scoreLines(campaign),
    rows.map((row) => JSON.stringify(row)).sort(),
    rulesContent(campaign, settings.language),
    sheet === 'Progress' || sheet === 'Standings' ? [] : revotesOnRecord(rulings),
  ]);
}
