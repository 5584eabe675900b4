// The error for bytes that are no .xlsx workbook. Knows nothing of what is in one.
import { text, type Text } from '../../core/ground/text';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { fileKind, KIND_WORDS } from '../../files/fileKind';
import type { Unreadable } from '../../files/unreadableFile';

/** Says what was expected, what was found and how to mend it. Example: `catch (error) { if (error instanceof NotAWorkbook) show(error.text); }`. */
export class NotAWorkbook extends Error {
  readonly code: ProblemCode;
  readonly text: Text;
  /** What it was made of. */
  readonly reason: Pick<Unreadable, 'code' | 'found' | 'mend'>;

  constructor(reason: Pick<Unreadable, 'code' | 'found' | 'mend'>, cause?: unknown) {
    const { code, found, mend } = reason;
    const whole = text(
      `应为 .xlsx 工作簿，实为${found.zh}。${mend.zh}`,
      `Expected an .xlsx workbook, found ${found.en}. ${mend.en}`,
    );
    super(whole.en, { cause });
    this.name = 'NotAWorkbook';
    this.code = code;
    this.reason = reason;
    this.text = whole;
  }
}

/** Where a workbook is wanted, no other ending makes one of a text. */
const TEXT_IS_IMPORTED = text(
  '要导入的名单、收件、作品、评分，请在导入里选它；要当工作簿用，请先在 Excel 或 WPS 里打开它，另存为 .xlsx。',
  'A list, receipts, entries or scores are chosen in an import; for a workbook open it in Excel or WPS and save it as .xlsx first.',
);

/** Throws NotAWorkbook unless the bytes are an .xlsx (or .xlsm) package. */
export function requireWorkbook(bytes: Uint8Array): void {
  const kind = fileKind(bytes);
  if (kind === 'workbook') return;
  throw new NotAWorkbook(kind === 'text' ? { ...KIND_WORDS.text, mend: TEXT_IS_IMPORTED } : KIND_WORDS[kind]);
}

/** For a package that says it is a workbook and cannot be read as one. */
export function damagedWorkbook(cause?: unknown): NotAWorkbook {
  return new NotAWorkbook(
    {
      code: 'damaged-workbook',
      found: text('残缺或损坏的工作簿', 'a damaged or incomplete workbook'),
      mend: text('请用 Excel 打开并另存一份，再选新的那份。', 'Open it in Excel, save a copy and choose the copy.'),
    },
    cause,
  );
}
