// Charts in the package of a file: the drawing that places them, their parts, the links and content types. Knows no look of a chart.
import type { Book, Sheet } from '../model/book';
import { boxOf, placeInBox } from '../model/chartPlace';
import type { Chart, ChartCorner, KeptChart, KeptPart } from '../model/charts';
import { readChart, sameLook } from './chartRead';
import { chartXml } from './chartXml';
import { attribute, child, children, content, element, escapeXml, parseXml, type XmlNode } from './xml';
import { partText, relationsOf, relationsPath, setPart, type ZipPackage } from './zipPackage';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING_CONTENT = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_CONTENT = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const EMU = 12700;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Type of the relation from a sheet to its drawing. */
export const DRAWING_RELATION = `${OFFICE}/drawing`;

/** A link of a part to another: its id, the type of the relation, the target. */
export interface PartLink {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The text of a .rels part. */
export const linksXml = (links: readonly PartLink[]): string =>
  `${HEAD}${element('Relationships', { xmlns: PACKAGE }, links.map(({ id, type, target }) => element('Relationship', { Id: id, Type: type, Target: target })).join(''))}`;

/** Puts the charts of all sheets into a package; each sheet's drawing is named in `drawings`, every new part in `contents`. */
export function writeCharts(parts: ZipPackage, book: Book): { drawings: ReadonlyMap<Sheet, string>; contents: string } {
  const drawings = new Map<Sheet, string>();
  const contents: string[] = [];
  const kept = new Map<string, number>();
  const note = (path: string, type: string): void =>
    void contents.push(element('Override', { PartName: `/${path}`, ContentType: type }));
  let count = 0;
  for (const sheet of book.sheets.filter(({ charts }) => charts.length > 0)) {
    const path = `xl/drawings/drawing${drawings.size + 1}.xml`;
    const links: PartLink[] = [];
    const anchors = sheet.charts.map((chart, index) => {
      const chartPath = `xl/charts/chart${++count}.xml`;
      writeChart(parts, book, chart, chartPath, kept, note);
      links.push({ id: `rId${index + 1}`, type: `${OFFICE}/chart`, target: `../charts/chart${count}.xml` });
      return anchorXml(chart, index);
    });
    setPart(parts, path, `${HEAD}${element('xdr:wsDr', { 'xmlns:xdr': DRAWING, 'xmlns:a': MAIN }, anchors.join(''))}`);
    setPart(parts, relationsPath(path), linksXml(links));
    note(path, DRAWING_CONTENT);
    drawings.set(sheet, `../drawings/drawing${drawings.size + 1}.xml`);
  }
  return { drawings, contents: contents.join('') };
}

function writeChart(
  parts: ZipPackage,
  book: Book,
  chart: Chart,
  path: string,
  counts: Map<string, number>,
  note: (path: string, type: string) => void,
): void {
  note(path, CHART_CONTENT);
  const own = keptXml(book, chart);
  setPart(parts, path, own ?? chartXml(book, chart));
  if (own === null || !chart.kept || chart.kept.parts.length === 0) return;
  const links = chart.kept.parts.map(({ relation, relationId, contentType, stem, xml }): PartLink => {
    const number = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, number);
    setPart(parts, `xl/charts/${stem}${number}.xml`, xml);
    note(`xl/charts/${stem}${number}.xml`, contentType);
    return { id: relationId, type: relation, target: `${stem}${number}.xml` };
  });
  setPart(parts, relationsPath(path), linksXml(links));
}

const FORMULA = /(<((?:\w+:)?f)>)[^<]*(<\/\2>)/g;

const withFormulas = ({ xml, formulas }: KeptChart): string => {
  let n = 0;
  return xml.replace(FORMULA, (all, open: string, _name: string, close: string) => {
    const formula = formulas[n++];
    return formula === undefined ? all : `${open}${escapeXml(formula)}${close}`;
  });
};

/** The file's own text, with references brought up to date; null when somebody changed what the model has of the chart. */
function keptXml(book: Book, chart: Chart): string | null {
  if (!chart.kept) return null;
  const xml = withFormulas(chart.kept);
  if (chart.type === 'Other') return xml;
  const then = readChart(book, xml);
  return then && sameLook(then, chart) ? xml : null;
}

function anchorXml(chart: Chart, index: number): string {
  const corner = (name: 'from' | 'to', { row, column, right, down }: ChartCorner): string =>
    element(
      `xdr:${name}`,
      {},
      `<xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(right * EMU)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(down * EMU)}</xdr:rowOff>`,
    );
  const frame = element(
    'xdr:graphicFrame',
    { macro: '' },
    [
      element(
        'xdr:nvGraphicFramePr',
        {},
        `${element('xdr:cNvPr', { id: index + 2, name: chart.name, descr: chart.alt })}<xdr:cNvGraphicFramePr/>`,
      ),
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: CHART },
          element('c:chart', { 'xmlns:c': CHART, 'xmlns:r': OFFICE, 'r:id': `rId${index + 1}` }),
        ),
      ),
    ].join(''),
  );
  return element(
    'xdr:twoCellAnchor',
    { editAs: chart.editAs },
    `${corner('from', chart.from)}${corner('to', chart.to)}${frame}<xdr:clientData/>`,
  );
}

interface Found {
  readonly frame: XmlNode;
  readonly anchor: XmlNode;
  readonly kind: 'twoCellAnchor' | 'oneCellAnchor' | 'absoluteAnchor';
  readonly path: string;
}

