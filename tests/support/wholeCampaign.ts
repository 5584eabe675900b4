// A preset’s whole campaign, from the new workbook to certificates and briefing, as pure decisions on snapshots.
import { tiersOf } from '../../src/core/contest/tiers';
import { expect } from '@jest/globals';
import { withDefaults } from '../../src/app/run/options';
import { isoFromWallTime, wallTimeFromIso, wallTimeFromSerial } from '../../src/core/ground/wallTime';
import { decideAward } from '../../src/app/contest/decide';
import { decideImportStories } from '../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../src/app/contest/rank';
import { decideOverdue } from '../../src/app/collect/overdue';
import { decideReceive } from '../../src/app/collect/receive';
import { decideRemind } from '../../src/app/collect/remind';
import { REMIND } from '../../src/app/collect/remindJob';
import { decideAccountability } from '../../src/app/publish/accountability';
import { decideAgenda } from '../../src/app/publish/agenda';
import { decideAwards } from '../../src/app/publish/awards';
import { decideBriefing } from '../../src/app/publish/briefing';
import { decideCertificates } from '../../src/app/publish/certificates';
import { decideNotice } from '../../src/app/publish/notice';
import { decidePrizeReceipt } from '../../src/app/publish/prizeReceipt';
import { decideSummary } from '../../src/app/publish/summary';
import type { Language } from '../../src/core/ground/text';
import { labelOf } from '../../src/workbook/contract/labels';
import { everyTable, type WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { newCampaignPlan } from '../../src/workbook/presets/newCampaign';
import { presetById, PRESETS } from '../../src/workbook/presets/presets';
import type { Preset } from '../../src/workbook/presets/preset';
import { CRITERIA } from '../../src/workbook/tables/judges/judges';
import { UNITS } from '../../src/workbook/tables/units/units';
import { after, wordsOf } from './decidedContest';
import { situationOf } from './situationOf';
import { snapshotOf, withRows } from './snapshotOf';
import { oneSheet } from './oneSheet';

interface Campaign {
  readonly preset: string;
  readonly language: Language;
  /** A moment at which everything is due, and one after the notice. */
  readonly due: string;
  readonly end: string;
  /** Words that another campaign's workbook must not hold. */
  readonly own: RegExp;
}

const DAY = 86_400;
export const NOTHING = /^(?!)$/;

/** A preset with its own language and moments: the morning after the last due time, and half a month later. */
function campaignOf({ id, ownWords, settings, requirements }: Preset): Campaign {
  const dues = requirements('zh').map(({ due }) => wallTimeFromSerial(Number(due)));
  const first = wallTimeFromIso(`${settings('zh').year}-06-01T09:00`) ?? 0;
  const last = dues.length > 0 ? Math.max(...dues) : first;
  const morning = last - (last % DAY) + DAY + 9 * 3600;
  return {
    preset: id,
    language: ownWords.length === 0 || /\p{Script=Han}/u.test(ownWords.join('')) ? 'zh' : 'en',
    due: isoFromWallTime(morning),
    end: isoFromWallTime(morning + 15 * DAY),
    own: ownWords.length === 0 ? NOTHING : new RegExp(ownWords.join('|'), 'i'),
  };
}

export const CAMPAIGNS: readonly Campaign[] = PRESETS.map(campaignOf);

const header = (
  spec: { columns: readonly { key: string; header: Record<Language, string> }[] },
  key: string,
  to: Language,
) => spec.columns.find((column) => column.key === key)?.header[to] ?? key;

/** What a campaign that is no county's may call its groups of units, one of them by a word that a county's code has; a unit may be of none. */
const OWN_CATEGORIES: Readonly<Record<Language, readonly string[]>> = { zh: ['学校', '社区'], en: ['other', 'School'] };

/** Units and criteria as an office fills them in where the preset leaves them to it. */
function filledIn(snapshot: WorkbookSnapshot, preset: Preset, language: Language): WorkbookSnapshot {
  const record = (spec: typeof UNITS | typeof CRITERIA, values: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [header(spec, key, language), value]));
  const units =
    preset.units(language).length > 0
      ? snapshot
      : withRows(
          snapshot,
          'Units',
          ['甲单位', '乙单位', '丙单位'].map((name, index) =>
            record(UNITS, {
              unitId: `U0${index + 1}`,
              name: language === 'zh' ? name : `Club ${index + 1}`,
              category: preset.county
                ? labelOf('category', 'member', language)
                : index < 2
                  ? (OWN_CATEGORIES[language][index] ?? '')
                  : '',
              active: labelOf('yesNo', 'yes', language),
            }),
          ),
        );
  return preset.criteria(language).length > 0
    ? units
    : withRows(units, 'Criteria', [
        record(CRITERIA, {
          criterionId: 'C1',
          name: language === 'zh' ? '质量' : 'Quality',
          weight: 100,
          minimum: 0,
          maximum: 100,
          step: 1,
        }),
      ]);
}

