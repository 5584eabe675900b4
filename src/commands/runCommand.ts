// Runs a job for a ribbon button: no pane, one click, one outcome. Says what went wrong; knows no Excel and no particular job.
import { finishJob } from '../app/run/finishJob';
import type { Deps, Job, JobReport } from '../app/run/job';
import { RIBBON } from '../app/run/whoActs';
import { text, type Text } from '../core/ground/text';

/** Office’s own: a ribbon button stays grey until it is completed. */
export interface CommandEvent {
  completed(): void;
}

export interface CommandHost {
  readonly deps: () => Deps;
  /** Shows one message, without waiting for an answer. A message that cannot be shown is lost, never an error. */
  readonly say: (message: Text) => void;
}

/**
 * What Office calls when the button is pressed. What came of it is said in words, and what the pane has beyond that.
 * `event.completed()` is called on every path, or Office would keep the button busy.
 * Example: `Office.actions.associate('computeRanking', command(rank, {}, host))`.
 */
export function command<Input>(
  job: Job<Input>,
  input: Input,
  host: CommandHost,
): (event: CommandEvent) => Promise<void> {
  return async (event) => {
    try {
      const deps = host.deps();
      const outcome = await finishJob((alive) => job({ ...deps, onProgress: alive }, input, 'write'));
      if (outcome.kind === 'failed') host.say(outcome.why);
      else host.say(outcome.report.stopped ? firstReason(outcome.report) : whatWasDone(outcome.report, deps.by ?? ''));
    } finally {
      event.completed();
    }
  };
}

const PANE_HAS_MORE = {
  named: text(
    '改了哪些格、要撤回，请看面板的历史。',
    'The pane’s history shows which cells changed, and takes it back.',
  ),
  nameless: text(
    '操作日志记作“功能区按钮”。要记下姓名、看改了哪些格或撤回，请打开面板。',
    'The log says “Ribbon button”. Open the pane to put your name to it, see the cells, or take it back.',
  ),
};

function whatWasDone({ message, changed }: Pick<JobReport, 'message' | 'changed'>, by: string): Text {
  if (Object.keys(changed).length === 0) return message;
  const more = PANE_HAS_MORE[Object.values(RIBBON).includes(by) ? 'nameless' : 'named'];
  return { zh: `${message.zh}\n${more.zh}`, en: `${message.en}\n${more.en}` };
}

/** The report's line, and under it the first problem when it says more. */
function firstReason({
  message,
  problems,
}: {
  readonly message: Text;
  readonly problems: readonly { readonly message: Text }[];
}): Text {
  const reason = problems[0]?.message;
  if (!reason || reason.zh === message.zh) return message;
  return { zh: `${message.zh}\n${reason.zh}`, en: `${message.en}\n${reason.en}` };
}
