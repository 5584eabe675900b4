// `npm run probes`: asks the host what the pane's self-test asks a real Excel, and prints the answers. With `--compare answers.json` (the text
// that the pane copies) it prints where that Excel answers otherwise and fails: each line is a behaviour that the host has wrong.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Recording } from '../../probes/probe';
import { PROBES } from '../../probes/probes';
import { differencesOf, record } from '../../probes/record';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import { endProgram } from './endProgram';

/** Throws when the file holds no answers of the self-test. */
function recordingIn(file: string): Recording {
  const words = readFileSync(file, 'utf8');
  try {
    const recorded = JSON.parse(words) as Partial<Recording> | null;
    if (recorded?.answers && typeof recorded.answers === 'object')
      return { program: recorded.program ?? '?', answers: recorded.answers };
  } catch {
    // Said below.
  }
  throw new Error(`${file} 不是自测复制出来的结果。 / ${file} does not hold the answers that the self-test copies.`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { compare: { type: 'string' } } });
  const { Excel, Office } = startHost({ excelApi: '1.13', calculator: createUniverCalculator() });
  const answers = await record(PROBES, Excel.run.bind(Excel), (version) =>
    Office.context.requirements.isSetSupported('ExcelApi', version),
  );
  if (values.compare === undefined) {
    console.log(JSON.stringify({ program: 'host', answers } satisfies Recording, null, 2));
    return 0;
  }
  const recorded = recordingIn(values.compare);
  const differences = differencesOf(PROBES, answers, recorded.answers);
  for (const { probe, expected, found } of differences)
    console.log(
      `${probe.id}  ${probe.zh} / ${probe.en}\n  host: ${JSON.stringify(expected)}\n  ${recorded.program}: ${JSON.stringify(found)}`,
    );
  console.log(`${PROBES.length} probes, ${differences.length} differ (${recorded.program})`);
  return differences.length === 0 ? 0 : 1;
}

main().then(endProgram, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  endProgram(2);
});
