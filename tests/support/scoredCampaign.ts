// A campaign with three stories and score sheets for seven judges, nothing scored yet.
import { decideImportStories } from '../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../src/app/contest/makeJudgeTabs';
import type { WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { applySteps } from './applySteps';
import { newSnapshot, situationOf } from './situationOf';
import { oneSheet } from './oneSheet';

const STORIES = [
  ['编号', '报送单位', '题目', '类别', '讲述人'],
  [1, '西渡镇', '甲', '禁毒志愿者', '某'],
  [2, '集兵镇', '乙', '禁毒志愿者', '某'],
  [3, '杉桥镇', '丙', '禁毒志愿者', '某'],
];

export function campaignToScore(): WorkbookSnapshot {
  const file = oneSheet('故事', STORIES, '');
  const start = applySteps(newSnapshot(), decideImportStories(situationOf(newSnapshot()), { file }).steps);
  return applySteps(start, decideJudgeTabs(situationOf(start), { judges: 7 }).steps);
}
