// What people call the time of China, and every other zone by its own name (D-1).
import { zoneCalled, zoneName } from '../../../src/core/time/zoneName';

test.each(['北京', '北京时间', ' 中国标准时间 ', 'Beijing', 'beijing time', 'Ｃｈｉｎａ'])(
  '%s is Asia/Shanghai',
  (word) => {
    expect(zoneCalled(word)).toBe('Asia/Shanghai');
    expect(zoneName(word).zh).toBe('北京时间');
  },
);

test('any other word stays as it was typed: a wrong one is named, not guessed', () => {
  expect(['Europe/London', '北京路', 'UTC+8'].map(zoneCalled)).toEqual(['Europe/London', '北京路', 'UTC+8']);
  expect(zoneName('Europe/London').zh).toBe('Europe/London');
});
