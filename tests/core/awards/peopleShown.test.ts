// A-3 where a category needs no alias: whoever has one stands by it all the same.
import { peopleIn } from '../../../src/core/awards/hiddenName';
import { peopleShown } from '../../../src/core/awards/publicWinner';

test('A-3: whoever has an alias is named by it, the others by their names', () => {
  expect(peopleShown('王芳（化名小丽）、李四', 'zh')).toBe('小丽（化名）、李四');
  expect(peopleShown('王芳、李四', 'zh')).toBe('王芳、李四');
  // A mark after the last one parts nobody.
  expect(peopleShown('王芳（化名小丽）、', 'zh')).toBe('小丽（化名）');
});

test('what stands between brackets parts nobody', () => {
  expect(peopleIn('王芳（化名小丽、阿丽），李四/张三')).toEqual(['王芳（化名小丽、阿丽）', '李四', '张三']);
  expect(peopleIn('')).toEqual([]);
});
