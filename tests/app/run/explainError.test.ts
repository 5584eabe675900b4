// Errors become sentences; their raw messages never reach a person.
import { explainError, passesByItself, TimedOut } from '../../../src/app/run/explainError';
import { UnreadableFile } from '../../../src/files/unreadableFile';

const excelError = (code: string): Error =>
  Object.assign(new Error(`raw message of ${code}`), { code, debugInfo: { errorLocation: 'Range.values' } });

test('a cell that is being edited becomes “press Enter”', () => {
  expect(explainError(excelError('InvalidOperationInCellEditMode'))).toEqual({
    zh: '请先按 Enter 结束单元格编辑，再点一次。',
    en: 'Finish editing the cell (press Enter), then click again.',
  });
});

test.each([
  'ItemNotFound',
  'AccessDenied',
  'RequestPayloadSizeLimitExceeded',
  'ConnectionFailure',
  'InvalidArgument',
  'GeneralException',
  'SomethingNew',
])('%s is said in both languages without its raw message', (code) => {
  const sentence = explainError(excelError(code));
  expect(sentence.zh).toMatch(/[\u4e00-\u9fff].*[。）]$/);
  expect(sentence.en).toMatch(/[.)]$/);
  expect(sentence.zh + sentence.en).not.toContain('raw message');
});

test('an unknown code is shown, so that it can be told to somebody', () => {
  expect(explainError(excelError('SomethingNew')).en).toContain('(SomethingNew)');
});

test('a file that cannot be read speaks for itself', () => {
  const error = new UnreadableFile({
    code: 'old-xls',
    expected: { zh: '甲', en: 'a' },
    found: { zh: '乙', en: 'b' },
    mend: { zh: '丙', en: 'c' },
  });
  expect(explainError(error)).toBe(error.text);
});

test('a part of the program that could not be downloaded is said to be just that', () => {
  const said = explainError(
    Object.assign(new Error('Loading chunk 58 failed.'), { name: 'ChunkLoadError', type: 'missing' }),
  );
  expect(said.zh).toContain('没有写入任何内容');
  expect(said.en).toContain('nothing was written');
});

test('a time-out says that the step can be run again', () => {
  expect(explainError(new TimedOut('x')).zh).toContain('可以再运行一次');
});

test.each([
  ['a program error', new TypeError('x is not a function')],
  ['a string', 'oops'],
  ['nothing', undefined],
])('%s is no raw message either', (_, thrown) => {
  const sentence = explainError(thrown);
  expect(sentence.zh).toContain('意料之外');
  expect(sentence.en).not.toMatch(/not a function|oops/);
});

test('what may pass by itself is told from what somebody must mend', () => {
  expect(passesByItself(excelError('InvalidOperationInCellEditMode'))).toBe('editing');
  expect(['ConnectionFailure', 'ActivityLimitReached'].map((code) => passesByItself(excelError(code)))).toEqual([
    'soon',
    'soon',
  ]);
  expect(passesByItself(new TimedOut('no answer'))).toBe('soon');
  expect([passesByItself(excelError('AccessDenied')), passesByItself(new TypeError('x'))]).toEqual(['no', 'no']);
});
