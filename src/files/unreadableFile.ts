// The one error for files that cannot be read. Knows no file format.
import { text, type Text } from '../core/ground/text';
import type { ProblemCode } from '../core/ground/problemCodes';

/** Why a file cannot be read, and what to do about it. */
export interface Unreadable {
  /** Stable kebab-case code, e.g. "old-xls". */
  readonly code: ProblemCode;
  readonly expected: Text;
  readonly found: Text;
  readonly mend: Text;
}

/**
 * A file that is not what was asked for: says what was expected, what was found and how to mend it.
 * Example: `catch (error) { if (error instanceof UnreadableFile) show(error.text); }`.
 */
export class UnreadableFile extends Error {
  readonly code: ProblemCode;
  readonly expected: Text;
  readonly found: Text;
  readonly mend: Text;
  /** The whole message. */
  readonly text: Text;

  constructor({ code, expected, found, mend }: Unreadable, cause?: unknown) {
    const whole = text(
      `应为${expected.zh}，实为${found.zh}。${mend.zh}`,
      `Expected ${expected.en}, found ${found.en}. ${mend.en}`,
    );
    super(whole.en, { cause });
    this.name = 'UnreadableFile';
    this.code = code;
    this.expected = expected;
    this.found = found;
    this.mend = mend;
    this.text = whole;
  }
}
