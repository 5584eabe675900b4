// The life of one step on screen: idle → busy → preview or result. Runs one job at a time; knows no step's content.
import { useCallback, useRef, useState } from 'react';
import type { Job, JobReport, Mode, Preview } from '../app/run/job';
import { explainError } from '../app/run/explainError';
import { finishJob } from '../app/run/finishJob';
import type { Text } from '../core/ground/text';
import { Cancelled } from '../core/ground/cancelled';
import type { PortProgress } from '../workbook/contract/port';
import { progressOf } from './jobProgress';
import { useWords } from './language';
import type { PaneHost, TellReading } from './paneHost';

/** A job that is under way. */
export interface Running {
  readonly doing: 'file' | Mode;
  readonly progress?: Text;
  /** How far it is, between 0 and 1; absent while that is not known. */
  readonly share?: number;
  /** Milliseconds as `performance.now()` gives them. */
  readonly since: number;
  /** A person asked it to stop: it does at its next step. */
  readonly stopping: boolean;
}

/** Where a run of a job is. */
export type Phase<Input> =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'busy' } & Running)
  | { readonly kind: 'preview'; readonly report: JobReport; readonly input: Input }
  | { readonly kind: 'done'; readonly report: JobReport; readonly input: Input }
  /** `input`: what it failed with, so that it can be tried again; absent when it could not be read. `stopped`: a person wanted it so. */
  | { readonly kind: 'failed'; readonly why: Text; readonly input?: Input; readonly stopped?: boolean };

export interface StepRun<Input> {
  readonly phase: Phase<Input>;
  /** `agreed`: what the person has seen; where more would be written by now, that is shown instead. */
  readonly run: (input: Input, mode: Mode, agreed?: Preview) => Promise<void>;
  /** Makes the input first (reading a file), then previews it. */
  readonly readThenPreview: (read: (tell: TellReading) => Promise<Input>) => Promise<void>;
  readonly reset: () => void;
  /** Ends the running job before its next request; what was done is said then. */
  readonly stop: () => void;
}

/** `onBusy(true)` when a job starts, `onBusy(false)` when it has ended; a second click in between does nothing. */
export function useStepRun<Input>(job: Job<Input>, host: PaneHost, onBusy: (busy: boolean) => void): StepRun<Input> {
  const { language } = useWords();
  const [phase, setPhase] = useState<Phase<Input>>({ kind: 'idle' });
  const running = useRef<symbol | null>(null);
  const stopping = useRef(false);

  const exclusively = useCallback(
    async (doing: 'file' | Mode, work: (isCurrent: () => boolean) => Promise<Phase<Input>>): Promise<void> => {
      if (running.current !== null) return;
      const mine = Symbol(doing);
      running.current = mine;
      stopping.current = false;
      onBusy(true);
      setPhase({ kind: 'busy', doing, since: performance.now(), stopping: false });
      const next = await work(() => running.current === mine);
      running.current = null;
      onBusy(false);
      setPhase(next);
    },
    [onBusy],
  );

  const execute = useCallback(
    async (input: Input, mode: Mode, isCurrent: () => boolean, agreed?: Preview): Promise<Phase<Input>> => {
      const outcome = await finishJob((alive) => {
        // A job that was given up may still report progress: it is no longer anybody's.
        const onProgress = (progress: Text, part?: PortProgress): void => {
          alive();
          if (!isCurrent()) return;
          // What is only looked at once more is written already.
          if (stopping.current && part?.doing !== 'verify') throw new Cancelled();
          const share = part && progressOf(part, mode === 'write');
          setPhase((old) => (old.kind === 'busy' ? { ...old, doing: mode, progress, share } : old));
        };
        return job({ ...host.deps(language, onProgress), ...(agreed && { agreed }) }, input, mode);
      });
      if (outcome.kind === 'failed') {
        if (!(outcome.error instanceof Cancelled)) console.error(outcome.error);
        return { kind: 'failed', why: outcome.why, input, stopped: outcome.error instanceof Cancelled };
      }
      const { report } = outcome;
      // A preview with rows is looked at even when nothing can be taken: that is where it is mended.
      const worthALook = !report.stopped || (report.preview?.rows ?? []).length > 0;
      return report.unagreed || (mode === 'preview' && worthALook)
        ? { kind: 'preview', report, input }
        : { kind: 'done', report, input };
    },
    [job, host, language],
  );

  const run = useCallback(
    (input: Input, mode: Mode, agreed?: Preview) =>
      exclusively(mode, (isCurrent) => execute(input, mode, isCurrent, agreed)),
    [exclusively, execute],
  );

  const readThenPreview = useCallback(
    (read: (tell: TellReading) => Promise<Input>) =>
      exclusively('file', async (isCurrent) => {
        let input: Input;
        const tell: TellReading = ({ share, words }) => {
          if (!isCurrent()) return;
          setPhase((old) => (old.kind === 'busy' ? { ...old, share, progress: words } : old));
        };
        try {
          input = await read(tell);
        } catch (error) {
          console.error(error);
          return { kind: 'failed', why: explainError(error) };
        }
        return execute(input, 'preview', isCurrent);
      }),
    [exclusively, execute],
  );

  const stop = useCallback(() => {
    stopping.current = true;
    setPhase((old) => (old.kind === 'busy' ? { ...old, stopping: true } : old));
  }, []);
  return { phase, run, readThenPreview, stop, reset: useCallback(() => setPhase({ kind: 'idle' }), []) };
}
