// How fast a cost grows with the size of what it is spent on.

/** Slope of the logarithms: 1 is linear, 2 quadratic. */
export function exponent(sizes: readonly number[], times: readonly number[]): number {
  const [xs, ys] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [x, y] = [mean(xs), mean(ys)];
  return (
    xs.reduce((sum, one, at) => sum + (one - x) * ((ys[at] ?? 0) - y), 0) /
    xs.reduce((sum, one) => sum + (one - x) ** 2, 0)
  );
}
