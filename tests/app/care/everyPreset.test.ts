// Every preset runs the main job, from a new workbook to certificates and briefing, and none of them says a word of another's campaign.
import { describe, expect, it } from '@jest/globals';
import { decideNextYear } from '../../../src/app/care/nextYear';
import { newCampaign } from '../../../src/app/care/newCampaign';
import { NEW } from '../../../src/app/care/newCampaignJob';
import { NEXT_YEAR } from '../../../src/app/care/nextYearJob';
import { decideSeal } from '../../../src/app/care/seal';
import { SEAL } from '../../../src/app/care/sealJob';
import { withDefaults } from '../../../src/app/run/options';
import { isoFromWallTime, serialFromWallTime, wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { ownPreset } from '../../../src/workbook/presets/ownPreset';
import { madeSheetCalled } from '../../../src/app/run/sheetsMade';
import { MADE_SHEETS } from '../../../src/workbook/sheets/madeSheets';
import { criteriaInFiles } from '../../../src/app/contest/criteriaInFiles';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decidePrizeReceipt } from '../../../src/app/publish/prizeReceipt';
import { owed } from '../../../src/core/requirements/owed';
import { labelOf } from '../../../src/workbook/contract/labels';
import { type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { BLANK, generalSettings } from '../../../src/workbook/presets/blank';
import { phaseRecords } from '../../../src/workbook/tables/phases/phases';
import { newCampaignPlan } from '../../../src/workbook/presets/newCampaign';
import { presetById, PRESETS } from '../../../src/workbook/presets/presets';
import type { Preset } from '../../../src/workbook/presets/preset';
import { after } from '../../support/decidedContest';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { at } from '../../support/reportFixtures';
import { situationOf } from '../../support/situationOf';
import { snapshotOf } from '../../support/snapshotOf';
import { NOTHING, CAMPAIGNS, run, cells } from '../../support/wholeCampaign';

const COUNTY_WORDS = /乡镇|园区|成员单位|县直|县级|township|\bparks?\b|member unit|\bmembers\b|county/i;

it.each(['photo-contest', 'blank'])('a workbook of %s says no word of a county', (id) => {
  const preset = presetById(id);
  if (!preset) throw new Error(id);
  for (const language of ['zh', 'en'] as const) {
    const plan = JSON.stringify(newCampaignPlan(preset, language));
    // A hidden formula knows every setting by its key.
    const said = plan.split('"').filter((piece) => !/^expected\.\w+\\$/.test(piece));
    expect(said.filter((piece) => COUNTY_WORDS.test(piece))).toEqual([]);
  }
});

it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
  'preset %s in Chinese says nothing in English',
  (_id, preset) => {
    // Words by which files are recognised, the zone and the language are no words for people.
    const { partWords: _words, zone: _zone, language: _language, ...settings } = preset.settings('zh');
    const { units, phases, activities, requirements, awardTiers, criteria, programme } = preset;
    const rows = [units, phases, activities, requirements, awardTiers, criteria, programme].flatMap((rowsOf) =>
      rowsOf('zh'),
    );
    const said = [settings, ...rows]
      .flatMap((row) => Object.values<unknown>(row))
      .filter((one) => typeof one === 'string');
    expect(said.filter((words) => /[A-Za-z]{3,}/.test(words as string))).toEqual([]);
  },
);

it('units of own categories owe what is asked of all, are counted by their own words and are asked for by them', () => {
  const campaign = CAMPAIGNS.find(({ preset }) => preset === 'photo-contest');
  if (!campaign) throw new Error('photo-contest');
  const { workbook, words } = run(campaign);
  expect(COUNTY_WORDS.exec(`${cells(workbook)}\n${words}`)?.[0]).toBeUndefined();
  const { units, requirements } = situationOf(workbook, campaign.end).campaign;
  expect(units.map(({ category }) => category)).toEqual(['other', 'School', '']);
  expect(owed(units, requirements)).toHaveLength(units.length * requirements.length);
  expect(words).toContain('School (1)');
  expect(words).toContain('other (1)');
  const others = situationOf(withWho(workbook, 'other'), campaign.end).campaign;
  expect(owed(units, others.requirements).map(({ unitId }) => unitId)).toEqual(['U01', 'U01']);
  // A county's word is none of this roster's: that nobody owes the item is named.
  const { cellProblems } = situationOf(withWho(workbook, 'Member units'), campaign.end);
  expect(cellProblems.map(({ code, found }) => [code, found])).toContainEqual(['unknown-unit', 'Member units']);
});

/** Every item asks this of it. */
function withWho(workbook: WorkbookSnapshot, who: string): WorkbookSnapshot {
  const table = workbook.tables.Requirements;
  if (!table) throw new Error('Requirements');
  const place = table.headers.indexOf('Who');
  const values = table.values.map((row) => row.map((cell, index) => (index === place ? who : cell)));
  return { ...workbook, tables: { ...workbook.tables, Requirements: { ...table, values, formulas: values } } };
}

