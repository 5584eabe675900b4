// An option's word that cannot be read. Knows no job and no kind of option.

/** What was expected and what was found; whoever offers the job says it as wrong usage. */
export class BadOption extends Error {
  constructor(option: string, expected: string, found: string) {
    super(`${option}: expected ${expected}, found "${found}"`);
  }
}
