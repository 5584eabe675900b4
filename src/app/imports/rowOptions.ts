// The options that every import of rows has: answers for doubtful units, rows to leave out, cells to read as corrected. Reads no file.
import { text } from '../../core/ground/text';
import type { MendedCell, RowName } from '../../core/import/rowRequests';
import type { UnitAnswers } from '../../core/roster/unitMatcher';
import { BadOption } from '../run/badOption';
import { options, type Choices, type OwnOption } from '../run/options';

/** ask: each hidden row is a problem until somebody chooses. */
export type HiddenChoice = 'ask' | 'take' | 'leave';

/** In the order of the drop-down; the first is what an untouched form says. */
const HIDDEN_CHOICES: Choices<HiddenChoice> = [
  { value: 'ask', label: text('先列出来', 'List them first') },
  { value: 'take', label: text('一并导入', 'Take them') },
  { value: 'leave', label: text('不导入', 'Leave them') },
];

/** “教育=U36；某某局=U31”: what a file writes, and the unit that a person says it means. Throws BadOption. */
export function answersOf(word: string): UnitAnswers {
  const answers: Record<string, string> = {};
  for (const piece of word
    .split(/[；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const at = piece.lastIndexOf('=');
    if (at < 1 || at === piece.length - 1) throw new BadOption('same', '写法=单位编号；…', piece);
    answers[piece.slice(0, at).trim()] = piece.slice(at + 1).trim();
  }
  return answers;
}

/** Answered in the preview, row by row, so the form does not ask. */
function inPreview<Value>(
  read: (word: string) => Value,
  label: OwnOption['field']['label'],
  hint: OwnOption['field']['label'],
): OwnOption<Value> {
  return { kind: 'own', read, field: { kind: 'text', label, hint, inPane: false } };
}

/** Read with the file: the pane shows its forms without what reads these words. */
const asSaid = (word: string): string => word;

/** Of every import of rows; `skip` and `mend` are answered in the preview or on the command line. */
export const ROW_OPTIONS = options({
  hidden: {
    kind: 'choice',
    label: text('隐藏的行和工作表', 'Hidden rows and sheets'),
    choices: HIDDEN_CHOICES,
    prefill: 'ask',
  },
  skip: inPreview<string | readonly RowName[]>(
    asSaid,
    text('不导入这些行', 'rows to leave out'),
    text(
      '工作表!行号，用逗号隔开，如 Sheet1!12,Sheet1!15-18',
      'sheet!row, separated by commas, e.g. Sheet1!12,Sheet1!15-18',
    ),
  ),
  mend: inPreview<string | readonly MendedCell[]>(
    asSaid,
    text('按改正读入的单元格', 'cells to read as corrected'),
    text('如 Sheet1!D12=13900001201；写入日志', 'e.g. Sheet1!D12=13900001201; kept in the log'),
  ),
});

/** The same for rows that name a unit: `same` says which unit a doubtful spelling means. */
export const UNIT_ROW_OPTIONS = options({
  same: inPreview(
    answersOf,
    text('拿不准的单位是哪一家', 'which unit a doubtful spelling means'),
    text('写法=单位编号，用“；”隔开', 'spelling=unit ID, separated by ;'),
  ),
  ...ROW_OPTIONS,
});
