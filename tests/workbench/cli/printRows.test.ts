// A preview on the command line: each row of the source with what becomes of it, named as the option skip understands it.
import { decideImportRoster } from '../../../src/app/collect/importRoster';
import { rowNamesOf } from '../../../src/app/imports/sourceWords';
import { previewAsJson, previewAsLines } from '../../../src/workbench/cli/printRows';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { oneSheet } from '../../support/oneSheet';

const file = oneSheet(
  '名单 1',
  [
    ['单位', '联络员', '电话'],
    ['西渡镇', '张三', ''],
    ['查无此家', '李四', ''],
    ['杉桥镇', '王五', ''],
  ],
  '',
);
const { preview } = decideImportRoster(situationOf(newSnapshot()), { file, skip: rowNamesOf('4') });

it('is one line a row', () => {
  expect(preview && previewAsLines(preview, 'zh')).toEqual([
    '  [名单 1!2] 更新 U01 西渡镇：联络员 张三',
    '  [名单 1!3] 不采用 查无此家 · 李四',
    '  [名单 1!4] 不导入 杉桥镇 · 王五',
  ]);
});

it('is data with the reason in one language, and its rows can be left out by their names', () => {
  const { rows } = previewAsJson(preview ?? { added: [], changed: [], unchanged: 0 }, 'en') as {
    rows: { row: string; state: string; why: string[] }[];
  };
  expect(rows.map(({ state, why }) => [state, why.length])).toEqual([
    ['changed', 0],
    ['leftOut', 1],
    ['skipped', 0],
  ]);
  expect(rows.flatMap(({ row }) => rowNamesOf(row)).map(({ sheet, from }) => [sheet, from])).toEqual([
    ['名单 1', 2],
    ['名单 1', 3],
    ['名单 1', 4],
  ]);
});

it('says nothing of rows when the job is no import', () => {
  expect(previewAsLines({ added: [], changed: [], unchanged: 0 }, 'zh')).toEqual([]);
  expect(previewAsJson({ added: [], changed: [], unchanged: 0 }, 'zh')).toEqual({
    added: [],
    changed: [],
    unchanged: 0,
  });
});
