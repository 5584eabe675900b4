// A made sheet about the judging (评分进度, 评分明细, 稳健性), which says by itself when scores or rules have changed. Knows no content.
import type { Text } from '../../core/ground/text';
import type { ListPage } from '../../workbook/sheets/listPage';
import { madePage, type MadePage } from '../run/madePage';
import { withSourceMark } from '../run/markSource';
import type { Situation } from '../run/runJob';
import { judgingSource, type JudgingSheet } from './judgingSource';

/** `word`: of its defined name, as for `madePage`. */
export function judgingPage(
  situation: Situation,
  word: string,
  { key, sheet }: { readonly key: JudgingSheet; readonly sheet: Text },
  page: Omit<ListPage, 'stamp'>,
): MadePage {
  const { steps, notices } = madePage(situation, word, page);
  const source = judgingSource(key, situation.campaign);
  return { steps: withSourceMark(key, situation, steps, { called: sheet, source }), notices };
}
