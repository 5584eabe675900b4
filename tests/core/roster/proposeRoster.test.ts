import { describe, expect, it } from '@jest/globals';
import type { ImportedCell, SheetRows } from '../../../src/core/import/sheetRows';
import { proposeRoster, type RosterProposal } from '../../../src/core/roster/proposeRoster';
import type { Unit } from '../../../src/core/roster/unit';
import { CAMPAIGN_UNITS, EXPECTED, unit, unitNamed } from '../../support/reportFixtures';
import { samplePaste } from '../../support/samplePaste';
import { sampleSheets } from '../../support/sampleSheets';

const HEADER = ['类别', '单位名称', '联络员', '职务', '手机号码', '邮箱', '备注'];
type Row = readonly ImportedCell[];

const list = (...rows: readonly Row[]): SheetRows[] => [{ name: '名单', rows: [HEADER, ...rows] }];
const propose = (rows: readonly Row[], existing: readonly Unit[] = CAMPAIGN_UNITS): RosterProposal =>
  proposeRoster(list(...rows), existing, EXPECTED);
const short = (problems: RosterProposal['problems']): unknown[] =>
  problems.map(({ row, code, column }) => [row, code, column]);

/** The roster after the proposal. */
function apply(existing: readonly Unit[], { newUnits, changes }: RosterProposal): Unit[] {
  const kept = existing.map((one) => newUnits.find(({ unitId }) => unitId === one.unitId) ?? one);
  const added = newUnits.filter(({ unitId }) => existing.every((one) => one.unitId !== unitId));
  return [...kept, ...added].map((one) =>
    changes
      .filter(({ unitId }) => unitId === one.unitId)
      .reduce((changed, { field, after }) => ({ ...changed, [field]: after }), one),
  );
}

describe('the sample contact list', () => {
  it('has two wrong rows, a unit twice, and one phone a digit short that is left out alone', async () => {
    const proposal = proposeRoster(await sampleSheets('roster-messy.xlsx'), CAMPAIGN_UNITS, EXPECTED);
    expect(short(proposal.problems)).toEqual([
      [10, 'duplicate-unit', '单位名称'],
      [53, 'duplicate-unit', '单位名称'],
    ]);
    expect(short(proposal.notices)).toContainEqual([49, 'phone-digits', '手机号码']);
    expect(proposal.problems[0]).toMatchObject({ table: 'Units', sheet: '联络员名单', found: '金兰镇' });
    expect(proposal.problems[0]?.message.zh).toContain('第 53 行');
    expect(proposal.newUnits).toEqual([]);
    expect(new Set(proposal.changes.map(({ unitId }) => unitId)).size + proposal.unchanged.length).toBe(44);
    expect(proposal.notices.map(({ row, code }) => [row, code])).toEqual([
      [49, 'phone-digits'],
      [54, 'row-skipped'],
    ]);
  });

  it('normalises phones and joins position and note', async () => {
    const proposal = proposeRoster(await sampleSheets('roster-messy.xlsx'), CAMPAIGN_UNITS, EXPECTED);
    const roster = apply(CAMPAIGN_UNITS, proposal);
    const named = (name: string): Unit | undefined => roster.find((one) => one.name === name);
    expect(named('金溪镇')?.phone).toBe('13900001022');
    expect(named('岣嵝乡')).toMatchObject({ contact: '联络员14', phone: '13900001014', note: '职务：办公室主任' });
    expect(named('西渡镇')?.note).toBe('职务：办公室主任；已报专班名单');
    expect(named('县委组织部')?.phone).toBe('13900001033');
    expect(named('金兰镇')).toEqual(unitNamed('金兰镇'));
    const again = proposeRoster(await sampleSheets('roster-messy.xlsx'), roster, EXPECTED);
    expect(again.changes).toEqual([]);
    expect(again.unchanged).toHaveLength(44);
  });
});

