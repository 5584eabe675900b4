import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkEmail, checkPhone } from '../../../src/core/roster/checkContact';

const outcome = (checked: ReturnType<typeof checkPhone>): string =>
  'value' in checked ? checked.value : `!${checked.problem.code}`;

describe('checkPhone', () => {
  it.each([
    ['13900001204', '13900001204'],
    [13900001002, '13900001002'],
    ['139 0000 1201', '13900001201'],
    ['139-0000-1211', '13900001211'],
    ['13900001211.0', '13900001211'],
    ['13900001211|6820001', '13900001211/6820001'],
    ['１３９００００１２１０', '13900001210'],
    ['+8613900001234', '13900001234'],
    ['+86 139 0000 1234', '13900001234'],
    ['86-13900001234', '13900001234'],
    ['6820205', '6820205'],
    ['0734-6820205', '07346820205'],
    ['（0734）6820205', '07346820205'],
    ['021-68202050', '02168202050'],
    ['13900001204/6820205', '13900001204/6820205'],
    ['13900001204、13900001205', '13900001204/13900001205'],
    ['="13900002701"', '13900002701'],
    ["'13900002702", '13900002702'],
    ['13900002703 转 8012', '13900002703转8012'],
    ['0734-6820001-8012', '07346820001转8012'],
    ['13900002706（微信同号）', '13900002706'],
    ['13900002707 13900002708', '13900002707/13900002708'],
    ['13900002709\n6820002', '13900002709/6820002'],
    ['4000000110', '4000000110'],
    ['0734—6820003', '07346820003'],
    ['139‑0000–2704', '13900002704'],
    ['139.0000.2713', '13900002713'],
    ['(010)6820 0011', '01068200011'],
    ['办:6820005 手机:13900002710', '6820005/13900002710'],
    ['0734-682000', '!phone-digits'],
    ['0734682000', '!phone-digits'],
    ['13900002717x', '!not-a-phone'],
    ['', ''],
    ['无', ''],
    [' - ', ''],
    ['/', ''],
    ['—', ''],
    ['1390000120', '!phone-digits'],
    ['139000012045', '!phone-digits'],
    ['12345678901', '!phone-digits'],
    ['110', '!phone-digits'],
    ['7346820205', '!phone-digits'],
    ['联系人01', '!not-a-phone'],
    ['13900001204（张）', '!not-a-phone'],
    ['-1+1', '!formula-like'],
    ['=A1', '!formula-like'],
    ['@SUM(A1)', '!formula-like'],
    ['-13900001204', '!formula-like'],
  ])('%j gives %j', (raw, expected) => expect(outcome(checkPhone(raw))).toBe(expected));

  it('is idempotent on what it accepts', () => {
    const raw = fc
      .array(fc.constantFrom(...'0123456789-+（） １８'), { maxLength: 15 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(raw, (written) => {
        const checked = checkPhone(written);
        if ('value' in checked) expect(checkPhone(checked.value)).toEqual(checked);
      }),
      { numRuns: 3000 },
    );
  });

  it('says how many digits there are', () => {
    const checked = checkPhone('1390000120');
    expect('problem' in checked && checked.problem.message.zh).toContain('10 位');
  });
});

describe('checkEmail', () => {
  it.each([
    ['unit1＠example.com', 'unit1@example.com'],
    [' Unit.1@mail.example.com ', 'Unit.1@mail.example.com'],
    ['无', ''],
    ['', ''],
    ['-', ''],
    ['-1+1', '!formula-like'],
    ['=HYPERLINK("x")', '!formula-like'],
    ['@SUM(A1)', '!formula-like'],
    ['unit1.example.com', '!not-an-email'],
    ['unit1@example', '!not-an-email'],
    ['a@b.com;c@d.com', '!not-an-email'],
  ])('%j gives %j', (raw, expected) => expect(outcome(checkEmail(raw))).toBe(expected));
});
