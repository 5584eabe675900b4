// The plan of “Upgrade and repair” for a workbook as it was read. Writes nothing.
import { presetOf } from '../../workbook/presets/presets';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { headerLanguage } from '../../workbook/tables/workbookLanguage';
import { upgradePlan } from '../../workbook/upgrade/upgradePlan';
import type { UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import { answerFor } from './upgradeAnswers';
import type { UpgradeAnswers } from './upgradeAnswers';

/** The plan for a workbook as it was read; the language is that of its headers, since a damaged one may not say it. */
export function planUpgrade(
  snapshot: WorkbookSnapshot,
  answers: UpgradeAnswers = { all: false, said: [] },
): UpgradePlan {
  return upgradePlan({
    snapshot,
    language: headerLanguage(snapshot),
    preset: presetOf(snapshot),
    answer: (spec) => answerFor(answers, spec, snapshot.tables[spec.name]?.sheet ?? ''),
  });
}
