// Who said that they act, for as long as this window of Excel is open: a button of the ribbon loads the pane anew, and nobody is asked twice.
// The one thing that is kept outside the workbook: in there it would be everybody's. Knows no screen.

const KEY = 'campaign.who';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Who acts in this window; forgotten when it closes. */
export interface KeptName {
  /** null: nobody was asked yet; '' = without a name. */
  read(): string | null;
  /** null: whoever comes next is asked. */
  keep(name: string | null): void;
}

/**
 * `memory` may be refused (a browser that keeps nothing for frames): then people are asked again, as before.
 * Example: `keptName(() => window.sessionStorage).read()`.
 */
export function keptName(memory: () => Memory): KeptName {
  return {
    read: () => {
      try {
        return memory().getItem(KEY);
      } catch {
        return null;
      }
    },
    keep: (name) => {
      try {
        if (name === null) memory().removeItem(KEY);
        else memory().setItem(KEY, name);
      } catch {
        // Nothing is lost but the answer to one question.
      }
    },
  };
}