/** The charts that a sheet's drawing places by itself, not inside a group. */
function placedCharts(parts: ZipPackage, sheetPath: string): Found[] {
  return relationsOf(parts, sheetPath)
    .filter(({ type }) => type === 'drawing')
    .flatMap(({ target: drawing }) => {
      const root = child(parseXml(partText(parts, drawing) ?? ''), 'wsDr');
      const links = relationsOf(parts, drawing);
      return (['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor'] as const).flatMap((kind) =>
        children(root, kind).flatMap((anchor) => {
          const frame = child(anchor, 'graphicFrame');
          const id = attribute(child(frame, 'graphic', 'graphicData', 'chart'), 'id');
          const path = links.find((link) => link.id === id && link.type === 'chart')?.target;
          return frame && path !== undefined && keptParts(parts, path) ? [{ frame, anchor, kind, path }] : [];
        }),
      );
    });
}

/** The parts that a chart stands on; null when they are more than plain texts, which cannot be kept. */
function keptParts(parts: ZipPackage, path: string): KeptPart[] | null {
  const types = contentTypes(parts);
  const links = children(parseXml(partText(parts, relationsPath(path)) ?? ''), 'Relationships', 'Relationship');
  const found = relationsOf(parts, path).map(({ id, target }): KeptPart | null => {
    const xml =
      /\.xml$/i.test(target) && parts[relationsPath(target)] === undefined ? partText(parts, target) : undefined;
    const contentType = types.get(target);
    const relation = attribute(
      links.find((link) => attribute(link, 'Id') === id),
      'Type',
    );
    if (xml === undefined || contentType === undefined || relation === undefined) return null;
    return { relation, relationId: id, contentType, stem: target.replace(/^.*\//, '').replace(/\d*\.xml$/i, ''), xml };
  });
  return found.every((part) => part !== null) ? found : null;
}

function contentTypes(parts: ZipPackage): Map<string, string> {
  const overrides = children(parseXml(partText(parts, '[Content_Types].xml') ?? ''), 'Types', 'Override');
  return new Map(
    overrides.map((one) => [
      (attribute(one, 'PartName') ?? '').replace(/^\//, ''),
      attribute(one, 'ContentType') ?? '',
    ]),
  );
}

/** Paths of the chart parts that `readCharts` reads. */
export function readablePaths(parts: ZipPackage, sheetPath: string): string[] {
  return placedCharts(parts, sheetPath).map(({ path }) => path);
}

/** Reads the charts of a sheet; all sheets of the book must have their names already, sizes and cells too. */
export function readCharts(parts: ZipPackage, sheetPath: string, sheet: Sheet, book: Book): void {
  for (const { frame, anchor, kind, path } of placedCharts(parts, sheetPath)) {
    const xml = partText(parts, path) ?? '';
    const look = readChart(book, xml);
    if (!look) continue;
    const named = child(frame, 'nvGraphicFramePr', 'cNvPr');
    const alt = attribute(named, 'descr');
    const editAs = attribute(anchor, 'editAs');
    const chart: Chart = {
      id: `{00000000-0000-4000-9000-${String(book.nextId++).padStart(12, '0')}}`,
      name: attribute(named, 'name') ?? `Chart ${sheet.charts.length + 1}`,
      ...look,
      from: cornerOf(child(anchor, 'from')),
      to: cornerOf(child(anchor, 'to')),
      ...(alt ? { alt } : {}),
      ...(editAs ? { editAs } : {}),
    };
    if (kind !== 'twoCellAnchor') placeBySize(sheet, chart, anchor);
    if (!isOwn(book, chart, xml))
      chart.kept = {
        xml,
        formulas: [...xml.matchAll(FORMULA)].map(([text]) =>
          content(child(parseXml(`<f>${text.replace(/<[^>]*>/g, '')}</f>`), 'f')),
        ),
        parts: keptParts(parts, path) ?? [],
      };
    sheet.charts.push(chart);
  }
}

const CACHE = /<c:(str|num)Cache>[\s\S]*?<\/c:\1Cache>/g;

/** True for a part that this program wrote: writing what was read gives it again, but for the values. */
function isOwn(book: Book, chart: Chart, xml: string): boolean {
  return chart.type !== 'Other' && chartXml(book, chart).replace(CACHE, '') === xml.replace(CACHE, '');
}

function cornerOf(node: XmlNode | undefined): ChartCorner {
  const number = (name: string): number => Number(content(child(node, name))) || 0;
  const points = (name: string): number => Math.round((number(name) / EMU) * 100) / 100;
  return { row: number('row'), column: number('col'), right: points('colOff'), down: points('rowOff') };
}

function placeBySize(sheet: Sheet, chart: Chart, anchor: XmlNode): void {
  const points = (node: XmlNode | undefined, name: string): number => (Number(attribute(node, name)) || 0) / EMU;
  const at = child(anchor, 'from')
    ? boxOf(sheet, { from: chart.from, to: chart.from })
    : { left: points(child(anchor, 'pos'), 'x'), top: points(child(anchor, 'pos'), 'y') };
  placeInBox(sheet, chart, {
    left: at.left,
    top: at.top,
    width: points(child(anchor, 'ext'), 'cx'),
    height: points(child(anchor, 'ext'), 'cy'),
  });
}
