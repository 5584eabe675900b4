import { scrollThatShows } from '../../../src/workbench/grid/scrollThatShows';

describe('the chosen cell beside frozen rows', () => {
  const view = { frozen: 170, size: 400 };
  const row = (start: number) => ({ start, end: start + 27 });

  it('comes right under them when it lay above what is seen', () => {
    expect(scrollThatShows({ ...view, ...row(500), scroll: 900 })).toBe(330);
    expect(scrollThatShows({ ...view, ...row(1_065), scroll: 900 })).toBe(895);
  });

  it('comes to the lower edge when it lay below', () => {
    expect(scrollThatShows({ ...view, ...row(2_000), scroll: 0 })).toBe(2_027 - 170 - 400);
  });

  it('leaves the sheet where it is when it is seen, or frozen itself', () => {
    expect(scrollThatShows({ ...view, ...row(1_100), scroll: 900 })).toBe(900);
    expect(scrollThatShows({ ...view, ...row(30), scroll: 900 })).toBe(900);
  });
});
