// The sample contest after its notice, with one objection on record, for tests of what follows from it.
import { decideNotice } from '../../src/app/publish/notice';
import { decideObject } from '../../src/app/publish/object';
import type { ObjectInput } from '../../src/app/publish/objectJob';
import type { WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { after, decidedContest, scoredContest } from './decidedContest';
import { situationOf } from './situationOf';

export const OBJECTOR = '赵钱孙';
/** Against no. 21, while the notice runs. */
export const INPUT: ObjectInput = {
  entry: '21',
  by: OBJECTOR,
  how: '书面',
  text: '故事与事实不符',
  at: '6月23日上午10点',
  contact: '13812345678',
};
/** When it is registered. */
export const AT = '2021-06-23T11:00';
/** The day after the notice's last. */
export const OVER = '2021-06-26T08:00';

/** One after the other. */
export interface ObjectedContest {
  readonly scored: WorkbookSnapshot;
  readonly decided: WorkbookSnapshot;
  readonly posted: WorkbookSnapshot;
  readonly objected: WorkbookSnapshot;
}

export async function objectedContest(): Promise<ObjectedContest> {
  const scored = await scoredContest();
  const decided = decidedContest(scored);
  const posted = after(decided, decideNotice(situationOf(decided, '2021-06-18T09:00'), { contact: '0734-6812345' }));
  return { scored, decided, posted, objected: after(posted, decideObject(situationOf(posted, AT), INPUT)) };
}
