// Take the stories of a file into 参评作品, and onto the judges' sheets when these exist.
import type { Entry } from '../../core/contest/contest';
import { proposeStories } from '../../core/contest/proposeStories';
import { storyColumns } from '../../core/contest/storyColumns';
import type { ProposedEntry } from '../../core/contest/storyRow';
import { saysWithdrawn } from '../../core/receipts/withdrawn';
import { effective } from '../../core/requirements/effective';
import { createUnitMatcher } from '../../core/roster/unitMatcher';
import { text } from '../../core/ground/text';
import { addedLine } from '../../workbook/tables/records/actLog';
import type { Campaign } from '../../workbook/campaign';
import { appendRows, nextIds } from '../../workbook/contract/edits';
import { refreshJudgeSheet } from '../../workbook/sheets/judgeTab';
import { labelOf } from '../../workbook/contract/labels';
import { readRows } from '../../workbook/contract/rows';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import { columnOf } from '../../workbook/contract/spec';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { askedSheets, skippedWords, withRequests } from '../imports/askedRows';
import { NO_COUNTS, type ImportedRows } from '../run/rowCounts';
import { previewRows, skippedRows, type RowWrite } from '../imports/importPreview';
import { categoriesInFiles } from './categoriesInFiles';
import { beneathDecision } from './decidedGate';
import { judgesWhoScore } from './contestSituation';
import { takenIds } from '../run/numberedTables';
import type { Decision, Situation } from '../run/runJob';
import type { ImportStoriesInput } from './importStoriesJob';
import { rowsLeftOut } from '../imports/rowsLeftOut';

export interface ImportStoriesResults extends ImportedRows {
  readonly alreadyThere: number;
}

/** A required part such as 作品文件 or “photo file” asks for what is judged. */
const asksFor = (part: string, entry: string): boolean =>
  entry !== '' && part.toLowerCase().includes(entry.toLowerCase());

/** How many entries a unit owes, when exactly one requirement asks for what is judged; else nobody is limited. */
function quotaOf({ requirements, exceptions, settings }: Campaign): (unitId: string) => number | null {
  const asking = requirements.filter(({ parts }) => parts.some((part) => asksFor(part, settings.words.entry)));
  const [only] = asking;
  return (unitId) => (only && asking.length === 1 ? effective(only, { unitId }, exceptions).quota : null);
}

/** Stories of an import that was taken back are as if they had never come: the same list, or a corrected one, may be imported again. */
function standingStories(entries: readonly Entry[], table: TableSnapshot): Entry[] {
  const noted = new Map(readRows(ENTRIES, table).map((row) => [row.text('entryId'), row.text('note')]));
  return entries.filter(({ entryId, eligible }) => eligible || !saysWithdrawn(noted.get(entryId) ?? ''));
}

/** Decides which stories are taken. New ones get the next entry ids in the order of the file; nothing that is there changes. */
export function decideImportStories(situation: Situation, input: ImportStoriesInput): Decision<ImportStoriesResults> {
  const { campaign, snapshot, language } = situation;
  const table = snapshot.tables[ENTRIES.name];
  if (!table) throw new Error('Entries was checked to be there');
  const columns = storyColumns(campaign.settings.words);
  const asked = askedSheets(input, columns);
  const { entries, unchanged, settled, problems, notices, source } = proposeStories(asked.sheets, {
    matcher: createUnitMatcher(campaign.units, input.same),
    categories: campaign.settings.storyCategories,
    alsoCalled: categoriesInFiles(campaign.settings),
    existing: standingStories(campaign.entries, table),
    quotaOf: quotaOf(campaign),
    columns,
  });
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const ids = nextIds('E', 3, takenIds(ENTRIES, snapshot), entries.length);
  const added = entries.map((entry, index) => ({
    ...entry,
    entryId: ids[index] ?? '',
    unit: nameOf.get(entry.unitId) ?? '',
  }));
  const records = added.map(({ entryId, blindNo, unit, title, category, storyteller, note, unitId }) => ({
    entryId,
    blindNo,
    unit,
    title,
    category,
    storyteller,
    eligible: labelOf('yesNo', 'yes', language),
    note,
    unitId,
  }));
  const onSheets = refreshSheets(situation, [...campaign.entries, ...added]);
  const leftOut = rowsLeftOut(problems);
  const taken = records.length;
  const writes = added.map((entry) => rowWrite(entry, situation));
  const shown = previewRows({ source, writes, settled, problems, notices });
  const skipped = skippedRows(shown.rows);
  const left = skippedWords(skipped);
  const decision = withRequests(
    {
      // Stories that are there already may have been cut off before the judges' sheets had them.
      steps: [...(taken === 0 ? [] : appendRows(ENTRIES, table, records, situation.words(ENTRIES))), ...onSheets.steps],
      changed: { ...(taken > 0 && { Entries: { added: taken, updated: 0 } }), ...onSheets.changed },
      problems,
      notices,
      alsoLogged: added.map(({ entryId }) =>
        addedLine({ table: ENTRIES.name, row: entryId, state: labelOf('yesNo', 'yes', language) }, language),
      ),
      results: {
        rows: taken + unchanged.length + leftOut + skipped,
        taken,
        leftOut,
        skipped,
        alreadyThere: unchanged.length,
        counts: NO_COUNTS,
      },
      preview: {
        added: added.map(({ entryId, blindNo, title, unit }) => ({
          table: 'Entries',
          row: entryId,
          summary: `${blindNo}　${title}（${unit}）`,
        })),
        changed: [],
        unchanged: unchanged.length,
        ...shown,
      },
      stopped: taken === 0 && unchanged.length === 0 && problems.length > 0,
      message:
        taken === 0 && unchanged.length === 0
          ? text('没有可以导入的作品，请看下面的问题。', 'No entry could be taken; see the problems below.')
          : text(
              `导入 ${taken} 件作品，已有 ${unchanged.length} 个未变${leftOut > 0 ? `，${leftOut} 行有问题未导入` : ''}${left.zh}。下一步：生成评分表。`,
              `${taken} entries taken, ${unchanged.length} were there already${leftOut > 0 ? `, ${leftOut} rows left out` : ''}${left.en}. Next: make the judges' sheets.`,
            ),
    },
    asked,
    source,
    ENTRIES.name,
  );
  return beneathDecision(situation, input.decided, decision);
}

/** The register's cells that the row fills. */
function rowWrite(
  entry: ProposedEntry & { readonly entryId: string; readonly unit: string },
  { language }: Situation,
): RowWrite {
  const keys = ['blindNo', 'unit', 'title', 'category', 'storyteller', 'note'] as const;
  return {
    place: entry,
    state: 'added',
    table: ENTRIES.name,
    target: entry.entryId,
    cells: keys
      .filter((key) => entry[key] !== '')
      .map((key) => ({ column: columnOf(ENTRIES, key).header[language], before: '', after: entry[key] })),
  };
}

function refreshSheets(
  { campaign, snapshot, language }: Situation,
  entries: readonly Entry[],
): Pick<Decision<unknown>, 'steps' | 'changed'> {
  const refreshed = judgesWhoScore(campaign).flatMap((judge) => {
    const table = snapshot.tables[scoreTableName(judge.judgeId)];
    return table
      ? [
          {
            name: table.name,
            ...refreshJudgeSheet(table, judge, campaign.judges, entries, campaign.criteria, language),
          },
        ]
      : [];
  });
  return {
    steps: refreshed.flatMap(({ steps }) => steps),
    changed: Object.fromEntries(
      refreshed.filter(({ steps }) => steps.length > 0).map(({ name, added, updated }) => [name, { added, updated }]),
    ),
  };
}
