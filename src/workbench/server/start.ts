// `npm start`: bundles the workbench, serves it and opens it. Options: `--help`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wallTimeFromIso } from '../../core/ground/wallTime';
import { makeBundles, sourcesMark } from './bundles';
import { openBrowser } from './openBrowser';
import { createSamples } from './sample';
import { serve } from './server';

const DEFAULT_PORT = 4321;

const HELP = `npm start -- [选项 / options]

  --port <number>   端口，默认 ${DEFAULT_PORT}，0 为任一空闲端口 / port, ${DEFAULT_PORT} by default, 0 for any free one
  --no-open         不打开浏览器 / open no browser
  --now <time>      工作台的时间停在这一刻，如 2021-06-10T18:00:01 / the workbench's clock stands at this time
  --help            显示本说明 / show this`;

/** Throws, with all options, for one that there is not. */
function options(): { port?: string; open: boolean; now?: string; help: boolean } {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        open: { type: 'boolean', default: true },
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`, { cause: error });
  }
}

async function start(): Promise<void> {
  const values = options();
  if (values.help) return console.log(HELP);
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(
      `--port 应为 0–65535 的整数，实为 ${values.port}。 / --port takes a whole number from 0 to 65535, not ${values.port}.`,
    );
  if (values.now !== undefined && wallTimeFromIso(values.now) === null)
    throw new Error(`--now 应形如 2021-06-10T18:00:01。 / --now takes a time such as 2021-06-10T18:00:01.`);
  const root = path.resolve(__dirname, '../../..');
  // The sample takes longest: it is begun first. What goes wrong with it is said to whoever asks for it.
  const mark = sourcesMark(root);
  const samples = createSamples(root, () => mark);
  samples.text('zh').catch(() => undefined);
  const bundles = await makeBundles(root, mark);
  const { url } = await serve(root, bundles, port, samples);
  const address = values.now === undefined ? `${url}/` : `${url}/?now=${encodeURIComponent(values.now)}`;
  console.log(`宣传活动工作台 / campaign workbench: ${address}  (${Math.round(bundles.milliseconds)} ms)`);
  console.log('按 Ctrl+C 结束。 / Press Ctrl+C to stop.');
  if (values.open) openBrowser(address);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
