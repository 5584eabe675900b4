// What a person says about headers that look like renamed columns: “收件登记.登记日期=收到时间”. Reads words; knows no plan.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnSpec, TableSpec } from '../../workbook/contract/spec';
import type { HeaderAnswer, RenamedColumn } from '../../workbook/upgrade/upgradeColumns';
import { BadOption } from '../run/badOption';

/** The words that take every proposal as it is made. */
const ALL = /^(全部|都是|all)$/i;
/** The words that say that a header is none of the add-in's. */
const NONE = /^(无|不是|none|no|-)$/i;

/** What a person said to the questions of an upgrade; `all`: yes to each that is left. */
export interface UpgradeAnswers {
  readonly all: boolean;
  /** [table as written, header, what it is]. */
  readonly said: readonly (readonly [string, string, string])[];
}

const folded = (word: string): string => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Pieces are separated by ；; a table goes by its name or its sheet's. Throws BadOption.
 * Example: `readUpgradeAnswers('Receipts.登记日期=收到时间；Units.微信群=无')`; `readUpgradeAnswers('全部').all`.
 */
export function readUpgradeAnswers(word: string | undefined): UpgradeAnswers {
  const pieces = (word ?? '')
    .split(/[；;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const said = pieces
    .filter((piece) => !ALL.test(piece))
    .map((piece): [string, string, string] => {
      const [dot, equals] = [piece.indexOf('.'), piece.lastIndexOf('=')];
      if (dot < 1 || equals <= dot + 1 || equals === piece.length - 1)
        throw new BadOption('column', '表.现表头=原表头；… / table.header=column;…', piece);
      return [piece.slice(0, dot).trim(), piece.slice(dot + 1, equals).trim(), piece.slice(equals + 1).trim()];
    });
  return { all: pieces.some((piece) => ALL.test(piece)), said };
}

function names(column: ColumnSpec, word: string): boolean {
  return [column.key, column.header.zh, column.header.en].some((name) => folded(name) === folded(word));
}

/** How the answers read for one table. `spec` and `sheet` are what it may be called by. */
export function answerFor({ all, said }: UpgradeAnswers, spec: TableSpec, sheet: string): HeaderAnswer {
  const own = said.filter(([table]) =>
    [spec.name, spec.sheet.zh, spec.sheet.en, sheet].some((name) => folded(name) === folded(table)),
  );
  return (header, proposed) => {
    const word = own.find(([, about]) => folded(about) === folded(header))?.[2];
    if (word === undefined) return all && proposed ? proposed.key : undefined;
    if (NONE.test(word)) return null;
    return spec.columns.find((column) => names(column, word))?.key;
  };
}

/** Answers that fit nothing: another spelling of the table, a header that is not there, a column that there is not. */
export function strayAnswers(
  { said }: UpgradeAnswers,
  specs: readonly TableSpec[],
  snapshot: WorkbookSnapshot,
): Problem[] {
  return said.flatMap(([tableWord, header, word]): Problem[] => {
    const spec = specs.find((candidate) =>
      [candidate.name, candidate.sheet.zh, candidate.sheet.en, snapshot.tables[candidate.name]?.sheet ?? ''].some(
        (name) => folded(name) === folded(tableWord),
      ),
    );
    const table = spec && snapshot.tables[spec.name];
    const fits =
      spec &&
      table &&
      table.headers.some((each) => folded(each) === folded(header)) &&
      (NONE.test(word) || spec.columns.some((column) => names(column, word)));
    if (fits) return [];
    const found = `${tableWord}.${header}=${word}`;
    return [
      {
        code: 'unknown-answer',
        ...(spec && { table: spec.name }),
        column: header,
        expected: text('表.现表头=原表头', 'table.header=column'),
        found,
        message: text(
          `看不懂“${found}”：表、现在的表头或原来的列名对不上。`,
          `“${found}” fits nothing: there is no such table, header or column.`,
        ),
      },
    ];
  });
}

/** The question as a problem; its choices are what may be answered. */
export function questionAbout(spec: TableSpec, sheet: string, { header, column }: RenamedColumn): Problem {
  const { zh, en } = column.header;
  return {
    code: 'renamed-column',
    table: spec.name,
    sheet,
    column: header,
    expected: text(`列“${zh}”`, `column “${en}”`),
    found: header,
    message: text(
      `“${sheet}”缺少列“${zh}”，表头“${header}”看来就是它：是，就把表头改回“${zh}”，内容不动；不是，就另加一列，原来的那列留着。`,
      `“${sheet}” has no column “${en}”, and “${header}” seems to be it: if so, the header gets its name back and the content stays; if not, a column is added and that one stays.`,
    ),
  };
}
