// npm run job: the command line from its bundle.
import path from 'node:path';
import { runKept } from '../bundler/keptProgram.mjs';

await runKept('job', {
  cache: 'campaign-job',
  entries: { job: 'src/workbench/cli/job.ts', reader: 'src/workbench/cli/readAside.worker.ts' },
  tell: (folder) => {
    process.env.CAMPAIGN_READER = path.join(folder, 'reader.cjs');
  },
});
