// The sample campaign with every sheet that the product makes: what an office has at the end of a campaign.
import type { Criterion } from '../../src/core/contest/contest';
import type { Language } from '../../src/core/ground/text';
import type { Book } from '../../src/workbench/model/book';
import { formulaWords } from '../../src/workbook/contract/formulaWords';
import { specFinder } from '../../src/workbook/tables/registry';
import { scoreSheetSpec } from '../../src/workbook/tables/scoreSheet/scoreSheet';
import { campaignHost } from './campaignHost';
import { runJob } from './runJob';

/** Jobs after those of the sample, in an office's order. */
const AFTER: readonly (readonly [job: string, settings: Readonly<Record<string, string>>])[] = [
  ['extend', { unit: '渣江镇', requirement: 'T1', to: '2021-06-20T18:00', approvedBy: '县禁毒办', reason: '防汛' }],
  ['remind', { days: '2' }],
  ['overview', {}],
  ['matrix', {}],
  ['accountability', {}],
  ['decide', { by: '评委会6月15日会议', anyway: '是', reason: '评委5未评' }],
  ['awards', {}],
  ['notice', { posting: '2021-06-18' }],
  ['certificates', { reason: '先做样张' }],
  ['agenda', { start: '9:00' }],
  ['prize-receipt', { reason: '先备款' }],
  ['object', { entry: '', by: '某单位', how: '书面', text: '请核实' }],
  ['summary', {}],
  ['briefing', {}],
];

/** Goes on with the sample; throws when a job stops. Takes half a minute: `madeEverySheet` keeps what comes out. */
export async function everySheet(sample: Book, language: Language): Promise<Book> {
  const host = campaignHost({ book: sample, now: '2021-06-16T09:00', language });
  for (const [job, settings] of AFTER) {
    const report = await runJob(host.deps, job, settings);
    if (report.stopped) throw new Error(`${job}: ${report.problems.map(({ message }) => message.en).join(' ')}`);
  }
  await host.host.calculateNow();
  return host.host.book;
}

/** The formulas of a judge's sheet with so many criteria, by header. */
export function criteriaWords(count: number): [header: string, formula: string][] {
  const criteria: Criterion[] = Array.from({ length: count }, (_none, i) => ({
    criterionId: `C${i + 1}`,
    name: `评分标准第${i + 1}项`,
    weight: '5',
    minimum: '0',
    maximum: '100',
    step: '0.5',
  }));
  const spec = scoreSheetSpec({ judgeId: 'J01', name: '评委1', unitId: '', active: true }, criteria, 'zh');
  const words = formulaWords(spec, 'zh', specFinder([], criteria, 'zh'));
  return spec.columns.flatMap(({ header, formula }): [string, string][] =>
    formula ? [[header.zh, formula(words)]] : [],
  );
}
