// Work on texts that come again and again is done once for each of them.

/**
 * `work` must depend on its text alone and give no undefined. What is known is forgotten as a whole when there are `most` texts of it.
 * Example: `const tokens = remembered(5_000, cut)`: `tokens('=A1')` cuts once, however often it is asked.
 */
export function remembered<Out extends NonNullable<unknown> | null>(
  most: number,
  work: (text: string) => Out,
): (text: string) => Out {
  const known = new Map<string, Out>();
  return (text) => {
    let out = known.get(text);
    if (out === undefined) {
      if (known.size >= most) known.clear();
      known.set(text, (out = work(text)));
    }
    return out;
  };
}
