// A report of any length reaches whoever reads it through a pipe, and the program ends with its code.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const END = path.resolve(__dirname, '../../../src/workbench/cli/endProgram.ts');

it('all that was said goes out before the program ends, also where the pipe does not wait', () => {
  const script = [
    `const { endProgram } = require(${JSON.stringify(END)});`,
    'process.stdout._handle.setBlocking(false);',
    "console.log('x'.repeat(1_000_000));",
    'endProgram(1);',
  ].join('\n');
  const args = ['--require', 'tsx/cjs', '--eval', script];
  const { stdout, status } = spawnSync(process.execPath, args, { maxBuffer: 1e7, encoding: 'utf8' });
  expect([stdout.length, status]).toEqual([1_000_001, 1]);
});
