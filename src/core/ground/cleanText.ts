// Text that any file can hold: no control characters, no halves of characters, no code points that are none. Knows no file format.

/**
 * Control characters (but tab and line ends), surrogates without their other half, and the noncharacters U+FDD0–FDEF and U+…FFFE/FFFF. XML holds
 * none of them: a workbook with one in it does not open again.
 */
const UNSTORABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF\uFDD0-\uFDEF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;

/**
 * The text without what no workbook can store; everything else stays as it is. Used for every text that comes in and every text that goes out.
 * Idempotent. Example: `storableText('从PDF复制的\uFFFE题目') === '从PDF复制的题目'`.
 */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '');
}
