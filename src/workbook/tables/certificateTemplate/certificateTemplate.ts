// 证书模板: what a certificate says, a part a row, and how it is numbered and printed. The settings of earlier versions that say the same are formulas of it.
import {
  CERTIFICATE_PARTS,
  fieldsOfPart,
  plainTemplate,
  type CertificatePart,
  type CertificateTemplate,
} from '../../../core/campaign/certificateTemplate';
import { text, type Language, type Text } from '../../../core/ground/text';
import { withIssues } from '../../contract/issueColumn';
import type { ColumnKeys } from '../../contract/keys';
import { labelOf, labelsOf } from '../../contract/labels';
import type { Validation } from '../../contract/plan';
import { HEADER_ROW } from '../../contract/headerRow';
import type { RowRecord } from '../../contract/sheetOf';
import { defineTable, indexOfColumn } from '../../contract/spec';
import type { FormulaWords, KeyOf } from '../../contract/spec';
import { foldFormula } from '../../contract/cellFold';
import { noLabelIn } from '../../contract/wrongCells';

declare module '../../contract/keys' {
  interface ColumnKeys {
    CertificateTemplate: KeyOf<typeof CERTIFICATE_TEMPLATE>;
  }
}

const FIELDS = text(
  `可用：${fieldsOfPart('body')
    .map(({ zh }) => `{${zh}}`)
    .join(' ')}；方括号内的字段为空时整段略去`,
  `Fields: ${fieldsOfPart('body')
    .map(({ en }) => `{${en}}`)
    .join(' ')}; what stands in square brackets goes when its field is empty`,
);
const LEAVE_OUT = text('留空则不印', 'Empty: not printed');

/** What each part is called and what is said about it. */
const SAID: Readonly<Record<CertificatePart, readonly [name: Text, note: Text]>> = {
  heading: [text('标题', 'Heading'), text('证书上方的大字', 'The large words at the head')],
  to: [
    text('抬头', 'Addressee'),
    text(
      '发给单位写“{单位}：”，发给个人写“{姓名}同志：”；留空则不印',
      'A unit: “To {unit}:”; a person: “To {name}:”; empty: not printed',
    ),
  ],
  body: [text('正文', 'Text'), FIELDS],
  honour: [
    text('称号行', 'Honour'),
    text('居中的红字，如 {称号}、{奖项}', 'The red line in the middle: {honour}, {tier} …'),
  ],
  closing: [text('结语', 'Closing'), LEAVE_OUT],
  signer: [text('落款', 'Signed by'), LEAVE_OUT],
  date: [
    text('日期', 'Date'),
    text(
      '{日期} 为颁奖会当天，或生成时另填的一天',
      '{date} is the day of the ceremony, or the one given when they are made',
    ),
  ],
  number: [text('编号行', 'Number line'), LEAVE_OUT],
  series: [
    text('编号规则', 'Number series'),
    text('{序号} 是三位流水号，如 {年份}-{序号} → 2021-001', '{serial} runs from 001: {year}-{serial} → 2021-001'),
  ],
  first: [text('起始序号', 'First number'), text('第一张证书的序号', 'The running number of the first certificate')],
  orientation: [text('纸张方向', 'Orientation'), text('A4，横向或纵向', 'A4, landscape or portrait')],
};

/** How the messages call a part. */
export const partName = (part: CertificatePart): Text => SAID[part][0];

/** True where a name in braces is no field, whatever the part: counted, for a cell knows no patterns. */
function hasUnknownField(cell: string): string {
  const names = [...new Set([...fieldsOfPart('body'), ...fieldsOfPart('series')].flatMap(({ zh, en }) => [zh, en]))];
  const plain = `LOWER(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"｛","{"),"｝","}")," ",""))`;
  const known = `{${names.map((name) => `"{${name}}"`).join(',')}}`;
  const lengths = `{${names.map((name) => name.length + 2).join(',')}}`;
  const found = `SUMPRODUCT((LEN(${plain})-LEN(SUBSTITUTE(${plain},${known},"")))/${lengths})`;
  return `LEN(${plain})-LEN(SUBSTITUTE(${plain},"{",""))>ROUND(${found},0)`;
}

/** True where the cell is neither empty nor digits, of either width, of a number from 1 on, as `readCertificateTemplate` reads it. */
function noFirstNumber(cell: string): string {
  const plain = foldFormula(cell);
  const count = (digits: string): string =>
    `SUMPRODUCT(LEN(${plain})-LEN(SUBSTITUTE(${plain},{"${[...digits].join('","')}"},"")))`;
  return `IF(${plain}="",FALSE,OR(${count('0０')}=LEN(${plain}),${count('0123456789０１２３４５６７８９')}<LEN(${plain})))`;
}

