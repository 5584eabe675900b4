// An import on its way: what was chosen in its rows, what has been checked, and the run of its job. Draws nothing.
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportedFile, JobReport } from '../app/run/job';
import { firstDraft, readFields, type Draft } from './fieldValues';
import { DraftsContext } from './keptDrafts';
import { useWords } from './language';
import type { PaneHost, TellReading } from './paneHost';
import { LOOKING_AT_ALL, type Looking } from './parts/ImportRows';
import { choose, NO_CHOICES, withChoices, type Choice, type RowChoices } from './rowChoices';
import type { ImportInput, ImportStep, StepField } from './steps';
import { useStepRun, type StepRun } from './useStepRun';

/** State and ways of an import; `take` reads a source and previews it, `write` writes what was seen. */
export interface ImportWork extends Pick<StepRun<ImportInput>, 'phase' | 'stop'> {
  readonly fields: readonly StepField[];
  readonly draft: Draft;
  readonly messages: Readonly<Record<string, string>>;
  /** What the file or paste is called; empty before one is taken. */
  readonly source: string;
  readonly chosen: {
    readonly choices: RowChoices;
    readonly checked: RowChoices;
    readonly looking: Looking;
  };
  readonly onChoose: (choice: Choice) => void;
  readonly onLook: (looking: Looking) => void;
  readonly onDraft: (name: string, value: Draft[string]) => void;
  readonly take: (name: string, read: (tell: TellReading) => Promise<ImportedFile>) => void;
  /** The signal by which the reading of a file that begins now can be ended. */
  readonly reading: () => AbortSignal;
  readonly stopReading: () => void;
  readonly checkAgain: (input: ImportInput) => void;
  readonly write: (input: ImportInput, seen: JobReport) => void;
  /** Forgets the file: another one is asked for. */
  readonly another: () => void;
}

/** `file` is in hand already: it is previewed at once. What was looked through and left is looked at again. */
export function useImport(
  step: ImportStep,
  host: PaneHost,
  file: ImportedFile | undefined,
  onBusy: (busy: boolean) => void,
): ImportWork {
  const { t, language } = useWords();
  const fields = useMemo(() => step.fields ?? [], [step]);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(fields));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const [source, setSource] = useState('');
  const [choices, setChoices] = useState<RowChoices>(NO_CHOICES);
  const [checked, setChecked] = useState<RowChoices>(NO_CHOICES);
  const [looking, setLooking] = useState(LOOKING_AT_ALL);
  const onChoose = useCallback((choice: Choice) => setChoices((old) => choose(old, choice)), []);
  const reader = useRef<AbortController | null>(null);
  const { phase, run, readThenPreview, stop, reset } = useStepRun<ImportInput>(step.job, host, onBusy);

  const forget = (): void => {
    setChoices(NO_CHOICES);
    setChecked(NO_CHOICES);
    setLooking(LOOKING_AT_ALL);
  };
  const take = (name: string, read: (tell: TellReading) => Promise<ImportedFile>): void => {
    const options = readFields(fields, draft, language);
    setMessages(options.kind === 'wrong' ? options.messages : {});
    if (options.kind === 'wrong') return;
    setSource(name);
    forget();
    void readThenPreview(async (tell) => ({ ...(await read(tell)), options: options.values }));
  };
  const reading = (): AbortSignal => {
    reader.current = new AbortController();
    return reader.current.signal;
  };
  const asChosen = (input: ImportInput): ImportInput => ({ ...input, options: withChoices(input.options, choices) });
  const checkAgain = (input: ImportInput): void => {
    setChecked(choices);
    void run(asChosen(input), 'preview');
  };
  const write = (input: ImportInput, { preview }: JobReport): void => {
    setChecked(choices);
    void run(choices.left.size === 0 ? input : asChosen(input), 'write', preview);
  };

  const kept = useContext(DraftsContext).imports;
  useEffect(() => {
    if (phase.kind === 'preview') kept.set(step.id, { source, input: phase.input, choices });
    else if (phase.kind === 'done' && !phase.report.stopped) kept.delete(step.id);
  }, [kept, step.id, phase, source, choices]);
  useEffect(() => {
    const left = kept.get(step.id);
    if (!file && left) {
      // What was looked through is looked at again: the workbook may have changed since.
      setSource(left.source);
      setChoices(left.choices);
      setChecked(left.choices);
      void run({ ...left.input, options: withChoices(left.input.options, left.choices) }, 'preview');
    }
    if (file) take(file.name || t('import.pasted'), () => Promise.resolve(file));
    // Only when the view opens.
  }, []);
  const another = (): void => {
    kept.delete(step.id);
    reset();
  };
  return {
    phase,
    stop,
    fields,
    draft,
    messages,
    source,
    chosen: { choices, checked, looking },
    onChoose,
    onLook: setLooking,
    onDraft: (name, value) => setDraft((old) => ({ ...old, [name]: value })),
    take,
    reading,
    stopReading: () => reader.current?.abort(),
    checkAgain,
    write,
    another,
  };
}
