// The words of one choice, for the form that offers it and for the messages that name it.
import { text } from '../ground/text';

/** What people tick so that the file's scores and remarks go before the workbook's; messages name it in the same words. */
export const FILE_GOES_FIRST = text(
  '已有不同分数或评语时，用文件里的',
  'Where other scores or remarks stand already, take the file’s',
);