const PARTS = defineTable({
  name: 'CertificateTemplate',
  sheet: text('证书模板', 'Certificate template'),
  title: text('证书模板', 'What the certificates say'),
  guide: text(
    '只改“文字”一列，再重新生成证书；花括号里的字段由加载项填入，改完请先看一张。',
    'Change only the Words column, then make the certificates again; fields in braces are filled in. Look at one before printing all.',
  ),
  key: ['part'],
  tabColor: '#7C3AED',
  landscape: false,
  frozen: 0,
  rowHeight: 24,
  columns: [
    { key: 'name', header: text('部分', 'Part'), type: 'text', width: 14 },
    { key: 'words', header: text('文字', 'Words'), type: 'any', width: 46, input: true },
    { key: 'note', header: text('说明', 'Meaning'), type: 'longText', width: 42 },
    { key: 'part', header: text('键', 'Key'), type: 'id', width: 12, hidden: true },
  ],
});

/** Marked: an orientation that is none, a first number that is no whole one, a name in braces that is no field. */
export const CERTIFICATE_TEMPLATE = withIssues(
  PARTS,
  [
    {
      columns: ['words'],
      when: (f): string => {
        const [part, words] = [f.cell('part'), f.cell('words')];
        return `IF(${part}="orientation",${noLabelIn(words, 'orientation')},IF(ISERROR(${words}),TRUE,IF(${part}="first",${noFirstNumber(words)},${hasUnknownField(words)})))`;
      },
    },
  ],
  false,
);

/** The template as rows. */
function templateRecords(
  template: CertificateTemplate,
  language: Language,
): RowRecord<ColumnKeys['CertificateTemplate']>[] {
  const words: Readonly<Record<CertificatePart, string | number>> = {
    ...template,
    orientation: labelOf('orientation', template.portrait ? 'portrait' : 'landscape', language),
  };
  return CERTIFICATE_PARTS.map((part) => ({
    part,
    name: SAID[part][0][language],
    words: words[part],
    note: SAID[part][1][language],
  }));
}

/** The part that each of these settings said before there was a template. */
export const SETTING_OF = {
  certificateTitle: 'heading',
  certificateText: 'body',
  certificateHonour: 'honour',
  certificateClosing: 'closing',
} as const satisfies Readonly<Record<string, CertificatePart>>;
/** Settings of earlier workbooks whose words are now a row of the template. */
export type CertificateSetting = keyof typeof SETTING_OF;
/** The settings that said these words before there was a template. */
export const CERTIFICATE_SETTINGS = Object.keys(SETTING_OF) as readonly CertificateSetting[];

/** The rows that a workbook begins with, by what its settings (or its preset's) say. */
export function templateOfSettings(
  say: (key: CertificateSetting) => string,
  language: Language,
): RowRecord<ColumnKeys['CertificateTemplate']>[] {
  const words = Object.fromEntries(CERTIFICATE_SETTINGS.map((key) => [SETTING_OF[key], say(key)]));
  return templateRecords(plainTemplate(words as Parameters<typeof plainTemplate>[0], language), language);
}

/** Those settings as formulas of the template. */
export function certificateSettings(f: FormulaWords): Readonly<Record<CertificateSetting, string>> {
  const formula = (key: CertificateSetting): string =>
    `=IFERROR(INDEX(${f.column('CertificateTemplate', 'words')},MATCH("${SETTING_OF[key]}",${f.column('CertificateTemplate', 'part')},0))&"","")`;
  return Object.fromEntries(CERTIFICATE_SETTINGS.map((key) => [key, formula(key)])) as Record<
    CertificateSetting,
    string
  >;
}

/** The drop-down of the one row whose words are one of two, in a fresh sheet. */
export function orientationList(language: Language): Validation {
  return {
    area: {
      row: HEADER_ROW + 1 + CERTIFICATE_PARTS.indexOf('orientation'),
      column: indexOfColumn(CERTIFICATE_TEMPLATE, 'words'),
      rows: 1,
      columns: 1,
    },
    rule: { kind: 'list', source: labelsOf('orientation', language).join(',') },
    error: {
      title: SAID.orientation[0][language],
      message: text('请从下拉列表中选择。', 'Please choose from the list.')[language],
      style: 'Stop',
    },
  };
}
