// What has changed in the workbook since home was last read: kept until a reading has answered, so that one which is overtaken or fails
// loses nothing. Knows no Excel and no view.

/** Names of sheets; null = anything may have changed. */
export type Changed = ReadonlySet<string> | null;

/** The changes that no answered reading has taken in. */
export interface UnreadChanges {
  /** Adds what has changed; gives all that is unread by now. */
  readonly add: (changed: Changed) => Changed;
  /** A reading of all that was unread has answered. */
  readonly read: () => void;
}

/** Example: `const unread = unreadChanges(); unread.add(new Set(['A'])); unread.add(new Set(['B']))` gives both. At first everything is unread. */
export function unreadChanges(): UnreadChanges {
  let unread: Changed = null;
  return {
    add: (changed) => {
      unread = unread === null || changed === null ? null : new Set([...unread, ...changed]);
      return unread;
    },
    read: () => {
      unread = new Set();
    },
  };
}
