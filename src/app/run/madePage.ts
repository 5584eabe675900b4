// A made sheet that only some runs want (评分进度, 评分明细…): its steps, its stamp, the report's notice. Knows no content.
import type { Problem } from '../../core/ground/problem';
import { fingerprint } from '../../workbook/contract/fingerprint';
import type { PlanStep } from '../../workbook/contract/plan';
import type { ListPage } from '../../workbook/sheets/listPage';
import { listPage } from '../../workbook/sheets/listPage';
import { placeMadeSheet, stampLine, type Placing } from '../../workbook/sheets/madeSheet';
import type { Situation } from './runJob';

/** What a job does and says for its page. */
export interface MadePage {
  readonly steps: readonly PlanStep[];
  readonly notices: readonly Problem[];
  /** As `Placing` has it. */
  readonly carried?: Placing['carried'];
}

/** The page with its stamp (no check code on official paper), added or in the place of the former one. `key`: the ASCII word of its defined name. */
export function madePage(situation: Situation, key: string, page: Omit<ListPage, 'stamp'>): MadePage {
  const { snapshot, asOf, now, language } = situation;
  const sheet = listPage(
    { ...page, stamp: stampLine(asOf, now, page.official ? '' : fingerprint(page.sections), language) },
    language,
  );
  const placing = placeMadeSheet(snapshot, { key, sheet, rowKey: page.rowKey }, now, language);
  const { notices, carried } = placing;
  return { steps: [...placing.steps, { kind: 'activate', sheet: sheet.name }], notices, carried };
}

/** Of a job that makes no page this time. */
export const NO_PAGE: MadePage = { steps: [], notices: [] };