/** Every judge gives every entry full marks less its number, so that no two are level. */
function scored(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const criteria = situationOf(snapshot).campaign.criteria;
  const tables = Object.fromEntries(
    everyTable(snapshot.tables).map((table) => {
      const { name } = table;
      if (!name.startsWith('Score_')) return [name, table];
      const places = criteria.map((criterion) => table.headers.findIndex((each) => each.startsWith(criterion.name)));
      const values = table.values.map((row, index) =>
        row.map((cell, place) =>
          places.includes(place)
            ? Number(criteria[places.indexOf(place)]?.maximum) - index * Number(criteria[places.indexOf(place)]?.step)
            : cell,
        ),
      );
      return [name, { ...table, values, formulas: values }];
    }),
  );
  return { ...snapshot, tables };
}

function entries(situation: ReturnType<typeof situationOf>, language: Language) {
  const { units, settings } = situation.campaign;
  const named = units.filter(({ name }) => name !== '');
  const rows = Array.from({ length: 20 }, (_, index) => [
    index + 1,
    named[index % named.length]?.name ?? '',
    `Title ${index + 1}`,
    settings.storyCategories[index % Math.max(settings.storyCategories.length, 1)] ?? '',
    `Person ${index + 1}`,
  ]);
  const heads =
    language === 'zh'
      ? ['编号', '报送单位', '题目', '类别', '参评人']
      : ['No.', 'Unit', 'Title', 'Category', 'Entrant'];
  return { file: oneSheet('x', [heads, ...rows]) };
}

/** The whole campaign; its workbook at the end and every word on the made sheets. `made`: a preset that is none of the list. */
export function run(
  { preset: id, language, due, end }: Campaign,
  made?: Preset,
): { workbook: WorkbookSnapshot; words: string } {
  const preset = made ?? presetById(id);
  if (!preset) throw new Error(id);
  let workbook = filledIn(snapshotOf(newCampaignPlan(preset, language)), preset, language);
  const at = (iso: string) => situationOf(workbook, iso);
  const [item] = at(due).campaign.requirements;
  if (item) {
    const unit = at(due).campaign.units[0]?.name ?? '';
    const received = decideReceive(at(due), {
      unit,
      requirement: item.requirementId,
      review: 'accepted',
    });
    workbook = after(workbook, received);
    expect(decideOverdue(at(due)).stopped ?? false).toBe(false);
  }
  workbook = after(workbook, decideImportStories(at(due), entries(at(due), language)));
  workbook = after(workbook, decideJudgeTabs(at(due), { judges: 3 }));
  workbook = scored(workbook);
  workbook = after(workbook, decideRanking(at(due)));
  workbook = after(workbook, decideAward(at(due), { by: 'the panel' }));
  const noticed = decideNotice(at(due), {});
  workbook = after(workbook, noticed);
  const overdue = decideRemind(at(due), withDefaults(REMIND.options, {}));
  // A contest of certificates alone has nothing to sign for.
  const receipt = decidePrizeReceipt(at(end), {});
  const receipts = receipt.problems?.[0]?.code === 'no-prize' ? [] : [receipt];
  expect(receipts.length > 0).toBe(tiersOf(at(end).campaign.settings.rules).some(({ prize }) => prize > 0));
  const sheets = [
    noticed,
    decideAccountability(at(due)),
    decideAwards(at(end), {}),
    decideCertificates(at(end), {}),
    ...receipts,
    decideSummary(at(end)),
    decideBriefing(at(end)),
    ...(preset.programme(language).length > 0 ? [decideAgenda(at(end), {})] : []),
  ];
  expect(sheets.flatMap(({ stopped, problems }) => (stopped ? (problems ?? []) : []))).toEqual([]);
  return { workbook, words: [...sheets.map(wordsOf), JSON.stringify(overdue.results)].join('\n') };
}

export const cells = (workbook: WorkbookSnapshot): string =>
  [
    ...everyTable(workbook.tables).flatMap(({ headers, values }) => [...headers, ...values.flat()]),
    ...workbook.sheets.flatMap(({ name, values }) => [name, ...(values ?? []).flat()]),
  ].join('\n');
