// The item follows from the unit, the parts from the item.
import type { IntakeUnit } from '../../src/app/collect/intake';
import { draftAfter, itemIn, unticked, withOnlyPart } from '../../src/taskpane/dependentFields';
import type { Draft } from '../../src/taskpane/fieldValues';
import type { StepField } from '../../src/taskpane/steps';

const label = { zh: '', en: '' };
const FIELDS: readonly StepField[] = [
  { kind: 'unit', name: 'unit', label },
  { kind: 'item', name: 'item', of: 'unit', label },
  { kind: 'parts', name: 'parts', of: 'item', label },
  { kind: 'text', name: 'note', label },
];
const item = (requirementId: string, open: boolean) => ({
  requirementId,
  title: requirementId,
  state: label,
  parts: ['甲', '乙'],
  missing: [],
  open,
});
const INTAKE: readonly IntakeUnit[] = [
  {
    unitId: 'U01',
    name: '西渡镇',
    spellings: ['U01', '西渡'],
    items: [item('T1', false), item('T2', true), item('T3', true)],
  },
  { unitId: 'U02', name: '集兵镇', spellings: ['U02'], items: [item('T1', false)] },
];
const EMPTY: Draft = { unit: '', item: '', parts: '', note: '纸质' };
const after = (draft: Draft, name: string, value: string): Draft => draftAfter(FIELDS, draft, name, value, INTAKE);

test('a unit brings the first item that is still open', () => {
  expect(after(EMPTY, 'unit', '西渡镇')).toEqual({ unit: '西渡镇', item: 'T2', parts: '', note: '纸质' });
  expect(after(EMPTY, 'unit', 'U01')['item']).toBe('T2');
});

test('half a name and a unit with nothing open bring none', () => {
  expect(after(EMPTY, 'unit', '西')['item']).toBe('');
  expect(after(EMPTY, 'unit', '集兵镇')['item']).toBe('');
});

test('another unit or item takes the ticks off; the same unit in another spelling and other fields do not', () => {
  const ticked: Draft = { ...after(EMPTY, 'unit', '西渡镇'), item: 'T3', parts: '甲' };
  expect(after(ticked, 'unit', '集兵镇')).toMatchObject({ item: '', parts: '' });
  expect(after(ticked, 'item', 'T2')).toMatchObject({ unit: '西渡镇', item: 'T2', parts: '' });
  expect(after(ticked, 'unit', '西渡')).toMatchObject({ item: 'T3', parts: '甲' });
  expect(after(ticked, 'note', 'x')).toMatchObject({ item: 'T3', parts: '甲' });
});

test('parts are those of the chosen item of the chosen unit', () => {
  expect(itemIn(FIELDS, { ...EMPTY, unit: '西渡镇', item: 'T3' }, 'item', INTAKE)?.requirementId).toBe('T3');
  expect(itemIn(FIELDS, { ...EMPTY, unit: '集兵镇', item: 'T3' }, 'item', INTAKE)).toBeUndefined();
});

const single = (requirementId: string) => ({ ...item(requirementId, true), parts: ['方案文本'] });
const ONE_PART: readonly IntakeUnit[] = [{ unitId: 'U03', name: '杉桥镇', spellings: [], items: [single('T1')] }];

test('the only part of an item is ticked with it; of several none is, and that is asked before anything is registered', () => {
  const one = draftAfter(FIELDS, EMPTY, 'unit', '杉桥镇', ONE_PART);
  expect(one).toMatchObject({ item: 'T1', parts: '方案文本' });
  expect(unticked(FIELDS, one, ONE_PART)).toEqual([]);
  const two = after(EMPTY, 'unit', '西渡镇');
  expect(unticked(FIELDS, two, INTAKE)).toEqual(['parts']);
  expect(unticked(FIELDS, { ...two, parts: '乙' }, INTAKE)).toEqual([]);
  // A form that a card opens filled in is like one that was filled in by hand.
  const opened: Draft = { ...EMPTY, unit: '杉桥镇', item: 'T1' };
  expect(withOnlyPart(FIELDS, opened, ONE_PART).parts).toBe('方案文本');
});

test('a tick that somebody took off the only part stays off while other fields are filled in', () => {
  const off: Draft = { ...EMPTY, unit: '杉桥镇', item: 'T1', parts: '' };
  expect(draftAfter(FIELDS, off, 'note', 'x', ONE_PART).parts).toBe('');
});