/** A sixth campaign, that nobody made a preset of: reading marathons of schools, in either language. */
const READING: Preset = {
  ...BLANK,
  id: 'reading',
  settings: (language) => ({
    ...generalSettings(language),
    campaign: language === 'zh' ? '校园读书月' : 'Reading Month',
    organiser: language === 'zh' ? '某校图书馆' : 'School Library',
    year: 2026,
    entryWord: language === 'zh' ? '书评' : 'review',
    personWord: language === 'zh' ? '读者' : 'reader',
  }),
  phases: () => phaseRecords('reading 5-1～5-20', 2026) ?? [],
  requirements: (language) => [
    {
      requirementId: 'B1',
      title: language === 'zh' ? '书评' : 'Review',
      kind: labelOf('kind', 'report', language),
      due: serialFromWallTime(wallTimeFromIso('2026-05-20T18:00') ?? 0),
      who: language === 'zh' ? '全部单位' : 'all units',
      quota: 1,
    },
  ],
};

/** Signs of Chinese: characters and full-width punctuation. “、” separates lists in both languages. */
const CHINESE = /[\u3400-\u9fff\uff01-\uff5e\u3000\u3002-\u303f]/;

it.each(['zh', 'en'] as const)('a made-up sixth campaign in %s says no word of the presets', (language) => {
  const ran = run(
    { preset: 'reading', language, due: '2026-06-01T09:00', end: '2026-06-20T09:00', own: NOTHING },
    READING,
  );
  const all = `${cells(ran.workbook)}\n${ran.words}`;
  for (const { own, preset } of CAMPAIGNS)
    expect([preset, all.split('\n').filter((line) => own.test(line))]).toEqual([preset, []]);
  // What is put on record is written “name=value；…” in either language, since it is read back.
  const said = all.split('\n').filter((line) => !/^[\w ]+=[^；]*；/.test(line));
  if (language === 'en') expect(said.filter((line) => CHINESE.test(line))).toEqual([]);
});

describe.each(CAMPAIGNS.map((campaign) => [campaign.preset, campaign] as const))('preset %s', (_id, campaign) => {
  it('runs the main job to its end, and says no word of another campaign', () => {
    const { workbook, words } = run(campaign);
    const { settings, rulings } = situationOf(workbook).campaign;
    const awarded = rulings.filter(({ outcome }) => outcome === 'award');
    expect(awarded).toHaveLength(settings.rules.awardQuota);
    expect(new Set(awarded.map(({ tier }) => tier))).toEqual(new Set(settings.rules.tiers?.map(({ name }) => name)));
    for (const { own, preset } of CAMPAIGNS.filter(({ preset: other }) => other !== campaign.preset)) {
      expect([preset, own.exec(`${cells(workbook)}\n${words}`)?.[0]]).toEqual([preset, undefined]);
    }
  });
});

describe.each(CAMPAIGNS.map((campaign) => [campaign.preset, campaign] as const))(
  'preset %s, afterwards',
  (_id, campaign) => {
    it('goes into the archive, and the next year begins from it without a word of another campaign', () => {
      const { workbook } = run(campaign);
      const sealed = after(
        workbook,
        decideSeal(
          situationOf(workbook, campaign.end),
          withDefaults(SEAL.options, { by: 'office', personal: 'all', copy: true }),
        ),
      );
      expect(sealed.sheets.every(({ isProtected }) => isProtected)).toBe(true);
      const { settings } = situationOf(workbook).campaign;
      const next = decideNextYear(
        situationOf(workbook, campaign.end),
        withDefaults(NEXT_YEAR.options, { year: settings.year + 1, copy: true, dates: 'move' }),
      );
      const begun = after(workbook, next);
      const { campaign: now } = situationOf(begun);
      expect([now.receipts, now.entries, now.judges, now.scores.any, now.rulings]).toEqual([[], [], [], false, []]);
      expect([now.requirements.length, now.criteria.length, now.settings.rules.tiers, now.phaseNames]).toEqual([
        situationOf(workbook).campaign.requirements.length,
        situationOf(workbook).campaign.criteria.length,
        settings.rules.tiers,
        situationOf(workbook).campaign.phaseNames,
      ]);
      expect(begun.sheets.filter(({ name }) => madeSheetCalled(name) !== null).map(({ name }) => name)).toEqual([
        MADE_SHEETS.Overview.sheet[campaign.language],
      ]);
      for (const { own, preset } of CAMPAIGNS.filter(({ preset: other }) => other !== campaign.preset))
        expect([preset, own.exec(`${cells(begun)}\n${cells(sealed)}`)?.[0]]).toEqual([preset, undefined]);
    });
  },
);

