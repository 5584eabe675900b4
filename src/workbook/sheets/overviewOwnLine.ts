// The line of 首页 that speaks of 首页 itself and of 报送矩阵: pages of formulas, of which it counts those that were typed over. Knows no layout.
import { text, type Language } from '../../core/ground/text';
import { pageParts, type PageLine } from '../contract/pageLines';
import { MATRIX_TYPED_OVER } from '../tables/issueNames';
import { MADE_SHEETS } from './madeSheets';
import type { GuidedSheet } from './overviewGuide';
import { typedOverCount, type Place } from './typedOverFormulas';

const MATRIX_WRONG = `IFERROR(${MATRIX_TYPED_OVER},0)`;

/** The line of the pages that are formulas throughout; how many of this one's were typed over is counted once all its lines are known. */
export function ownLine(language: Language): GuidedSheet {
  const [own, matrix] = [MADE_SHEETS.Overview.sheet, MADE_SHEETS.Matrix.sheet];
  const here = text('本页', 'this page')[language];
  const show = `HYPERLINK("#'${matrix[language]}'!A1","${text('去看', 'Show')[language]}")`;
  return {
    sheet: text(`${own.zh}、${matrix.zh}`, `${own.en}, ${matrix.en}`)[language],
    who: text('自动', 'By itself')[language],
    what: text(
      '全是公式，不用填；改乱了请点“重做首页”“生成报送矩阵”',
      'Formulas; “Make … again” where they were typed over',
    )[language],
    rows: null,
    issues: {
      below: '0',
      wrong: MATRIX_WRONG,
      link: (_below, wrong) => `IF(${wrong}=0,"",IF(${MATRIX_WRONG}>0,${show},"${here}"))`,
    },
  };
}

/** The lines with the count of formulas that were typed over in the line of the page itself, which is not looked at, nor `sentence`, which follows from it. */
export function withOwnCount(lines: readonly PageLine[], own: Place, sentence: number): PageLine[] {
  const count = `${typedOverCount(pageParts(lines).blocks[0]?.cells ?? [], [sentence, own.row])}+${MATRIX_WRONG}`;
  return lines.map((each, row) =>
    row !== own.row
      ? each
      : {
          ...each,
          spans: each.spans.map((span) =>
            span.column === own.column ? { ...span, value: { formula: `=${count}` } } : span,
          ),
        },
  );
}