describe('the sample paste', () => {
  const proposal = proposeRoster(samplePaste('roster-paste.tsv'), CAMPAIGN_UNITS, EXPECTED);

  it('leaves out the short phones alone, and the row that would become formulas', () => {
    expect(short(proposal.problems)).toEqual([
      [23, 'formula-like', '单位'],
      [23, 'formula-like', '联系人'],
      [23, 'formula-like', '邮箱'],
    ]);
    expect(short(proposal.notices)).toEqual(
      expect.arrayContaining([
        [5, 'phone-digits', '联系电话'],
        [9, 'phone-digits', '联系电话'],
        [18, 'phone-digits', '联系电话'],
        [22, 'phone-digits', '联系电话'],
      ]),
    );
  });

  it('lets no formula-like text through, and reads full-width signs', () => {
    const values = proposal.changes.map(({ after }) => after);
    expect(values.filter((value) => /^[=+\-@]/.test(value))).toEqual([]);
    expect(values).toEqual(expect.arrayContaining(['unit1@example.com', '13900001210', '13900001211']));
    expect(new Set(proposal.changes.map(({ unitId }) => unitId)).size).toBe(20);
  });
});

describe('proposeRoster', () => {
  it('leaves out a wrong phone and a wrong mailbox, not their row', () => {
    const { changes, problems, notices } = propose([['乡镇', '西渡镇', '张三', '', '1390000120', 'x', '']]);
    expect(changes).toEqual([{ unitId: 'U01', field: 'contact', before: '', after: '张三' }]);
    expect(problems).toEqual([]);
    expect(short(notices)).toEqual([
      [2, 'phone-digits', '手机号码'],
      [2, 'not-an-email', '邮箱'],
    ]);
    expect(notices[0]).toMatchObject({ table: 'Units', sheet: '名单', found: '1390000120' });
  });

  it('knows the task force’s head, contact and phone beside the unit’s own, and leaves a wrong phone of it out alone', () => {
    const rows = [
      ['单位', '联系人', '电话', '专班负责人', '专班联系人', '专班电话'],
      ['西渡镇', '甲', '13900001000', '乙', '丙', '139-0000-2000'],
      ['集兵镇', '丁', '13900001001', '戊', '己', '1390000'],
    ];
    const proposal = proposeRoster([{ name: '名单', rows }], CAMPAIGN_UNITS, EXPECTED);
    const roster = apply(CAMPAIGN_UNITS, proposal);
    const named = (name: string): Unit | undefined => roster.find((one) => one.name === name);
    expect(named('西渡镇')).toMatchObject({
      contact: '甲',
      phone: '13900001000',
      forceHead: '乙',
      forceContact: '丙',
      forcePhone: '13900002000',
    });
    expect(named('集兵镇')).toMatchObject({ contact: '丁', forceHead: '戊', forcePhone: '' });
    expect(short(proposal.notices)).toEqual([[3, 'phone-digits', '专班电话']]);
  });

  it('never erases with a blank cell', () => {
    const existing = [unit(1, { name: '西渡镇', contact: '张三', phone: '6820001', email: 'a@b.cn', note: '原备注' })];
    expect(propose([['乡镇', '西渡镇', null, null, '', '无', '']], existing)).toMatchObject({
      changes: [],
      unchanged: ['U01'],
    });
  });

  it('puts position and note only into an empty note', () => {
    const existing = [unit(1, { name: '西渡镇', note: '原备注' }), unit(2, { name: '集兵镇' })];
    const { changes } = propose(
      [
        ['', '西渡镇', '', '科员', '', '', '新'],
        ['', '集兵镇', '', '科员', '', '', '已报专班名单'],
      ],
      existing,
    );
    expect(changes).toEqual([{ unitId: 'U02', field: 'note', before: '', after: '职务：科员；已报专班名单' }]);
  });

  it('does not call another spelling of the same phone a change', () => {
    const existing = [unit(1, { name: '西渡镇', phone: '139 0000 1204' })];
    expect(propose([['', '西渡镇', '', '', '１３９-0000-1204', '', '']], existing).changes).toEqual([]);
  });

  it('takes an identical repeated row once, with a notice, and neither of two that differ', () => {
    const row: Row = ['', '西渡镇', '张三', '', '13900001204', '', ''];
    const same = propose([row, row]);
    expect([same.problems.length, same.changes.length, same.notices.map(({ code }) => code)]).toEqual([
      0,
      2,
      ['repeated-row'],
    ]);
    const different = propose([row, ['', '西渡镇政府', '李四', '', '', '', '']]);
    expect(different.changes).toEqual([]);
    expect(short(different.problems)).toEqual([
      [2, 'duplicate-unit', '单位名称'],
      [3, 'duplicate-unit', '单位名称'],
    ]);
  });

  it('refuses another category than the roster has, and one that there is not', () => {
    expect(short(propose([['园区', '西渡镇', '', '', '', '', '']]).problems)).toEqual([
      [2, 'category-differs', '类别'],
    ]);
    expect(short(propose([['企业', '西渡镇', '', '', '', '', '']]).problems)).toEqual([
      [2, 'unknown-category', '类别'],
    ]);
  });

  it('asks about a name that only resembles one', () => {
    const { problems, newUnits } = propose([['成员单位', '教育局', '', '', '', '', '']]);
    expect(short(problems)).toEqual([[2, 'doubtful-unit', '单位名称']]);
    expect(newUnits).toEqual([]);
  });

  it('fills placeholders with new units, keeping their ids, while the category lacks units', () => {
    const { newUnits, problems } = propose([
      ['成员单位', '县水利局', '张三', '股长', '13900001204', '', ''],
      ['县禁毒委成员单位', '县司法局', '', '', '', '', ''],
    ]);
    expect(problems).toEqual([]);
    expect(newUnits).toMatchObject([
      {
        unitId: 'U46',
        name: '县水利局',
        category: 'member',
        contact: '张三',
        phone: '13900001204',
        note: '职务：股长',
        active: true,
      },
      { unitId: 'U47', name: '县司法局', category: 'member' },
    ]);
  });

  it('gives a new id behind the highest when there is no placeholder', () => {
    const existing = [unit(9, { name: '县委办', category: 'member' })];
    expect(propose([['成员单位', '县水利局', '', '', '', '', '']], existing).newUnits).toMatchObject([
      { unitId: 'U10', name: '县水利局' },
    ]);
    expect(propose([['县直机关单位', '县水利局', '', '', '', '', '']], existing).newUnits).toMatchObject([
      { unitId: 'U10', category: 'other' },
    ]);
  });

  it('keeps one blank between the words of an English name, and none in a Chinese one', () => {
    const names = ['North  Town', ' St.　Mary Parish ', '县 水 利 局', '县司法局 (A区)'];
    const existing = [unit(9, { name: '县委办', category: 'member' })];
    const taken = names.flatMap((name) => propose([['成员单位', name, '', '', '', '', '']], existing).newUnits);
    expect(taken.map(({ name }) => name)).toEqual(['North Town', 'St. Mary Parish', '县水利局', '县司法局(A区)']);
    const again = propose([['', 'NorthTown', '李四', '', '', '', '']], [unit(9, { name: 'North Town' })]);
    expect(again.changes).toMatchObject([{ unitId: 'U09', after: '李四' }]);
  });

  it('invents no unit when the category is full, unknown, or has less room than the file has names', () => {
    expect(short(propose([['乡镇', '洪罗庙镇', '', '', '', '', '']]).problems)).toEqual([
      [2, 'unexpected-unit', '单位名称'],
    ]);
    expect(short(propose([['', '县水利局', '', '', '', '', '']]).problems)).toEqual([
      [2, 'unexpected-unit', '单位名称'],
    ]);
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'].map((name): Row => [
      '成员单位',
      `县${name}${name}局`,
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(propose(names.slice(0, 8)).newUnits).toHaveLength(8);
    const tooMany = propose(names);
    expect(tooMany.newUnits).toEqual([]);
    expect(tooMany.problems).toHaveLength(9);
  });

  it('asks when two new names resemble each other', () => {
    const { newUnits, problems } = propose([
      ['成员单位', '县水利局', '', '', '', '', ''],
      ['成员单位', '水利局', '', '', '', '', ''],
    ]);
    expect(newUnits).toEqual([]);
    expect(short(problems)).toEqual([
      [2, 'doubtful-unit', '单位名称'],
      [3, 'doubtful-unit', '单位名称'],
    ]);
  });

  it('says that a row names no unit, and that a unit is inactive', () => {
    expect(short(propose([['乡镇', '', '张三', '', '13900001204', '', '']]).problems)).toEqual([
      [2, 'missing-unit', '单位名称'],
    ]);
    const idle = propose([['', '西渡镇', '张三', '', '', '', '']], [unit(1, { name: '西渡镇', active: false })]);
    expect(idle.notices.map(({ code }) => code)).toEqual(['inactive-unit']);
    expect(idle.changes).toHaveLength(1);
  });

  it('tells about columns it does not read and sheets without a table', () => {
    const sheets: SheetRows[] = [
      {
        name: '名单',
        rows: [
          ['单位', '电话', '车牌'],
          ['西渡镇', '13900001204', 'x'],
        ],
      },
      { name: '说明', rows: [['请尽快填写']] },
      { name: '空', rows: [] },
    ];
    const { notices, problems } = proposeRoster(sheets, CAMPAIGN_UNITS, EXPECTED);
    expect(problems).toEqual([]);
    expect(notices.map(({ code, sheet, found }) => [code, sheet, found])).toEqual([
      ['sheet-skipped', '说明', ''],
      ['column-ignored', '名单', '车牌'],
    ]);
  });

  const other = (name: string, phone: string, contact = '某') => ['县直单位', name, contact, '', phone, '', ''];
  const named = ({ newUnits }: RosterProposal): string[] => newUnits.map(({ name }) => name);

  it('takes everyday names as new units, told once: their numbers or fields tell them apart', () => {
    const names = ['县第一中学', '县第二中学', '县财政局', '县审计局', '县水利局'];
    const proposal = propose(names.map((name, index) => other(name, `1390000300${index}`)));
    expect(proposal.problems).toEqual([]);
    expect(named(proposal)).toEqual(names);
    expect(proposal.notices.map(({ code }) => code)).toEqual(['new-units']);
  });

  it('asks about names that look like one unit, and takes “a new unit” for an answer', () => {
    const rows = [other('县人民医院', '13900003001')];
    const asked = propose(rows);
    expect(named(asked)).toEqual([]);
    expect(asked.problems[0]?.choices?.map(({ value }) => value)).toContain('new');
    const answered = proposeRoster(list(...rows), CAMPAIGN_UNITS, EXPECTED, { 县人民医院: 'new' });
    expect([answered.problems, named(answered)]).toEqual([[], ['县人民医院']]);
  });

  it('offers the unit that an unknown name may mean', () => {
    const { problems } = propose([['园区', '界牌工业园', '某', '', '13900003001', '', '']]);
    expect(problems[0]?.choices?.map(({ label }) => label)).toEqual(
      expect.arrayContaining([CAMPAIGN_UNITS.find(({ category }) => category === 'park')?.name, '新单位 New unit']),
    );
  });

  it('counts two look-alikes with two phones for two units, with one phone for one', () => {
    expect(
      named(propose([other('县某某委', '13900003001', '甲'), other('县某某办', '13900003002', '乙')])),
    ).toHaveLength(2);
    expect(named(propose([other('县某某委', '13900003001'), other('县某某办', '13900003001')]))).toEqual([]);
  });
});
