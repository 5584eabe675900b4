// Ends a program of the command line once all that it said has gone out: a pipe takes 64 KB at a time, and what still waits is lost with the process.

/** Ends with the code. Whoever reads may have gone (`| head`): then nothing is left to wait for. */
export function endProgram(code: number): void {
  const end = (): never => process.exit(code);
  process.stdout.on('error', end);
  process.stderr.on('error', end);
  process.stdout.write('', () => process.stderr.write('', end));
}
