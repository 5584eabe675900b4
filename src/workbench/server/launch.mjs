// npm start: the server from its bundle.
import { runKept } from '../bundler/keptProgram.mjs';

await runKept('start', {
  cache: 'campaign-server',
  entries: { start: 'src/workbench/server/start.ts' },
  lasts: true,
});
