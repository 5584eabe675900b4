import { describe, expect, it } from '@jest/globals';
import { decideImportRoster } from '../../../src/app/collect/importRoster';
import type { ImportedFile } from '../../../src/app/run/job';
import { applySteps } from '../../support/applySteps';
import { samplePaste } from '../../support/samplePaste';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { readCampaign } from '../../../src/workbook/campaign';
import { oneSheet } from '../../support/oneSheet';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideOverdue } from '../../../src/app/collect/overdue';
import { tableIn } from '../../../src/app/run/tableIn';
import { locateColumns } from '../../../src/workbook/contract/rows';
import { conditionalsOf } from '../../../src/workbook/contract/sheetOf';
import { newCampaignPlan } from '../../../src/workbook/presets/newCampaign';
import { PHOTO_CONTEST } from '../../../src/workbook/presets/photoContest';
import { UNITS } from '../../../src/workbook/tables/units/units';
import { snapshotOf } from '../../support/snapshotOf';

const HEADER = ['单位名称', '类别', '联络员', '手机号码', '备注'];
const file = (...rows: readonly (readonly string[])[]): ImportedFile =>
  oneSheet('名单', [HEADER, ...rows], '名单.xlsx');
const decide = (input: ImportedFile, snapshot = newSnapshot()): ReturnType<typeof decideImportRoster> =>
  decideImportRoster(situationOf(snapshot), { file: input });

describe('import-roster', () => {
  it('takes 44 of the sample’s 46 rows, one without its short phone, and leaves two out', async () => {
    const { results, changed, problems, stopped } = decide({
      name: 'roster-messy.xlsx',
      sheets: await sampleSheets('roster-messy.xlsx'),
    });
    expect(results).toMatchObject({ rows: 46, taken: 44, leftOut: 2 });
    expect(results.columns.map(({ key, header }) => `${key} ${header}`)).toContain('phone 手机号码');
    expect(changed).toEqual({ Units: { added: 0, updated: 44 } });
    expect(problems?.map(({ code }) => code)).toEqual(['duplicate-unit', 'duplicate-unit']);
    expect(stopped).toBe(false);
  });

  it('gives new units the formulas of a workbook of no county: no category is doubtful there, and none is taken for typed over', () => {
    const snapshot = snapshotOf(newCampaignPlan(PHOTO_CONTEST, 'en'));
    const { steps } = decide(
      oneSheet('x', [
        ['Unit', 'Contact'],
        ['Old Town Library', 'Clara'],
      ]),
      snapshot,
    );
    const after = applySteps(snapshot, steps);
    expect((decideCheck(situationOf(after)).problems ?? []).map(({ code }) => code)).not.toContain(
      'formula-overwritten',
    );
    const situation = situationOf(after);
    const units = tableIn(after, UNITS);
    const spec = situation.campaign.spec(UNITS.name);
    expect(
      decideOverdue(situation).steps.flatMap((step) =>
        step.kind === 'conditionals' && step.table === UNITS.name ? step.rules : [],
      ),
    ).toEqual(conditionalsOf(spec, situation.words(spec), units.top, units.left, locateColumns(spec, units)));
  });

  it('changes nothing when the same file comes again', () => {
    const paste: ImportedFile = { name: '', sheets: samplePaste('roster-paste.tsv') };
    const snapshot = newSnapshot();
    const first = decide(paste, snapshot);
    const again = decide(paste, applySteps(snapshot, first.steps));
    expect(again).toMatchObject({
      steps: [],
      changed: {},
      results: { rows: 21, taken: 20, leftOut: 1, unchanged: 20 },
    });
  });

  it('shows every cell that changes, old and new, and touches no other', () => {
    const snapshot = applySteps(newSnapshot(), decide(file(['西渡镇', '', '张三', '13900001204', ''])).steps);
    const { preview, steps } = decide(file(['西渡镇', '', '李四', '', '新换联络员']), snapshot);
    expect(preview?.changed).toEqual([
      { table: 'Units', row: 'U01 西渡镇', column: '联络员', before: '张三', after: '李四' },
      { table: 'Units', row: 'U01 西渡镇', column: '备注', before: '', after: '新换联络员' },
    ]);
    const written = steps.flatMap((step) =>
      step.kind === 'updateRows' ? step.cells.flat().filter((cell) => cell !== null) : [],
    );
    expect(written).toEqual(['李四', '新换联络员']);
  });

  it('fills placeholders with new units and gives them their tracker rows', () => {
    const snapshot = newSnapshot();
    const decision = decide(
      file(['县水利局', '成员单位', '张三', '13900001204', ''], ['县妇女联合会', '县直单位', '', '', '']),
      snapshot,
    );
    expect(decision.problems).toEqual([]);
    const after = readCampaign(applySteps(snapshot, decision.steps));
    const units = after.kind === 'campaign' ? after.campaign.units : [];
    expect(units.find(({ name }) => name === '县水利局')).toMatchObject({
      unitId: 'U46',
      category: 'member',
      contact: '张三',
      phone: '13900001204',
      active: true,
    });
    expect(units.find(({ name }) => name === '县妇女联合会')).toMatchObject({ unitId: 'U54', category: 'other' });
    // A member unit owes T1, T2 and T3; another county unit T4 and T7.
    expect(decision.changed).toEqual({ Units: { added: 2, updated: 0 }, Tracker: { added: 5, updated: 0 } });
    expect(units).toHaveLength(54);
  });

  it('stops with the reason when there is no table in the file', () => {
    const decision = decide(oneSheet('s', [['你好']], 'x'));
    expect(decision).toMatchObject({ stopped: true, steps: [], changed: {} });
    expect(decision.message.zh).toContain('没有找到表头');
  });

  it('works in an English workbook', () => {
    const snapshot = newSnapshot('en');
    const decision = decide(
      oneSheet(
        's',
        [
          ['Unit', 'Category', 'Contact', 'Phone'],
          ['县水利局', 'Member units', 'Zhang', '6820001'],
        ],
        '',
      ),
      snapshot,
    );
    expect(decision.problems).toEqual([]);
    const after = readCampaign(applySteps(snapshot, decision.steps));
    expect(after.kind === 'campaign' && after.campaign.units.find(({ unitId }) => unitId === 'U46')).toMatchObject({
      name: '县水利局',
      phone: '6820001',
    });
  });
});
