// What the page says when something could not be done: bilingual errors as they are, the host's refusals in words a person knows.
import { text } from '../../core/ground/text';
import type { Text } from '../../core/ground/text';
import { ApiError } from '../host/apiError';
import type { ApiErrorCode } from '../host/apiError';

/** What Excel means by its codes when a person edits cells. */
const REFUSALS: Readonly<Partial<Record<ApiErrorCode, string>>> = {
  InvalidArgument: '公式或内容无效（公式可能写错了，或提到了不存在的表、列、工作表）。内容没有写入。',
  InvalidOperation: '这样会拆散一个表格或合并区域，请选中整行整列或先取消合并。',
  AccessDenied: '这个工作表受保护。请先撤销工作表保护。',
  ItemNotFound: '工作表已经不在了。',
  Timeout: '等得太久，没有做完。请再试一次。',
};

/** The sentence after a heading such as “没有保存：”. Example: a `NotAWorkbook` error says what was expected and found, in both languages. */
function reasonOf(error: unknown): Text {
  const bilingual = (error as { text?: Text } | null)?.text;
  if (bilingual) return bilingual;
  const message = error instanceof Error ? error.message : String(error);
  const refusal = error instanceof ApiError ? REFUSALS[error.code] : undefined;
  return text(refusal ?? message, message);
}

/** The words with the reason behind them, both languages. Example: “没有保存：” + “工作表已经不在了。” */
export function prefixed(words: Text, error: unknown): Text {
  const reason = reasonOf(error);
  return text(words.zh + reason.zh, words.en + reason.en);
}
