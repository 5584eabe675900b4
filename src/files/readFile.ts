// The doors of this room: a chosen file or a paste → plain cells. Decides by content, not by the file's name.
import type { ImportedFile } from '../app/run/job';
import { text } from '../core/ground/text';
import { decodeText } from './decodeText';
import { delimitedRows } from './delimitedText';
import { fileKind, KIND_WORDS } from './fileKind';
import type { TellReading } from './readingProgress';
import { UnreadableFile } from './unreadableFile';
import { workbookSheets } from './workbook/workbookSheets';

const EXPECTED = text(
  'Excel 工作簿 (.xlsx/.xls)，或 .csv、.tsv、.txt 文本',
  'an Excel workbook (.xlsx, .xls), or .csv, .tsv or .txt text',
);
const WORKBOOK_NAME = /\.(xlsx|xlsm|xls|xlsb|et|ods|mht|mhtml)$/i;

/** Larger files would freeze the pane. */
const LARGEST = 30 * 1024 * 1024;

/**
 * Reads a file that a person chose. A workbook gives its sheets (dates as serials, see workbookSheets); text gives one sheet of
 * strings, untrimmed, cells null where nothing stands. Rejects with UnreadableFile for everything else.
 * `tell` hears how far it is.
 * Example: `(await readImportedFile('a.csv', bytes)).sheets[0]?.rows[0]`.
 */
export async function readImportedFile(
  name: string,
  bytes: Uint8Array,
  tell: TellReading = () => undefined,
): Promise<ImportedFile> {
  if (bytes.length > LARGEST) {
    throw new UnreadableFile({
      code: 'file-too-large',
      expected: text('不超过 30 MB 的文件', 'a file of at most 30 MB'),
      found: text(`${Math.ceil(bytes.length / 1048576)} MB`, `${Math.ceil(bytes.length / 1048576)} MB`),
      mend: text('请只保留要导入的表，另存后再选。', 'Keep only the table to import, save it and choose that file.'),
    });
  }
  const kind = fileKind(bytes);
  if (kind === 'workbook' || kind === 'oldXls') return { name, sheets: await workbookSheets(bytes, kind, tell) };
  if (kind !== 'text' || WORKBOOK_NAME.test(name))
    throw new UnreadableFile({ ...KIND_WORDS[kind], expected: EXPECTED });
  const decoded = decodeText(bytes);
  if (decoded === null) throw new UnreadableFile({ ...KIND_WORDS.binary, expected: EXPECTED });
  return { name, sheets: [{ name: baseName(name), rows: delimitedRows(decoded) }] };
}

/**
 * Reads what a person pasted: cells from Excel (tabs) or comma-separated lines, all as strings.
 * Example: `readPastedText('单位\t电话\n甲\t1').sheets[0]?.rows.length === 2`.
 */
export function readPastedText(pasted: string): ImportedFile {
  return { name: '', sheets: [{ name: '', rows: delimitedRows(pasted) }] };
}

function baseName(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
