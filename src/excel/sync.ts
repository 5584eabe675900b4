// Counts awaited syncs: the round trips that a person waits for.

/** Sends what is queued and counts one round trip. */
export type Sync = (context: Excel.RequestContext) => Promise<void>;

/** A sync and the number of times it was awaited. */
export function countingSync(): { sync: Sync; count: () => number } {
  let count = 0;
  return {
    sync: async (context) => {
      count += 1;
      await context.sync();
    },
    count: () => count,
  };
}
