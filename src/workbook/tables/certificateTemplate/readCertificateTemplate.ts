// 证书模板 → the template. What cannot be printed is named with its cell, before anything is made; a part whose row is gone is as in a plain one.
import {
  CERTIFICATE_PARTS,
  fieldsOfPart,
  plainTemplate,
  unknownFields,
  type CertificatePart,
  type CertificateTemplate,
} from '../../../core/campaign/certificateTemplate';
import type { ContestWords } from '../../../core/campaign/settings';
import type { Problem } from '../../../core/ground/problem';
import { text, type Language, type Text } from '../../../core/ground/text';
import { foldCell } from '../../contract/cellFold';
import { codeOf, labelsOf } from '../../contract/labels';
import type { ColumnKeys } from '../../contract/keys';
import { readRows, type TableRow } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import {
  CERTIFICATE_SETTINGS,
  CERTIFICATE_TEMPLATE,
  partName,
  SETTING_OF,
  type CertificateSetting,
} from './certificateTemplate';

/** What the settings say alone: of a workbook without the table. */
export function templateBefore(words: ContestWords, language: Language): CertificateTemplate {
  return plainTemplate(
    {
      heading: words.certificateTitle,
      body: words.certificateText,
      honour: words.certificateHonour,
      closing: words.certificateClosing,
    },
    language,
  );
}

function wrongPart(
  part: CertificatePart,
  code: 'unknown-field' | 'bad-setting',
  found: string,
  expected: Text,
): Problem {
  const name = partName(part);
  return {
    code,
    table: CERTIFICATE_TEMPLATE.name,
    row: part,
    column: 'words',
    found,
    expected,
    message: text(
      code === 'unknown-field'
        ? `“证书模板”的“${name.zh}”写有“${found}”，没有这个字段：可用 ${expected.zh}。请改正后再生成。`
        : `“证书模板”的“${name.zh}”应为${expected.zh}，现在是“${found}”：请改正。`,
      code === 'unknown-field'
        ? `“${name.en}” of the certificate template has “${found}”, which is no field: use ${expected.en}. Correct it and run this again.`
        : `“${name.en}” of the certificate template should be ${expected.en}, not “${found}”: correct it.`,
    ),
  };
}

const isPart = (key: string): boolean => CERTIFICATE_PARTS.some((part) => part === key);

/** A row with words whose hidden key is none: it is not printed. */
function unknownPart(row: TableRow<ColumnKeys['CertificateTemplate']>): Problem[] {
  const { sheet, line } = row.seen;
  const words = row.text('words');
  if (words === '' || isPart(row.text('part'))) return [];
  return [
    {
      code: 'bad-setting',
      table: CERTIFICATE_TEMPLATE.name,
      sheet,
      row: row.text('part') || `#${row.index + 1}`,
      column: 'part',
      found: row.text('part'),
      expected: text('原来的键', 'its own key'),
      message: text(
        `“${sheet}”第 ${line} 行的“键”（隐藏列）不对，证书上不印这一行：请撤销；自己加的行请删去。`,
        `Row ${line} of “${sheet}” has no known key (hidden column) and is not printed: undo that, or delete the row.`,
      ),
    },
  ];
}

/** `before`: what stands for a part whose row is gone. Example: “《{题木}》” in 正文 gives one problem "unknown-field" with row body and column 文字. */
export function readCertificateTemplate(
  table: TableSnapshot,
  before: CertificateTemplate,
  problems: Problem[],
): CertificateTemplate {
  const lines = readRows(CERTIFICATE_TEMPLATE, table);
  const rows = new Map(lines.map((row) => [row.text('part'), row.text('words')]));
  problems.push(...lines.flatMap(unknownPart));
  const read: Record<string, string | number | boolean> = { ...before };
  for (const part of CERTIFICATE_PARTS) {
    const words = rows.get(part);
    if (words === undefined) continue;
    if (part === 'orientation') {
      const code = words === '' ? 'landscape' : codeOf('orientation', words);
      if (code === null)
        problems.push(
          wrongPart(
            part,
            'bad-setting',
            words,
            text(labelsOf('orientation', 'zh').join(' / '), labelsOf('orientation', 'en').join(' / ')),
          ),
        );
      read['portrait'] = code === 'portrait';
    } else if (part === 'first') {
      const digits = foldCell(words);
      const number = digits === '' ? 1 : Number(digits.normalize('NFKC'));
      const whole = /^[0-9０-９]*$/.test(digits) && number >= 1;
      if (!whole)
        problems.push(wrongPart(part, 'bad-setting', words, text('1 以上的整数', 'a whole number from 1 on')));
      read['first'] = whole ? number : 1;
    } else {
      const known = fieldsOfPart(part);
      const list = text(known.map(({ zh }) => `{${zh}}`).join(' '), known.map(({ en }) => `{${en}}`).join(' '));
      problems.push(...unknownFields(part, words).map((name) => wrongPart(part, 'unknown-field', `{${name}}`, list)));
      read[part] = words;
    }
  }
  return read as CertificateTemplate;
}

/** Words typed over the formula that follows from the template: which of the two is meant, only people can say. */
export function typedOverTemplate(
  typed: (key: CertificateSetting) => string,
  template: CertificateTemplate,
): Problem[] {
  return CERTIFICATE_SETTINGS.flatMap((key): Problem[] => {
    const [found, words] = [typed(key), template[SETTING_OF[key]]];
    if (found === '' || found === words) return [];
    return [
      {
        code: 'bad-setting',
        table: 'Settings',
        row: key,
        column: 'value',
        found,
        expected: text(words, words),
        message: text(
          `设置“${key}”与“证书模板”不同，按模板印：请在模板里改，并把这里清空或恢复公式。`,
          `Setting “${key}” is not what the certificate template says, which counts: change the template, and empty the setting or put its formula back.`,
        ),
      },
    ];
  });
}
