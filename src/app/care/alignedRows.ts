// Which row of a page stands where, after people put rows in or took some out: by what the rows say. Knows no page.

/** What each cell of a row says, '' where nothing is to be compared. */
export type SaidRow = readonly string[];

const alike = (a: SaidRow, b: SaidRow): number => a.filter((said, at) => said !== '' && said === b[at]).length;

/**
 * By row of `made` the row of `stands` that it is now, both in order, so that as many cells as possible say the same; −1: it is gone. A row of which less than
 * half says the same is taken for gone.
 * Example: rows a, b, c that stand as a, new, b, c → [0, 2, 3].
 */
export function alignedRows(made: readonly SaidRow[], stands: readonly SaidRow[]): number[] {
  const width = stands.length + 1;
  const best = new Int32Array((made.length + 1) * width);
  const said = made.map((row) => row.filter((cell) => cell !== '').length);
  const gain = (m: number, s: number): number => {
    const same = alike(made[m] ?? [], stands[s] ?? []);
    return same * 2 > (said[m] ?? 0) ? same : 0;
  };
  for (let m = made.length - 1; m >= 0; m--)
    for (let s = stands.length - 1; s >= 0; s--) {
      const together = gain(m, s);
      best[m * width + s] = Math.max(
        best[(m + 1) * width + s] ?? 0,
        best[m * width + s + 1] ?? 0,
        together === 0 ? 0 : together + (best[(m + 1) * width + s + 1] ?? 0),
      );
    }
  const found = made.map(() => -1);
  for (let m = 0, s = 0; m < made.length && s < stands.length;) {
    const now = best[m * width + s];
    if (now === best[(m + 1) * width + s]) m += 1;
    else if (now === best[m * width + s + 1]) s += 1;
    else {
      found[m] = s;
      m += 1;
      s += 1;
    }
  }
  return filled(found, stands.length);
}

/** As many rows between two that are known as there were: each is its own, whatever it says now. */
function filled(found: readonly number[], end: number): number[] {
  const known = [-1, ...found, end];
  const all = [...found];
  let last = 0;
  known.forEach((stands, at) => {
    if (at === 0 || stands < 0) return;
    const before = known[last] ?? -1;
    if (at - last === stands - before) for (let gap = 1; gap < at - last; gap++) all[last + gap - 1] = before + gap;
    last = at;
  });
  return all;
}
