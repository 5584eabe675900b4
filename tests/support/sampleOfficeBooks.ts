// The small office of src/workbench/hands, made once for all test files: each gets copies of its own.
import { sampleOffices, type Samples } from '../../src/workbench/hands/sampleOffice';
import { keptBook } from './keptBook';

/** The workbook at each stage. Example: `const { decided } = await keptOffices()`. */
export async function keptOffices(): Promise<Samples> {
  let made: Promise<Samples> | undefined;
  const make = (): Promise<Samples> => (made ??= sampleOffices());
  return {
    decided: await keptBook('office-decided', async () => (await make()).decided),
    settled: await keptBook('office-settled', async () => (await make()).settled),
  };
}
