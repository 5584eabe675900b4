// Lists what a file has and the model has not, so that nobody saves over it unwarned. Changes nothing.
import { severalForOne } from '../model/implicitIntersection';
import { readablePaths } from './chartParts';
import { isSheetName } from './definedNames';
import { shownFormula } from './formulaForms';
import { isForeignRule } from './sheetRules';
import { attribute, child, children, content, parseXml, type XmlNode } from './xml';
import { openPackage, partText, workbookPath, type ZipPackage } from './zipPackage';

/** By path of the parts; each name is said in both languages, because a list of them goes into one sentence. */
const BY_PATH: readonly (readonly [RegExp, string])[] = [
  [/^xl\/chartsheets\//, '图表工作表 chart sheets'],
  [/^xl\/media\//, '图片 images'],
  [/^xl\/(?:comments|threadedComments)/, '批注 comments'],
  [/^xl\/pivotTables\//, '数据透视表 pivot tables'],
  [/^xl\/vbaProject\.bin$/, '宏 macros'],
  [/^xl\/externalLinks\//, '外部链接 links to other workbooks'],
  [/^xl\/(?:connections\.xml|queryTables\/)/, '数据连接 data connections'],
  [/^xl\/(?:slicers|timelines)\//, '切片器 slicers'],
  [/^xl\/(?:activeX|ctrlProps)\//, '窗体控件 form controls'],
  [/^xl\/embeddings\//, '嵌入对象 embedded objects'],
  [/^xl\/(?:macrosheets|dialogsheets)\//, '宏表与对话框表 macro and dialog sheets'],
  [/^xl\/(?:xmlMaps\.xml|tables\/tableSingleCells)/, 'XML 映射 XML maps'],
  [/^(?:customXml\/|xl\/customProperty|xl\/model\/)/, '自定义 XML 与数据模型 custom XML and data models'],
  [/^docProps\/custom\.xml$/, '自定义文档属性 custom properties of the document'],
  [/^_xmlsignatures\//, '数字签名 digital signatures'],
  [/^xl\/featurePropertyBag\//, '单元格复选框 check boxes in cells'],
  [/^xl\/richData\//, '数据类型与单元格图片 data types and pictures in cells'],
  [/^customUI\//, '自定义功能区 custom ribbons'],
];

/** Written `_x001B_`, unless the underscore itself is written so; tabs and line breaks are kept. */
const CONTROL_CHARACTER = /(?<!_x005F)_x(?!000[9AD])00[01][0-9A-F]_/i;

/** Formats inside a text; one that is of one piece is the cell's own for whoever reads it. */
const RICH = /<(?:\w+:)?r>(?:(?!<\/(?:\w+:)?(?:si|is)>)[^])*?<(?:\w+:)?r>/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** By elements of a sheet, prefixed or not. Printer settings are not among them: Excel makes them anew for the printer at hand. */
const IN_SHEETS: readonly (readonly [RegExp, string])[] = [
  [/<(?:\w+:)?f\b[^>]*\bt="dataTable"/, '模拟运算表 what-if data tables'],
  [/<(?:\w+:)?sparklineGroup\b/, '迷你图 sparklines'],
  [/<(?:\w+:)?picture\b/, '工作表背景 sheet backgrounds'],
  [/<(?:\w+:)?scenarios\b/, '方案 scenarios'],
  [/<(?:\w+:)?protectedRange\b/, '允许编辑区域 ranges that may be edited'],
  [/<(?:\w+:)?customSheetView\b/, '自定义视图 custom views'],
  [/<(?:\w+:)?dataConsolidate\b/, '合并计算 consolidations'],
  [/<(?:\w+:)?ignoredError\b/, '忽略的错误提示 error marks that were switched off'],
  [/<(?:\w+:)?cellWatch\b/, '监视窗口 watched cells'],
  [
    /<(?:\w+:)?(?:evenHeader|evenFooter|firstHeader|firstFooter)>[^<]/,
    '首页、偶数页的页眉页脚 headers of first and even pages',
  ],
  [
    /<(?:\w+:)?pageSetup\b[^>]*\b(?:useFirstPageNumber="(?:1|true)"|pageOrder="overThenDown")/,
    '起始页码与打印顺序 first page number and order of pages',
  ],
  [/<(?:\w+:)?printOptions\b[^>]*\bheadings="(?:1|true)"/, '打印行号列标 printed row and column headings'],
  [/<(?:\w+:)?sheetView\b[^>]*\brightToLeft="(?:1|true)"/, '从右到左的工作表 sheets from right to left'],
];

/**
 * What would be lost by reading this workbook and writing it again; empty when nothing would. Throws NotAWorkbook.
 * Example: `foreignParts(bytes)` is `['图表 charts', '批注 comments']`.
 */
export function foreignParts(bytes: Uint8Array): string[] {
  const parts = openPackage(bytes);
  const paths = Object.keys(parts);
  const found = BY_PATH.filter(([pattern]) => paths.some((path) => pattern.test(path))).map(([, name]) => name);
  if (hasLostCharts(parts, paths)) found.unshift('图表 charts');
  if (hasShapes(parts, paths)) found.push('图形与文本框 shapes and text boxes');
  const strings = partText(parts, 'xl/sharedStrings.xml') ?? '';
  if (/<(?:\w+:)?rPh\b/.test(strings)) found.push('注音 phonetic guides');
  if (RICH.test(strings) || paths.some((path) => SHEET.test(path) && RICH.test(partText(parts, path) ?? '')))
    found.push('单元格内部分文字的格式 formats of parts of a text');
  if (CONTROL_CHARACTER.test(strings)) found.push('文字中的控制字符 control characters in texts');
  return [...found, ...inWorkbook(parts), ...inSheets(parts, paths)];
}

/** Charts that stand on no sheet by themselves, or that lean on more than plain parts; all others are kept. */
function hasLostCharts(parts: ZipPackage, paths: readonly string[]): boolean {
  const kept = new Set(paths.filter((path) => SHEET.test(path)).flatMap((path) => readablePaths(parts, path)));
  return paths.some((path) => /^xl\/(?:charts|chartex)\/chart[^/]*\.xml$/i.test(path) && !kept.has(path));
}

function hasShapes(parts: ZipPackage, paths: readonly string[]): boolean {
  return paths.some(
    (path) =>
      /^xl\/drawings\/drawing\d+\.xml$/.test(path) &&
      /<(?:\w+:)?(?:sp|cxnSp|grpSp)\b/.test(partText(parts, path) ?? ''),
  );
}

/** Whether serial numbers count days from 1904, as in workbooks of older Macs. */
export function isFrom1904(workbook: XmlNode | undefined): boolean {
  return ['1', 'true'].includes(attribute(child(workbook, 'workbookPr'), 'date1904') ?? '');
}

function inWorkbook(parts: ZipPackage): string[] {
  const workbook = child(parseXml(partText(parts, workbookPath(parts)) ?? ''), 'workbook');
  const found: string[] = [];
  if (children(workbook, 'definedNames', 'definedName').some(isSheetName))
    found.push('只属于一张表的名称 names of single sheets');
  if (child(workbook, 'workbookProtection')) found.push('工作簿结构保护 workbook protection');
  if (isSpeciallyCalculated(child(workbook, 'calcPr')))
    found.push('手动计算或迭代计算 manual or iterative calculation');
  if (isFrom1904(workbook)) found.push('1904 日期系统 1904 date system');
  return found;
}

/** True for a workbook that is not worked out by itself, or in circles. */
const isSpeciallyCalculated = (settings: XmlNode | undefined): boolean =>
  attribute(settings, 'calcMode') === 'manual' || ['1', 'true'].includes(attribute(settings, 'iterate') ?? '');

function inSheets(parts: ZipPackage, paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths.filter((one) => SHEET.test(one))) {
    const xml = partText(parts, path) ?? '';
    const from = xml.search(/<(?:\w+:)?sheetData\b/);
    const to = xml.search(/<\/(?:\w+:)?sheetData>/);
    const worksheet = child(
      parseXml(to > from ? xml.slice(0, from) + xml.slice(xml.indexOf('>', to) + 1) : xml),
      'worksheet',
    );
    if (children(worksheet, 'conditionalFormatting', 'cfRule').some(isForeignRule))
      found.add('数据条、色阶、图标集等条件格式 data bars, colour scales, icon sets');
    if (child(worksheet, 'hyperlinks')) found.add('超链接 hyperlinks');
    if (child(worksheet, 'autoFilter')) found.add('表格之外的筛选 filters outside of tables');
    for (const [pattern, name] of IN_SHEETS) if (pattern.test(xml)) found.add(name);
    if (hasArrayFormula(xml)) found.add('数组公式 array formulas');
    if (child(worksheet, 'colBreaks')) found.add('手动竖向分页 manual page breaks between columns');
    if (/<(?:\w+:)?(?:row|col)\b[^>]*\boutlineLevel="[1-7]"/.test(xml)) found.add('分级显示 outline groups');
  }
  return [...found];
}

const ARRAY_FORMULA = /<(?:\w+:)?f\b([^>]*\bt="array"[^>]*)>([^<]*)</g;

/**
 * True when a formula fills several cells, or needs to be an array formula for its result. Newer Excels store every formula as one that
 * might give several values, such as any with INDEX: most mean the same without.
 */
function hasArrayFormula(xml: string): boolean {
  const seen = new Set<string>();
  for (const [, head = '', stored = ''] of xml.matchAll(ARRAY_FORMULA)) {
    if (/\bref="[^"]*:/.test(head)) return true;
    if (seen.has(stored)) continue;
    seen.add(stored);
    if (severalForOne(shownFormula(content(child(parseXml(`<f>${stored}</f>`), 'f')))).length > 0) return true;
  }
  return false;
}
