// Options as words: what they are read as, what is refused, and what the command line says of them.
import fc from 'fast-check';
import { EXTEND } from '../../../src/app/collect/extendJob';
import { BadOption } from '../../../src/app/run/badOption';
import { choicesOf, options, withDefaults } from '../../../src/app/run/options';
import { optionHelp, readOptions, readSwitch } from '../../../src/app/run/readOptions';

const label = { zh: '名', en: 'name' };
const OWN = options({
  note: { kind: 'text', label },
  days: { kind: 'number', label, min: 0, max: 60, default: 2 },
  quota: { kind: 'number', label, min: 1, max: 99 },
  again: { kind: 'switch', label },
  review: { kind: 'choice', label, choices: choicesOf('review'), default: 'pending' },
  to: { kind: 'choice', label, choices: choicesOf('review', ['accepted', 'returned']) },
  names: { kind: 'own', read: (word) => word.split('、'), field: { kind: 'text', label } },
});
const said = (words: Record<string, string>): object => readOptions(OWN, words).said;

test('every kind is read as what it is; an empty word says nothing, and what nobody says has its default', () => {
  expect(said({ note: '甲', days: '３', again: '是', review: '通过', to: 'returned', names: '甲、乙' })).toEqual({
    note: '甲',
    days: 3,
    again: true,
    review: 'accepted',
    to: 'returned',
    names: ['甲', '乙'],
  });
  expect(said({ note: '', days: ' ', again: '', review: '' })).toEqual({});
  expect(withDefaults(OWN, {})).toEqual({ days: 2, review: 'pending' });
  expect(withDefaults(OWN, { days: 5 })).toEqual({ days: 5, review: 'pending' });
});

test('a number beyond its limits is a problem, and all of them are named at once', () => {
  const { problems } = readOptions(OWN, { days: '61', quota: '两' });
  expect(problems.map(({ code, found, expected }) => [code, found, expected.zh])).toEqual([
    ['bad-days', '61', '0 到 60 的整数'],
    ['bad-quota', '两', '1 到 99 的整数'],
  ]);
});

test('every whole number within the limits is read, none beyond', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (count) => {
      const { said: read, problems } = readOptions(OWN, { quota: String(count) });
      expect(read.quota).toBe(count >= 1 && count <= 99 ? count : undefined);
      expect(problems).toHaveLength(read.quota === undefined ? 1 : 0);
    }),
  );
});

test('a word that is no choice is refused by the option’s name', () => {
  expect(() => said({ review: '待定' })).toThrow(BadOption);
  expect(() => said({ to: 'pending' })).toThrow(/to: expected/);
  expect(() => readSwitch('again', '也许')).toThrow(/again: expected/);
});

test('the help follows from the option: label, limits, default, hint', () => {
  expect(optionHelp(OWN.days).zh).toBe('名（0–60，默认 2）');
  expect(optionHelp(OWN.again).en).toBe('name (yes/no, default no)');
  expect(optionHelp(OWN.to).zh).toBe('名（accepted=通过, returned=退回）');
  expect(optionHelp(EXTEND.options.requirement).zh).toBe('事项：编号或名称');
});

test('a number that cannot be read stops the job before the workbook is read', async () => {
  const deps = { now: () => 0, language: 'zh' as const, workbook: undefined as never };
  const report = await EXTEND.run(deps, { settings: { unit: 'U01', quota: '0' }, strict: false }, 'write');
  expect(report).toMatchObject({ stopped: true, results: EXTEND.nothing });
  expect(report.problems.map(({ code }) => code)).toEqual(['bad-quota']);
});
