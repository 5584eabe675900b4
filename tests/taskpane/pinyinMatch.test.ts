// Typing a unit's name in characters, pinyin or initials.
import { fitCharacters, loadPinyin, namesLike, type Fit } from '../../src/taskpane/pinyinMatch';
import { CAMPAIGN_UNITS } from '../support/reportFixtures';

const UNITS = CAMPAIGN_UNITS.filter(({ name }) => name !== '').map(({ unitId, name, aliases }) => ({
  name,
  spellings: [unitId, ...aliases],
}));
let pinyin: Fit;
beforeAll(async () => {
  pinyin = await loadPinyin();
});
const found = (typed: string): string[] => namesLike(UNITS, typed, pinyin).map(({ name }) => name);

test.each([
  ['xdz', '西渡镇'],
  ['xidu', '西渡镇'],
  ['西d', '西渡镇'],
  ['ＸＤ Ｚ', '西渡镇'],
  ['cax', '长安乡'],
  ['glx', '岣嵝乡'],
  ['jcy', '县人民检察院'],
  ['xjcy', '县人民检察院'],
  ['xjyj', '县教育局'],
  ['政法', '县委政法委'],
  ['U20', '栏垅乡'],
])('%s means %s', (typed, name) => {
  expect(found(typed)[0]).toBe(name);
});

test('every unit of the campaign is among the first six for its initials', () => {
  const initials = async (name: string): Promise<string> =>
    (await import('pinyin-pro')).pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return Promise.all(UNITS.map(async ({ name }) => expect(found(await initials(name)).slice(0, 6)).toContain(name)));
});

test('the beginning of a name fits better than its middle, a name better than an alias', () => {
  expect(fitCharacters('西', '西渡镇')).toBe(0);
  expect(
    namesLike(
      [
        { name: '甲镇', spellings: ['乙'] },
        { name: '丙乙', spellings: [] },
        { name: '乙镇', spellings: [] },
      ],
      '乙',
      null,
    ).map(({ name }) => name),
  ).toEqual(['乙镇', '丙乙', '甲镇']);
});

test('what fits nothing finds nothing, nothing typed finds everything in its order', () => {
  expect(found('qqqq')).toEqual([]);
  expect(found(' ')).toEqual(UNITS.map(({ name }) => name));
});
