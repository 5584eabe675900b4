// Turns what Excel or the program throws into a sentence for people. Knows error codes only: never shows a raw message.
import { text, type Text } from '../../core/ground/text';

/** Sentences by the `code` of an OfficeExtension.Error (and of this project's own time-out). */
const SENTENCES: Readonly<Record<string, Text>> = {
  InvalidOperationInCellEditMode: text(
    '请先按 Enter 结束单元格编辑，再点一次。',
    'Finish editing the cell (press Enter), then click again.',
  ),
  ItemNotFound: text(
    '要用的工作表或表格找不到了，可能被改名或删除。请运行“检查工作簿”，它会说明缺了什么。',
    'A sheet or table that is needed is gone: it may have been renamed or deleted. Run “Check the workbook” to see what is missing.',
  ),
  ItemAlreadyExists: text(
    '已有同名的工作表或表格。请把它改名后再试一次。',
    'A sheet or table of that name exists already. Rename it, then try again.',
  ),
  InvalidReference: text(
    '要写入的位置已经不在了，可能有人刚删了行或列。请再点一次，会按现在的内容重做。',
    'The place to write to is gone: someone may just have deleted rows or columns. Click again to redo it from what is there now.',
  ),
  InsertDeleteConflict: text(
    '表格下方有内容挡住，无法增加行。请把表格下面的内容移开，再试一次。',
    'Something below the table is in the way of new rows. Move it away, then try again.',
  ),
  MergedRangeConflict: text(
    '要写入的地方有合并的单元格。请取消合并，再试一次。',
    'There are merged cells where the job has to write. Unmerge them, then try again.',
  ),
  FilteredRangeConflict: text(
    '表格正在筛选，写不进去。请清除筛选，再试一次。',
    'A filter is in the way. Clear it, then try again.',
  ),
  PivotTableRangeConflict: text(
    '要写入的地方有数据透视表。请把它移到别的工作表，再试一次。',
    'A PivotTable stands where the job has to write. Move it to another sheet, then try again.',
  ),
  NonBlankCellOffSheet: text(
    '工作表最下面或最右边有内容，插不进新的行列。请清掉那里的内容，再试一次。',
    'There is something in the last rows or columns of the sheet, so none can be put in. Clear it, then try again.',
  ),
  FormulaLengthExceedsLimit: text(
    '公式超过 Excel 允许的长度。请减少评分标准，或缩短其名称，再试一次。',
    'A formula exceeds the length that Excel takes. Use fewer criteria or shorter names, then try again.',
  ),
  OperationCellsExceedLimit: text(
    '一次处理的单元格太多，Excel 拒绝了。请把文件分成几份，分别导入。',
    'Too many cells at once for Excel. Split the file and import the parts one by one.',
  ),
  RangeExceedsLimit: text(
    '一次处理的单元格太多，Excel 拒绝了。请把文件分成几份，分别导入。',
    'Too many cells at once for Excel. Split the file and import the parts one by one.',
  ),
  InvalidOperation: text(
    'Excel 在当前状态下不能做这一步。请关闭打开的对话框、退出图表或筛选编辑后再试。',
    'Excel cannot do this in its present state. Close open dialogs, leave charts or filter editing, then try again.',
  ),
  InactiveWorkbook: text(
    '当前窗口不是这个工作簿。请点一下这个工作簿，再试一次。',
    'Another workbook is in front. Click into this one, then try again.',
  ),
  AccessDenied: text(
    '工作簿或工作表受保护或只读，写不进去。请取消保护或取得编辑权限后再试。',
    'The workbook or sheet is protected or read-only. Unprotect it or get edit rights, then try again.',
  ),
  ApiNotFound: text(
    '这个版本的 Excel 缺少所需功能。请更新 Excel，或改用网页版。',
    'This Excel lacks a feature that is needed. Update Excel or use Excel on the web.',
  ),
  UnsupportedFeature: text(
    '这个版本的 Excel 缺少所需功能。请更新 Excel，或改用网页版。',
    'This Excel lacks a feature that is needed. Update Excel or use Excel on the web.',
  ),
  UnsupportedSheet: text(
    '这种工作表（如图表工作表）不能写入。请换到普通工作表，再试一次。',
    'Nothing can be written to a sheet of this kind (a chart sheet, for one). Go to an ordinary sheet, then try again.',
  ),
  NotImplemented: text(
    '这个版本的 Excel 缺少所需功能。请更新 Excel，或改用网页版。',
    'This Excel lacks a feature that is needed. Update Excel or use Excel on the web.',
  ),
  UnsupportedOperation: text(
    'Excel 在当前状态下不能做这一步。请关闭打开的对话框、退出图表或筛选编辑后再试。',
    'Excel cannot do this in its present state. Close open dialogs, leave charts or filter editing, then try again.',
  ),
  RequestPayloadSizeLimitExceeded: text(
    '一次写入的数据太多，Excel 拒绝了。请把文件分成几份，分别导入。',
    'Too much data at once for Excel. Split the file and import the parts one by one.',
  ),
  ResponsePayloadSizeLimitExceeded: text(
    '表格太大，Excel 一次读不出来。请把旧数据移到另一个工作簿后再试。',
    'The tables are too large to be read at once. Move old data to another workbook, then try again.',
  ),
  ConnectionFailure: text(
    '与 Excel 的连接断了，不知道这一步写进去没有。请检查网络，看看表里有没有，没有再点一次；填好的还在。',
    'The connection to Excel was lost, and whether this step was written is not known. Check the network, look at the sheet, and click again if it is not there; what you filled in stays.',
  ),
  ServiceNotAvailable: text(
    'Excel 暂时不可用，请过一会儿再试。',
    'Excel is not available at the moment. Try again in a while.',
  ),
  ActivityLimitReached: text('Excel 正忙，请过一会儿再试。', 'Excel is busy. Try again in a while.'),
  RequestAborted: text('操作被 Excel 中断了，请再点一次。', 'Excel interrupted the operation. Click again.'),
  Conflict: text(
    '别人正在改同一处。请稍等，再点一次。',
    'Someone else is changing the same place. Wait a moment, then click again.',
  ),
  Unauthenticated: text(
    '登录已过期，请重新登录 Office 后再试。',
    'Your sign-in has expired. Sign in to Office again, then retry.',
  ),
  InvalidArgument: text(
    'Excel 不接受要写入的内容。请运行“检查工作簿”，看表格结构是否被改动过。',
    'Excel does not accept what was to be written. Run “Check the workbook” to see whether the tables were changed.',
  ),
  TimedOut: text(
    '等了 60 秒 Excel 还没有回应，已停止等待。可以再运行一次：已完成的部分不会重复写入。',
    'Excel did not answer within 60 seconds. You can run it again: what is already done is not written twice.',
  ),
};

