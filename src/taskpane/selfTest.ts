// The self-test on the Excel that the pane stands in: loaded only when somebody asks for it. Nothing leaves by itself.
import { EXPECTED } from '../probes/expected';
import type { Recording } from '../probes/probe';
import { PROBES } from '../probes/probes';
import { differencesOf, isEmptyWorkbook, record } from '../probes/record';
import type { SelfTestResult } from './paneHost';

/** null: the workbook is not empty, and nothing was done. `program`: what the answers are recorded as. */
export async function selfTest(
  program: string,
  isSetSupported: (version: string) => boolean,
  tell: (done: number, all: number) => void,
): Promise<SelfTestResult | null> {
  const run = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run(work);
  if (!(await isEmptyWorkbook(run))) return null;
  const answers = await record(PROBES, run, isSetSupported, (done) => tell(done, PROBES.length));
  const differences = differencesOf(PROBES, EXPECTED, answers);
  return {
    asked: Object.values(answers).filter((answer) => !('skipped' in answer)).length,
    differences: differences.map(({ probe: { zh, en }, expected, found }) => ({
      what: { zh, en },
      expected: JSON.stringify(expected),
      found: JSON.stringify(found) ?? '',
    })),
    text: JSON.stringify({ program, answers } satisfies Recording, null, 2),
  };
}
