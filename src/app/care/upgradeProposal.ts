// Whether a workbook that can be read would gain by “Upgrade and repair”, for those who only look. Plans, and writes nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { headerLanguage } from '../../workbook/tables/workbookLanguage';
import type { UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import { planUpgrade } from './planUpgrade';
import { looksOf, questionsOf, resultsOf, upgradeMessage } from './upgradeReport';

/** One notice for each table whose drop-downs, colours or number formats alone are lost or in disorder: what is typed there still counts, with fewer warnings. */
function looksLost({ tables }: UpgradePlan): Problem[] {
  return tables.flatMap((table): Problem[] => {
    const all = looksOf(table);
    if (all === 0) return [];
    const { doubled, conditionals } = table.looks;
    const lost = doubled > 0 ? all - conditionals : all;
    const what =
      lost === 0
        ? text(
            `的标色规则随复制的行多出 ${doubled} 条，看上去一样`,
            `${doubled} colours, which copied rows brought, too many on`,
          )
        : text(
            `有 ${lost} 处下拉、标色或数字格式缺了或乱了`,
            `${lost} drop-downs, colours or number formats lost or in disorder on`,
          );
    return [
      {
        code: 'needs-repair',
        table: table.spec.name,
        sheet: table.sheet,
        expected: text('原有的样子', 'as it was made'),
        found: '',
        message: text(
          `“${table.sheet}”${what.zh}：点“升级与修复”理好，内容不动。`,
          `${what.en} “${table.sheet}”: “Upgrade and repair” mends them and no contents.`,
        ),
      },
    ];
  });
}

/**
 * One problem when something is missing or broken, one notice when the workbook is only older; looks that the snapshot does not hold are not
 * asked for. Example: a workbook whose name AsOf was deleted gives one problem 'needs-repair'.
 */
export function upgradeProposal(snapshot: WorkbookSnapshot): {
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
} {
  const plan = planUpgrade(snapshot);
  const questions = questionsOf(plan);
  if (plan.version > SCHEMA_VERSION || plan.steps.length + questions.length === 0) return { problems: [], notices: [] };
  const results = resultsOf(plan, headerLanguage(snapshot));
  // Empty cells that could be filled in are nothing that is broken.
  const { tables, finished, columns, settings, names, renamed, formulas, newerFormulas, from, to } = results;
  const missing =
    [tables, finished, columns, settings, names, renamed, questions].some((list) => list.length > 0) ||
    formulas + newerFormulas > 0 ||
    from < to;
  if (!missing) return { problems: [], notices: looksLost(plan) };
  const what =
    questions.length > 0
      ? text(`${questions.length} 个表头看来被改过名。`, `${questions.length} headers seem to have been renamed.`)
      : upgradeMessage(results);
  const finding: Problem = {
    code: plan.version < SCHEMA_VERSION ? 'older-version' : 'needs-repair',
    expected: text('齐全的活动工作簿', 'a complete campaign workbook'),
    found: '',
    message:
      plan.version < SCHEMA_VERSION
        ? text(
            `工作簿由较早的版本建立，请运行“升级与修复”：${what.zh}`,
            `The workbook was made by an older version; run “Upgrade and repair”: ${what.en}`,
          )
        : text(
            `工作簿有缺损，请运行“升级与修复”：${what.zh}`,
            `Parts of the workbook are missing; run “Upgrade and repair”: ${what.en}`,
          ),
  };
  const harmless =
    plan.version < SCHEMA_VERSION &&
    questions.length === 0 &&
    results.formulas +
      results.newerFormulas +
      results.tables.length +
      results.names.filter((name) => snapshot.names[name] !== undefined).length ===
      0;
  return harmless ? { problems: [], notices: [finding] } : { problems: [finding], notices: [] };
}
