// What the kept programs do when the project's folder moves, or is copied with what they kept.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'kept-program-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A project of one program, which says where its source stands. */
function project(name: string): string {
  const root = path.join(home, name);
  const bundler = 'src/workbench/bundler';
  mkdirSync(path.join(root, bundler), { recursive: true });
  mkdirSync(path.join(root, 'node_modules'));
  cpSync(path.join(bundler, 'keptProgram.mjs'), path.join(root, bundler, 'keptProgram.mjs'));
  symlinkSync(path.resolve('node_modules/esbuild'), path.join(root, 'node_modules/esbuild'));
  for (const file of ['package.json', 'package-lock.json']) writeFileSync(path.join(root, file), '{}');
  writeFileSync(path.join(root, 'src/workbench/where.ts'), 'console.log(__dirname);');
  writeFileSync(
    path.join(root, 'launch.mjs'),
    `import { runKept } from './${bundler}/keptProgram.mjs';
await runKept('where', { cache: 'where', entries: { where: 'src/workbench/where.ts' } });`,
  );
  return root;
}

const said = (root: string): string =>
  execFileSync(process.execPath, ['launch.mjs'], { cwd: root, encoding: 'utf8' }).trim();

it('a project that was moved runs its own sources, not those of the former folder', () => {
  const before = project('before');
  expect(said(before)).toBe(path.join(before, 'src/workbench'));
  const after = path.join(home, 'after');
  renameSync(before, after);
  expect(said(after)).toBe(path.join(after, 'src/workbench'));
});
