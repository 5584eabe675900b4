// A preset → the plan that makes the whole campaign workbook: all tables, names and the tracker rows that are owed.
import { lazyMatcher } from '../../core/roster/unitMatcher';
import { owed } from '../../core/requirements/owed';
import { PLAIN_REQUIREMENT, type Requirement } from '../../core/requirements/requirement';
import { PLAIN_UNIT, type Unit } from '../../core/roster/unit';
import type { Language } from '../../core/ground/text';
import { codeOf } from '../contract/labels';
import type { WritePlan } from '../contract/plan';
import type { Preset } from './preset';
import { readWho } from '../tables/requirements/who';
import { splitList } from '../contract/cells';
import { contentMark } from '../sheets/madeSheet';
import { issueNames, MATRIX_TYPED_OVER, NO_MATRIX } from '../tables/issueNames';
import { newPlaces } from '../sheets/overviewPlaces';
import { overviewMade } from '../sheets/overviewSheet';
import type { RowRecord } from '../contract/sheetOf';
import { asOfCounty, NEW_TABLES, specFinder, wordsFor } from '../tables/registry';
import { SETTINGS } from '../tables/settings/settings';
import { NONE_REGISTERED } from '../tables/keepRegistered';
import { REGISTERED_ROWS } from '../tables/registeredRows';
import { campaignNames, presetTemplate, settingRecords, sheetPlanOf } from './presetParts';

function unitsOf(records: readonly RowRecord[], county: boolean): Unit[] {
  return records.map((record) => ({
    ...PLAIN_UNIT,
    unitId: String(record['unitId']),
    name: String(record['name'] ?? ''),
    aliases: splitList(String(record['aliases'] ?? '')),
    category: county ? (codeOf('category', record['category']) ?? 'other') : String(record['category'] ?? ''),
  }));
}

function requirementsOf(records: readonly RowRecord[], units: readonly Unit[], county: boolean): Requirement[] {
  const matcher = lazyMatcher(units);
  return records.map((record) => {
    const requirementId = String(record['requirementId']);
    const who = readWho(String(record['who'] ?? ''), matcher, requirementId, units, county);
    if (who.problems.length > 0) throw new Error(`Preset: ${requirementId} names an unknown unit`);
    return { ...PLAIN_REQUIREMENT, requirementId, categories: who.categories, unitIds: who.unitIds };
  });
}

/** 首页, then the sheets in the order of the registry. The tracker has a row for everything that the preset's units owe. */
export function newCampaignPlan(preset: Preset, language: Language): WritePlan {
  const unitRecords = preset.units(language);
  const requirementRecords = preset.requirements(language);
  const units = unitsOf(unitRecords, preset.county);
  const trackerRecords = owed(units, requirementsOf(requirementRecords, units, preset.county)).map((key) => ({
    unitId: key.unitId,
    requirementId: key.requirementId,
  }));
  const records: Readonly<Record<string, readonly RowRecord[]>> = {
    Settings: settingRecords(preset, language),
    Units: unitRecords,
    Requirements: requirementRecords,
    Phases: preset.phases(language),
    Activities: preset.activities(language),
    Exceptions: preset.exceptions(language),
    AwardTiers: preset.awardTiers(language),
    CertificateTemplate: presetTemplate(preset, language),
    Criteria: preset.criteria(language),
    Tracker: trackerRecords,
  };
  const { county } = preset;
  const find = specFinder([], [], language, county);
  const words = wordsFor(SETTINGS, language, find);
  const overview = overviewMade(words, newPlaces(language));
  const made = NEW_TABLES.map(({ name }) => name);
  return {
    steps: [
      { kind: 'addSheet', sheet: overview.sheet },
      ...NEW_TABLES.map((table) => {
        const spec = asOfCounty(table, county);
        const sheet = sheetPlanOf(spec, records[spec.name] ?? [], wordsFor(spec, language, find));
        return { kind: 'addSheet' as const, sheet };
      }),
      {
        kind: 'names',
        names: {
          ...campaignNames(words, county),
          ...issueNames(words, made),
          ...contentMark(overview),
          [REGISTERED_ROWS]: NONE_REGISTERED,
          [MATRIX_TYPED_OVER]: NO_MATRIX,
        },
      },
      { kind: 'activate', sheet: overview.sheet.name },
    ],
  };
}
