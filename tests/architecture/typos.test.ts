// A slip in a key does not compile: five typos, planted one each into the real sources, are five errors, each where it stands.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT } from './imports';

interface Typo {
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const TYPOS: readonly Typo[] = [
  { file: 'src/workbook/tables/tracker/tracker.ts', right: "f.cell('minutesLate')", wrong: "f.cell('minuteslate')" },
  { file: 'src/workbook/tables/units/readUnits.ts', right: "row.text('name')", wrong: "row.text('nmae')" },
  { file: 'src/app/contest/withdraw.ts', right: "snapshot.tables['Criteria']", wrong: "snapshot.tables['Critera']" },
  { file: 'src/workbook/presets/fireSafety.ts', right: '    organiser:', wrong: '    organizer:' },
  { file: 'src/core/requirements/changeException.ts', right: "code: 'not-owed'", wrong: "code: 'not-owde'" },
];

/** What the compiler says of these files when the typos stand in them; nothing is written. */
function errorsWith(typos: readonly Typo[]): string[] {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options, true);
  const changed = new Map(
    typos.map(({ file, right, wrong }) => {
      const name = path.join(ROOT, file);
      const text = readFileSync(name, 'utf8');
      if (!text.includes(right)) throw new Error(`${file} has no ${right} any more: plant the typo elsewhere`);
      return [name, text.replace(right, wrong)];
    }),
  );
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const text = changed.get(path.resolve(name));
    return text === undefined ? read(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const roots = [...TYPOS.map(({ file }) => path.join(ROOT, file)), path.join(ROOT, 'src/workbook/tables/registry.ts')];
  const program = ts.createProgram(roots, { ...options, types: [], noEmit: true }, host);
  return TYPOS.flatMap(({ file }) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path.join(ROOT, file)))
      .map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]}`),
  );
}

test('a wrong key in a formula, a row or a preset, a wrong table and a wrong code of a problem are errors of the compiler, and nothing else is', () => {
  expect(errorsWith(TYPOS)).toEqual([
    expect.stringMatching(/^src\/workbook\/tables\/tracker\/tracker\.ts: .*"minuteslate"/),
    expect.stringMatching(/^src\/workbook\/tables\/units\/readUnits\.ts: .*"nmae"/),
    expect.stringMatching(/^src\/app\/contest\/withdraw\.ts: .*'Critera'/),
    expect.stringMatching(/^src\/workbook\/presets\/fireSafety\.ts: .*'organizer'/),
    expect.stringMatching(/^src\/core\/requirements\/changeException\.ts: .*"not-owde"/),
  ]);
}, 120_000);
