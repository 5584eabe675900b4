// Asks every probe on a sheet of its own, which goes afterwards, and puts the answers beside those that are expected. Never throws for an answer.
import type { Answer, Answers, Probe } from './probe';

/** `Excel.run`, or what stands for it. */
export type Batch = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** A probe with another answer than expected; undefined: none was given. */
export interface Difference {
  readonly probe: Probe;
  readonly expected: Answers[string] | undefined;
  readonly found: Answers[string] | undefined;
}

const SHEET = 'Probe';

/** True when nothing stands in the workbook: one sheet without content. A self-test anywhere else could be in somebody's way. */
export function isEmptyWorkbook(run: Batch): Promise<boolean> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    const tables = context.workbook.tables.load('items/name');
    const used = context.workbook.worksheets.getFirst().getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    return sheets.items.length === 1 && tables.items.length === 0 && used.isNullObject;
  });
}

/** Runs the probes one after the other and keeps each answer; one that fails is an answer, too. `tell`: number done. */
export async function record(
  probes: readonly Probe[],
  run: Batch,
  isSetSupported: (version: string) => boolean,
  tell: (done: number) => void = () => undefined,
): Promise<Answers> {
  const answers: Record<string, Answers[string]> = {};
  for (const [index, probe] of probes.entries()) {
    answers[probe.id] = isSetSupported(probe.needs)
      ? await answerOf(probe, run)
      : { skipped: `ExcelApi ${probe.needs}` };
    tell(index + 1);
  }
  return answers;
}

async function answerOf(probe: Probe, run: Batch): Promise<Answers[string]> {
  const name = `${SHEET} ${probe.id}`.slice(0, 31);
  let id = '';
  try {
    return await run(async (context) => {
      const sheet = context.workbook.worksheets.add(name);
      sheet.load('id');
      await context.sync();
      id = sheet.id;
      return { answer: await probe.ask(context, sheet) };
    });
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    if (typeof code !== 'string') throw error;
    return { refused: code };
  } finally {
    if (id !== '')
      await run(async (context) => {
        context.workbook.worksheets.getItem(id).delete();
        await context.sync();
      });
  }
}

/** The order of keys says nothing. */
const written = (answer: Answers[string] | undefined): string =>
  JSON.stringify(answer, (_key, value: Answer) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  ) ?? '';

/** Probes answered otherwise than expected. What was skipped is not compared; an answer that is missing is a difference. */
export function differencesOf(probes: readonly Probe[], expected: Answers, found: Answers): Difference[] {
  return probes.flatMap((probe) => {
    const pair = { probe, expected: expected[probe.id], found: found[probe.id] };
    if (pair.found && 'skipped' in pair.found) return [];
    return written(pair.expected) === written(pair.found) ? [] : [pair];
  });
}
