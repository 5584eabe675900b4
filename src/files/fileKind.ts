// Tells from its first bytes and its directory what a file really is, whatever its name says. Reads no content.
import { text, type Text } from '../core/ground/text';
import type { ProblemCode } from '../core/ground/problemCodes';
import type { Unreadable } from './unreadableFile';

/** What a file is by its content, whatever its name says. */
export type FileKind =
  | 'workbook'
  | 'binaryWorkbook'
  | 'openDocument'
  | 'otherZip'
  | 'encrypted'
  | 'oldXls'
  | 'otherOle'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'html'
  | 'xmlSpreadsheet'
  | 'webArchive'
  | 'text'
  | 'binary'
  | 'empty';

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * What the bytes are. Everything without zero bytes that has no known signature counts as text.
 * Example: `fileKind(new TextEncoder().encode('a,b')) === 'text'`.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (starts(bytes, 0x50, 0x4b)) return zipKind(bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oleKind(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38))
    return 'image';
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return 'archive';
  const wide = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  if (!wide && bytes.subarray(0, 65536).includes(0)) return 'binary';
  return textKind(headOf(bytes));
}

/** The first characters, also of UTF-16, without comments and declarations, in small letters. */
function headOf(bytes: Uint8Array): string {
  const encoding = starts(bytes, 0xff, 0xfe) ? 'utf-16le' : starts(bytes, 0xfe, 0xff) ? 'utf-16be' : 'latin1';
  return new TextDecoder(encoding)
    .decode(bytes.subarray(0, 8192))
    .replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '')
    .trimStart()
    .toLowerCase();
}

function textKind(head: string): FileKind {
  const bare = head.replace(/^(?:\s*<!--[\s\S]*?-->|\s*<\?[^>]*\?>)+\s*/, '');
  if (/^<(?:\w+:)?workbook\b/.test(bare) && head.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return 'xmlSpreadsheet';
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<body|<style)/.test(bare)) return 'html';
  const isArchive =
    /^(?:mime-version:|from:|message-id:)/.test(head) && /content-type:\s*multipart\/related/.test(head);
  return isArchive ? 'webArchive' : 'text';
}

/** A zip names its entries in plain bytes: at each entry, and once more in the directory at its end. */
function zipKind(bytes: Uint8Array): FileKind {
  if (holds(bytes, 'xl/workbook.xml') || holds(bytes, 'xl\\workbook.xml')) return 'workbook';
  if (holds(bytes, 'xl/workbook.bin')) return 'binaryWorkbook';
  return holds(bytes, 'application/vnd.oasis.opendocument') ? 'openDocument' : 'otherZip';
}

function oleKind(bytes: Uint8Array): FileKind {
  if (holds(bytes, utf16('EncryptedPackage'))) return 'encrypted';
  return holds(bytes, utf16('Workbook')) || holds(bytes, utf16('Book')) ? 'oldXls' : 'otherOle';
}

const utf16 = (name: string): string => [...name].map((letter) => `${letter}\0`).join('');

function holds(bytes: Uint8Array, wanted: string): boolean {
  const codes = [...wanted].map((letter) => letter.charCodeAt(0));
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

const SAVE_AS = text(
  '请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿 (*.xlsx)”后再选。',
  'Open it in Excel or WPS, save it as an Excel workbook (*.xlsx), then choose that file.',
);
const CHOOSE = text('请选择 .xlsx 文件。', 'Choose an .xlsx file.');

/** Words for every kind that is no .xlsx workbook: what it is, and how to come to one. */
export const KIND_WORDS: Readonly<Record<Exclude<FileKind, 'workbook'>, Pick<Unreadable, 'code' | 'found' | 'mend'>>> =
  {
    binaryWorkbook: kind(
      'binary-xlsb',
      text('Excel 二进制工作簿 (.xlsb)', 'an Excel binary workbook (.xlsb)'),
      SAVE_AS,
    ),
    openDocument: kind('open-document', text('OpenDocument 表格 (.ods)', 'an OpenDocument file (.ods)'), SAVE_AS),
    otherZip: kind(
      'other-zip',
      text('压缩包或其他 Office 文件', 'a zip archive or another Office document'),
      text(
        '若是压缩包请先解压，再选其中的 .xlsx 文件。',
        'If it is an archive, unpack it and choose the .xlsx file inside.',
      ),
    ),
    encrypted: kind(
      'encrypted',
      text('加了打开密码的工作簿', 'a workbook with a password to open'),
      text(
        '请在 Excel 中打开，去掉打开密码（文件 → 信息 → 保护工作簿），保存后再选。',
        'Open it in Excel, remove the password (File → Info → Protect Workbook), save and choose it again.',
      ),
    ),
    oldXls: kind(
      'old-xls',
      text('旧版 Excel 97-2003 或 WPS 表格 (.xls/.et)', 'an old Excel 97-2003 or WPS workbook (.xls/.et)'),
      SAVE_AS,
    ),
    otherOle: kind(
      'other-ole',
      text('旧版 Office 文件（如 .doc、.wps）', 'an old Office document (such as .doc)'),
      CHOOSE,
    ),
    pdf: kind('pdf', text('PDF 文件', 'a PDF file'), text('请向对方索取 .xlsx 原件。', 'Ask for the .xlsx original.')),
    image: kind('image', text('图片', 'an image'), text('请向对方索取 .xlsx 原件。', 'Ask for the .xlsx original.')),
    archive: kind(
      'archive',
      text('压缩包', 'an archive'),
      text('请先解压，再选其中的 .xlsx 文件。', 'Unpack it and choose the .xlsx file inside.'),
    ),
    html: kind(
      'html',
      text('网页表格（有的系统导出时冒用 .xls 后缀）', 'a web page (some systems export one under the name .xls)'),
      SAVE_AS,
    ),
    xmlSpreadsheet: kind('xml-spreadsheet', text('Excel 2003 的 XML 表格', 'an Excel 2003 XML spreadsheet'), SAVE_AS),
    webArchive: kind(
      'web-archive',
      text(
        '单个文件网页（有的系统导出时冒用 .xls 后缀）',
        'a web archive (some systems export one under the name .xls)',
      ),
      SAVE_AS,
    ),
    text: kind(
      'text',
      text('纯文本', 'plain text'),
      text(
        '若是 CSV 或制表符文本，请把后缀改成 .csv 或 .txt 后再选。',
        'If it is CSV or tab-separated text, rename it to .csv or .txt and choose it again.',
      ),
    ),
    binary: kind('binary', text('无法识别的文件', 'a file of unknown kind'), CHOOSE),
    empty: kind(
      'empty-file',
      text('空文件（0 字节）', 'an empty file (0 bytes)'),
      text('请检查文件是否下载完整。', 'Check whether the download was complete.'),
    ),
  };

function kind(code: ProblemCode, found: Text, mend: Text): Pick<Unreadable, 'code' | 'found' | 'mend'> {
  return { code, found, mend };
}
