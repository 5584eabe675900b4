// Page setup of new sheets: at the end of the request in which a sheet is finished, since an Excel without a printer may refuse any
// of it. What is refused stops nothing and is said once.
import type { Problem } from '../core/ground/problem';
import { text } from '../core/ground/text';
import type { SheetPlan } from '../workbook/contract/plan';
import { writePage } from './writeSheet';

/** Excel gives this back with an error that comes after it. */
const MARK = 'page setup';

/** Page set-ups, collected: each costs Excel a talk with the printer. */
export interface Pages {
  /** The sheet is finished; its page is set at the end of this request. */
  add(sheet: Excel.Worksheet, plan: SheetPlan): void;
  /** Queues the pages of the sheets finished since the last request. */
  queue(): void;
  /** True when the error came from a page: nothing else of the request but what followed is missing. No page is tried after that. */
  isRefusal(error: unknown): boolean;
  /** The sheets that have no page setup, as one problem. */
  problems(): Problem[];
}

/** Page set-ups, which older versions refuse: queued behind everything else, so that a refusal is known to be theirs and costs only them. */
export function createPages(context: Excel.RequestContext): Pages {
  let waiting: { readonly sheet: Excel.Worksheet; readonly plan: SheetPlan }[] = [];
  let queued: string[] = [];
  let refused: string[] | null = null;
  return {
    add: (sheet, plan) => {
      if (refused) refused.push(plan.name);
      else waiting.push({ sheet, plan });
    },
    queue: () => {
      if (waiting.length > 0) context.trace(MARK);
      for (const { sheet, plan } of waiting) {
        writePage(sheet, plan.page);
      }
      queued = waiting.map(({ plan }) => plan.name);
      waiting = [];
    },
    isRefusal: (error) => {
      const { traceMessages } = (error ?? {}) as { traceMessages?: readonly string[] };
      if (traceMessages?.at(-1) !== MARK) return false;
      refused = queued;
      return true;
    },
    problems: () => (refused && refused.length > 0 ? [noPageSetup(refused)] : []),
  };
}

/** Said once for all sheets: which of them Excel refused cannot be told from the error. */
function noPageSetup(sheets: readonly string[]): Problem {
  return {
    code: 'no-page-setup',
    sheet: sheets[0],
    expected: text('打印设置', 'page setup'),
    found: '',
    message: text(
      `${sheets.map((name) => `“${name}”`).join('、')}的打印设置没有写成（这台电脑可能没有打印机），内容齐全，不受影响。打印前请在“页面布局”里选 A4 和方向。`,
      `The page setup of ${sheets.map((name) => `“${name}”`).join(', ')} was refused (this computer may have no printer); the contents are complete. Choose A4 and the orientation under Page Layout before printing.`,
    ),
  };
}