const UNKNOWN = text(
  '出现了意料之外的错误，这一步没有完成。请再试一次；若仍然不行，请把错误代码告诉管理员。',
  'An unexpected error occurred and this step was not finished. Try again; if it still fails, tell your administrator the error code.',
);

/** A part of the program that comes when it is first needed did not come: nothing has run yet. The name is the bundler's. */
const NOT_LOADED = 'ChunkLoadError';
const NOT_LOADED_WORDS = text(
  '这一步的程序没有下载下来，没有写入任何内容。请检查网络，关闭并重新打开窗格后再试。',
  'The program for this step could not be downloaded; nothing was written. Check the network, close the pane and open it again, then retry.',
);

/** Codes of what a little time may mend. */
const PASSING: readonly string[] = [
  'ConnectionFailure',
  'ServiceNotAvailable',
  'ActivityLimitReached',
  'RequestAborted',
  'Conflict',
  'InactiveWorkbook',
  'TimedOut',
];

/** Thrown by a wait that was given up. */
export class TimedOut extends Error {
  readonly code = 'TimedOut';
}

function isText(value: unknown): value is Text {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Text).zh === 'string' &&
    typeof (value as Text).en === 'string'
  );
}

/**
 * One sentence that says what happened and what to do.
 * An error that carries its own bilingual `text` (an unreadable file, for one) speaks for itself.
 * Example: `explainError({ code: 'InvalidOperationInCellEditMode' }).zh` begins with “请先按 Enter”.
 */
export function explainError(error: unknown): Text {
  if (typeof error === 'object' && error !== null) {
    if ('text' in error && isText(error.text)) return error.text;
    if ('code' in error && typeof error.code === 'string') {
      const sentence = SENTENCES[error.code];
      if (sentence) return sentence;
      return text(`${UNKNOWN.zh}（${error.code}）`, `${UNKNOWN.en} (${error.code})`);
    }
  }
  const name = error instanceof Error ? error.name : typeof error;
  if (name === NOT_LOADED) return NOT_LOADED_WORDS;
  return text(`${UNKNOWN.zh}（${name}）`, `${UNKNOWN.en} (${name})`);
}

/**
 * Whether a reading that failed is worth trying again without anybody's doing: 'editing' as long as a cell is being edited, 'soon' where a
 * little time may help, 'no' where somebody has to do something. Example: `passesByItself({ code: 'ConnectionFailure' }) === 'soon'`.
 */
export function passesByItself(error: unknown): 'editing' | 'soon' | 'no' {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'InvalidOperationInCellEditMode') return 'editing';
  return PASSING.includes(code) ? 'soon' : 'no';
}
