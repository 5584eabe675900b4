// The sheets that jobs make as a whole: the name under which jobs report them, what people see, whom they are for. Knows no content.
import type { Text } from '../../core/ground/text';
import {
  ACCOUNTABILITY_SHEET,
  AGENDA_SHEET,
  AWARDS_SHEET,
  BRIEFING_SHEET,
  CERTIFICATES_SHEET,
  MADE_FROM_SHEET,
  MATRIX_SHEET,
  NOTICE_SHEET,
  OVERVIEW_SHEET,
  PRIZE_RECEIPT_SHEET,
  REMARKS_SHEET,
  SUMMARY_SHEET,
} from './sheetNames';

/** public: shown to everybody · circulated: goes to other offices and leaders, names may stand on it · office: stays in the workbook. */
export type Reach = 'public' | 'circulated' | 'office';

export interface MadeSheetKind {
  readonly sheet: Text;
  readonly reach: Reach;
}

/** By the name that plans and reports know. `reach` decides whether the guard looks at it. */
export const MADE_SHEETS = {
  Accountability: { sheet: ACCOUNTABILITY_SHEET, reach: 'circulated' },
  Awards: { sheet: AWARDS_SHEET, reach: 'public' },
  Briefing: { sheet: BRIEFING_SHEET, reach: 'circulated' },
  MadeFrom: { sheet: MADE_FROM_SHEET, reach: 'office' },
  Matrix: { sheet: MATRIX_SHEET, reach: 'circulated' },
  Overview: { sheet: OVERVIEW_SHEET, reach: 'office' },
  Summary: { sheet: SUMMARY_SHEET, reach: 'circulated' },
  Agenda: { sheet: AGENDA_SHEET, reach: 'public' },
  Certificates: { sheet: CERTIFICATES_SHEET, reach: 'public' },
  Notice: { sheet: NOTICE_SHEET, reach: 'public' },
  PrizeReceipt: { sheet: PRIZE_RECEIPT_SHEET, reach: 'circulated' },
  Remarks: { sheet: REMARKS_SHEET, reach: 'public' },
} as const satisfies Readonly<Record<string, MadeSheetKind>>;

export type MadeSheetName = keyof typeof MADE_SHEETS;

/** Every sheet that leaves the office. */
export const LEAVING: readonly Text[] = Object.values(MADE_SHEETS).flatMap(({ sheet, reach }) =>
  reach === 'office' ? [] : [sheet],
);

/** Which made sheet a sheet is, by its name in either language; a copy that was kept (“公示（旧 06-18 0900）”) is what it was. Null: none of them. */
export function madeSheetCalled(name: string): MadeSheetName | null {
  const plain = name.replace(/(?:（旧 [^）]*）| \(old [^)]*\))$/, '');
  const found = Object.entries(MADE_SHEETS).find(([, { sheet }]) => sheet.zh === plain || sheet.en === plain);
  return found ? (found[0] as MadeSheetName) : null;
}
