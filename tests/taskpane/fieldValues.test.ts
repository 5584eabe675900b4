// What is typed into a step's fields, and what is wrong with it.
import { actorIn, firstDraft, readFields, startDraft } from '../../src/taskpane/fieldValues';
import type { StepField } from '../../src/taskpane/steps';

const label = { zh: '名', en: 'name' };
const FIELDS: readonly StepField[] = [
  { kind: 'text', name: 'title', label, required: true },
  { kind: 'number', name: 'judges', label, min: 1, max: 9, default: 5 },
  { kind: 'switch', name: 'all', label },
  { kind: 'choice', name: 'tie', label, choices: [{ value: 'more', label }] },
];

test('the first draft shows initial values, everything else empty', () => {
  expect(firstDraft(FIELDS)).toEqual({ title: '', judges: '5', all: false, tie: '' });
});

test('full-width digits are numbers; empty optional fields give no value', () => {
  expect(readFields(FIELDS, { title: ' 甲 ', judges: '７', all: true, tie: '' }, 'zh')).toEqual({
    kind: 'values',
    values: { title: '甲', judges: 7, all: true },
  });
});

test('every wrong field is named at once', () => {
  expect(readFields(FIELDS, { title: '', judges: '12', all: false, tie: '' }, 'zh')).toEqual({
    kind: 'wrong',
    messages: { title: '请填写', judges: '应在 1 到 9 之间' },
  });
  expect(readFields(FIELDS, { title: 'x', judges: 'many' }, 'en')).toEqual({
    kind: 'wrong',
    messages: { judges: 'Please enter a number' },
  });
});

test('a draft begins with what another step gave; what no field asks for is left out', () => {
  expect(startDraft(FIELDS, { title: '甲', all: true, judges: 7, again: true })).toEqual({
    title: '甲',
    judges: '7',
    all: true,
    tie: '',
  });
  expect(startDraft(FIELDS)).toEqual(firstDraft(FIELDS));
});

test('whoever acts is named in the fields that ask for it, and in no other', () => {
  const fields: readonly StepField[] = [
    { kind: 'text', name: 'reviewer', label, actor: true },
    { kind: 'text', name: 'by', label },
  ];
  expect(actorIn(fields, '王小明')).toEqual({ reviewer: '王小明' });
  expect(actorIn(fields, undefined)).toEqual({});
  expect(actorIn(fields, '')).toEqual({});
});

test('a time zone is known before the next page: as people call it, else by its own name, else what is wrong is said', () => {
  const zone: readonly StepField[] = [
    { kind: 'text', name: 'zone', suggest: 'zone', label: { zh: '时区', en: 'Time zone' } },
  ];
  const read = (typed: string) => readFields(zone, { zone: typed }, 'zh');
  expect(read('北京')).toEqual({ kind: 'values', values: { zone: 'Asia/Shanghai' } });
  expect(read('Europe/London')).toEqual({ kind: 'values', values: { zone: 'Europe/London' } });
  expect(read('')).toEqual({ kind: 'values', values: {} });
  expect(read('火星')).toMatchObject({ kind: 'wrong', messages: { zone: expect.stringContaining('没有这个时区') } });
});
