// What makes Excel offer to repair a file, as public threads tell it (docs/excel-truth.md lists them with their sources). Empty: nothing of it is there.
import { strFromU8, unzipSync } from 'fflate';
import { parseA1 } from '../../src/workbench/calc/a1';
import type { Range } from '../../src/workbench/model/book';

/** The order in which a sheet's elements stand; Excel repairs any other. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&amp;/g, '&');
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};
const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
const blocks = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<${name}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</${name}>)`, 'g')) ?? [];
const overlap = (a: Range, b: Range): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;
const twice = (words: readonly string[]): string[] =>
  words.filter((word, at) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) !== at);
const ranges = (refs: readonly (string | undefined)[]): Range[] => refs.flatMap((ref) => parseA1(ref ?? '') ?? []);
function overlapping(all: readonly Range[]): boolean {
  const byRow = [...all].sort((a, b) => a.row - b.row);
  return byRow.some((one, at) => {
    for (let next = at + 1; next < byRow.length && byRow[next]!.row < one.row + one.rows; next += 1)
      if (overlap(one, byRow[next]!)) return true;
    return false;
  });
}

interface Strings {
  readonly shared: readonly string[];
  readonly styles: number;
  readonly looks: number;
}

function sheetFaults(xml: string, links: ReadonlyMap<string, string>, { shared, styles, looks }: Strings): string[] {
  const faults: string[] = [];
  const say = (bad: boolean, fault: string): void => void (bad && faults.push(fault));
  const bare = xml
    .replace(/<sheetData\b[\s\S]*<\/sheetData>/, '<sheetData/>')
    .replace(/<extLst[\s\S]*<\/extLst>/, '<extLst/>');
  const inside = bare.slice(bare.search(/<worksheet\b[^>]*>/)).replace(/^<worksheet\b[^>]*>/, '');
  const places = ORDER.map((name) => inside.search(new RegExp(`<${name}[ />]`))).filter((at) => at >= 0);
  say(
    places.some((at, index) => index > 0 && at < places[index - 1]!),
    'elements out of order',
  );
  const merges = ranges(tags(bare, 'mergeCell').map((tag) => attribute(tag, 'ref')));
  say(overlapping(merges), 'overlapping merges');
  const priorities = tags(bare, 'cfRule').map((tag) => attribute(tag, 'priority') ?? '');
  say(twice(priorities).length > 0 || priorities.some((one) => Number(one) < 1), 'priorities of conditional formats');
  say(
    tags(bare, 'cfRule').some((tag) => Number(attribute(tag, 'dxfId') ?? 0) >= looks),
    'a conditional format without its look',
  );
  for (const rule of blocks(bare, 'dataValidation')) {
    const listed = /<formula1>("[\s\S]*")<\/formula1>/.exec(rule)?.[1];
    say(listed !== undefined && plain(listed).length - 2 > 255, 'a list of more than 255 characters');
    for (const [name, most] of [
      ['promptTitle', 32],
      ['errorTitle', 32],
      ['prompt', 255],
      ['error', 255],
    ] as const)
      say((attribute(rule, name) ?? '').length > most, `${name} of more than ${most} characters`);
    say(/<formula\d>=/.test(rule), 'a rule with an equals sign');
  }
  const counted = attribute(tags(bare, 'dataValidations')[0] ?? '', 'count');
  say(counted !== undefined && Number(counted) !== blocks(bare, 'dataValidation').length, 'the number of rules');
  for (const tag of bare.match(/<(?:drawing|legacyDrawing|tablePart|hyperlink)\b[^>]*\br:id="[^"]*"/g) ?? [])
    say(!links.has(attribute(tag, 'r:id') ?? ''), `a link that leads nowhere: ${tag}`);
  say(
    tags(bare, 'autoFilter').length > 0 && tags(bare, 'tablePart').length > 0,
    'a filter of the sheet beside a table',
  );
  for (const words of ['oddHeader', 'oddFooter'].flatMap((name) => blocks(bare, name)))
    say(plain(words.replace(/<[^>]*>/g, '')).length > 255, 'a header or footer of more than 255 characters');
  let lastRow = 0;
  for (const row of blocks(xml, 'row')) {
    const number = Number(attribute(row, 'r'));
    say(number <= lastRow || number > 1_048_576, `row ${number} after ${lastRow}`);
    lastRow = number;
    let lastColumn = -1;
    for (const cell of blocks(row, 'c')) {
      const at = parseA1(attribute(cell, 'r') ?? '');
      say(!at || at.row !== number - 1 || at.column <= lastColumn, `cell ${attribute(cell, 'r')} out of order`);
      lastColumn = at?.column ?? lastColumn;
      say(Number(attribute(cell, 's') ?? 0) >= styles, 'a cell without its style');
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1];
      const kind = attribute(/^<c\b[^>]*>/.exec(cell)?.[0] ?? '', 't') ?? 'n';
      say(kind === 's' && shared[Number(value)] === undefined, 'a text that is not there');
      say(kind === 'n' && value !== undefined && !Number.isFinite(Number(value)), `a number that is none: ${value}`);
      const formula = /<f\b[^>]*>([^<]*)<\/f>/.exec(cell)?.[1];
      say(
        formula !== undefined && (formula.startsWith('=') || plain(formula).length > 8192),
        'a formula with = or too long',
      );
    }
  }
  return faults;
}

function tableFaults(xml: string, sheet: string, shared: readonly string[]): string[] {
  const faults: string[] = [];
  const head = /<table\b[^>]*>/.exec(xml)?.[0] ?? '';
  const name = attribute(head, 'displayName') ?? '';
  const range = parseA1(attribute(head, 'ref') ?? '');
  const columns = tags(xml, 'tableColumn').map((tag) => attribute(tag, 'name') ?? '');
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,254}$/u.test(name)) faults.push(`table name ${name}`);
  if (twice(columns).length > 0) faults.push(`${name}: two columns of one name`);
  if (!range || range.columns !== columns.length) faults.push(`${name}: columns and range differ`);
  if (!range || attribute(head, 'headerRowCount') === '0') return faults;
  const row = blocks(sheet, 'row').find((one) => Number(attribute(one, 'r')) === range.row + 1) ?? '';
  const texts = new Map(
    blocks(row, 'c').map((cell) => {
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? '';
      const inline = plain((cell.match(/<t\b[^>]*>([^<]*)<\/t>/g) ?? []).join('').replace(/<[^>]*>/g, ''));
      return [
        parseA1(attribute(cell, 'r') ?? '')?.column,
        attribute(cell, 't') === 's' ? shared[Number(value)] : inline,
      ];
    }),
  );
  columns.forEach((column, at) => {
    if (texts.get(range.column + at) !== column)
      faults.push(`${name}: “${column}” over “${texts.get(range.column + at)}”`);
  });
  return faults;
}

/** One line for each thing that Excel would repair. Knows only what this project writes: numbers, texts, tables, rules, charts, names. */
export function repairTriggers(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const text = (path: string): string => (parts[path] ? strFromU8(parts[path]) : '');
  const faults: string[] = [];
  const say = (bad: boolean, fault: string): void => void (bad && faults.push(fault));
  for (const path of Object.keys(parts).filter((one) => /\.(?:xml|rels)$/.test(one))) {
    say(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(text(path)),
      `${path}: characters that no XML holds`,
    );
    say(
      !/<Default[^>]*Extension="xml"/.test(text('[Content_Types].xml')) &&
        !text('[Content_Types].xml').includes(`/${path}"`),
      `${path}: no content type`,
    );
  }
  const linksOf = (path: string): Map<string, string> => {
    const at = path.lastIndexOf('/');
    const rels = text(`${path.slice(0, at + 1)}_rels/${path.slice(at + 1)}.rels`);
    return new Map(
      tags(rels, 'Relationship').map((tag) => {
        const target = attribute(tag, 'Target') ?? '';
        const steps = target.startsWith('/') ? [] : path.slice(0, at).split('/');
        for (const step of target.replace(/^\//, '').split('/')) step === '..' ? steps.pop() : steps.push(step);
        say(attribute(tag, 'TargetMode') !== 'External' && !parts[steps.join('/')], `${path}: link to ${target}`);
        return [attribute(tag, 'Id') ?? '', steps.join('/')];
      }),
    );
  };
  const workbook = text('xl/workbook.xml');
  const links = linksOf('xl/workbook.xml');
  const names = tags(workbook, 'sheet').map((tag) => attribute(tag, 'name') ?? '');
  say(twice(names).length > 0, 'two sheets of one name');
  for (const name of names)
    say(name.length > 31 || name === '' || /[[\]:*?/\\]|^'|'$/.test(name), `sheet name ${name}`);
  const defined = blocks(workbook, 'definedName').map((block) => ({
    key: `${attribute(block, 'name')}\n${attribute(block, 'localSheetId') ?? ''}`,
    name: attribute(block, 'name') ?? '',
    formula: plain(block.replace(/^<[^>]*>|<\/[^>]*>$/g, '')),
  }));
  say(twice(defined.map(({ key }) => key)).length > 0, 'two names of one spelling');
  for (const { name, formula } of defined) {
    say(!/^(?:_xlnm\.)?[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseA1(name) !== null, `name ${name}`);
    say(
      /#REF!|^=|\$\$/.test(formula) || (formula.replace(/''/g, '').match(/'/g) ?? []).length % 2 === 1,
      `name ${name}: ${formula}`,
    );
  }
  const styles = text('xl/styles.xml');
  const known: Strings = {
    shared: blocks(text('xl/sharedStrings.xml'), 'si').map((si) =>
      plain((si.match(/<t\b[^>]*>[^<]*<\/t>|<t\/>/g) ?? []).join('').replace(/<[^>]*>/g, '')),
    ),
    styles: tags(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0] ?? '', 'xf').length,
    looks: tags(/<dxfs[\s\S]*<\/dxfs>/.exec(styles)?.[0] ?? '', 'dxf').length,
  };
  say(known.styles > 65_490, 'more styles than Excel has');
  for (const one of known.shared) say(one.length > 32_767, 'a text of more than 32,767 characters');
  const tables: string[] = [];
  for (const tag of tags(workbook, 'sheet')) {
    const path = links.get(attribute(tag, 'r:id') ?? '') ?? '';
    if (!path.includes('worksheets/')) continue;
    const own = linksOf(path);
    const xml = text(path);
    faults.push(...sheetFaults(xml, own, known).map((fault) => `${attribute(tag, 'name')}: ${fault}`));
    const placed = [...own.values()].filter((target) => target.includes('/tables/'));
    const merges = ranges(tags(xml, 'mergeCell').map((one) => attribute(one, 'ref')));
    const areas = ranges(placed.map((one) => attribute(/<table\b[^>]*>/.exec(text(one))?.[0] ?? '', 'ref')));
    say(
      overlapping([...areas, ...merges.filter((one) => areas.some((area) => overlap(one, area)))]),
      `${attribute(tag, 'name')}: a table over a merge or another table`,
    );
    for (const one of placed) {
      faults.push(...tableFaults(text(one), xml, known.shared));
      tables.push(attribute(/<table\b[^>]*>/.exec(text(one))?.[0] ?? '', 'displayName') ?? '');
    }
    for (const drawing of [...own.values()].filter((target) => target.includes('/drawings/'))) linksOf(drawing);
  }
  say(
    twice([...tables, ...defined.map(({ name }) => name).filter((name) => !name.startsWith('_xlnm'))]).length > 0,
    'two tables or names of one spelling',
  );
  return faults;
}