it('a new campaign has its own name, organiser and year, with dates of that year and no days off of another', () => {
  for (const preset of PRESETS) {
    const own = ownPreset(preset, { campaign: '新活动', organiser: '某局', year: 2027 });
    const { campaign } = situationOf(snapshotOf(newCampaignPlan(own, 'zh')), '2027-01-01T09:00');
    expect(campaign.settings).toMatchObject({ campaign: '新活动', organiser: '某局', year: 2027, daysOff: [] });
    const dates = campaign.requirements.flatMap(({ opens, due }) => [opens, due]).filter((time) => time !== null);
    expect(dates.map((time) => isoFromWallTime(time).slice(0, 4)).filter((year) => year !== '2027')).toEqual([]);
  }
});

it('presets are offered by names that say what they are for, each by its own', () => {
  const offered = NEW.options.preset.choices;
  expect(offered.map(({ value }) => value)).toEqual(PRESETS.map(({ id }) => id));
  expect(new Set(offered.map(({ label }) => label.zh)).size).toBe(PRESETS.length);
  // A date alone says nothing of what a preset is for.
  for (const { label } of offered) for (const words of [label.zh, label.en]) expect(words).toMatch(/\p{L}{2}/u);
});

it.each(PRESETS.filter(({ id }) => id !== '2021-6-26'))(
  '$id has an English word for everything it fills in',
  (preset) => {
    const rows = [
      preset.settings('en'),
      ...(
        ['phases', 'activities', 'requirements', 'exceptions', 'awardTiers', 'criteria', 'programme'] as const
      ).flatMap((part): readonly object[] => preset[part]('en')),
    ];
    expect(rows.flatMap((row) => Object.values(row)).filter((value) => /\p{Script=Han}/u.test(String(value)))).toEqual(
      [],
    );
  },
);

it('the 2021 campaign has criteria, parts and programme in English, and knows the Chinese names in what comes in', () => {
  const english = presetById('2021-6-26');
  const said = [
    ...(english?.requirements('en') ?? []).map(({ parts }) => parts),
    ...(english?.criteria('en') ?? []).flatMap(({ name, note }) => [name, note]),
    ...(english?.programme('en') ?? []).map(({ item }) => item),
  ];
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((words) => /\p{Script=Han}/u.test(String(words)))).toEqual([]);
  const { settings, criteria, requirements } = situationOf(
    snapshotOf(newCampaignPlan(english!, 'en')),
    '2021-06-01T09:00',
  ).campaign;
  expect(criteriaInFiles(criteria, settings)[0]).toMatchObject({ name: 'Truthfulness', aliases: ['真实性'] });
  const [plan] = requirements;
  expect(settings.partWords[plan?.parts[0] ?? '']).toEqual(expect.arrayContaining(['plan', '方案文本', '方案']));
});

it('whoever gives no time zone where there is none to guess is told that times are UTC', async () => {
  const begin = async (zone?: string): Promise<string> => {
    const { deps } = memoryWorkbook({ tables: {}, sheets: [], names: {} }, at('2026-01-05 09:00'));
    return (await newCampaign({ ...deps, language: 'en' }, { preset: 'blank', ...(zone && { zone }) }, 'preview'))
      .message.en;
  };
  expect(await begin()).toContain('times are UTC');
  expect(await begin('Europe/London')).not.toContain('UTC');
});

it('every preset but the blank one names words of its own', () => {
  expect(PRESETS.filter(({ ownWords }) => ownWords.length === 0)).toEqual([BLANK]);
  for (const { own, preset } of CAMPAIGNS.filter(({ preset: id }) => id !== BLANK.id)) {
    const made = presetById(preset);
    expect(made && JSON.stringify(newCampaignPlan(made, 'zh'))).toMatch(own);
  }
});

it('a tier renamed after the decision stops list, certificates and receipt: nobody gets nothing in silence', () => {
  const { workbook } = run({
    preset: 'fire-safety',
    language: 'zh',
    due: '2026-12-05T09:00',
    end: '2026-12-20T09:00',
    own: /^(?!)$/,
  });
  const table = workbook.tables['AwardTiers'];
  if (!table) throw new Error('no tiers');
  const renamed = table.values.map((row) => row.map((cell) => (cell === '二等奖' ? '二等' : cell)));
  const changed = {
    ...workbook,
    tables: { ...workbook.tables, AwardTiers: { ...table, values: renamed, formulas: renamed } },
  };
  const situation = situationOf(changed, '2026-12-20T09:00');
  for (const made of [
    decideAwards(situation, {}),
    decideCertificates(situation, {}),
    decidePrizeReceipt(situation, {}),
  ]) {
    expect([made.stopped, made.steps]).toEqual([true, []]);
    expect(made.problems?.map(({ code, found }) => `${code} ${found}`)).toEqual(Array(3).fill('unknown-tier 二等奖'));
  }
});
