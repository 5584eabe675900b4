// A step that takes a file or a paste: read → preview, row by row → write → result. Nothing is written before the person has seen it.
import { useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, Caption1 } from '@fluentui/react-components';
import type { ImportedFile, JobReport, PreviewRow } from '../../app/run/job';
import type { Text } from '../../core/ground/text';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { FileDrop } from '../parts/FileDrop';
import { ImportCounts } from '../parts/ImportCounts';
import { ImportPreview } from '../parts/ImportPreview';
import { LOOKING_AT_ALL } from '../parts/ImportRows';
import { JobBusy } from '../parts/JobBusy';
import { Message } from '../parts/Message';
import { OwnLists } from '../parts/OwnLists';
import { Reveal } from '../parts/Reveal';
import { ResultView } from '../parts/ResultView';
import { firstDraft, readFields, type Draft } from '../fieldValues';
import { rowsIn, writesTheSame } from '../importRows';
import { DraftsContext } from '../keptDrafts';
import { useWords } from '../language';
import type { PaneHost, TellReading } from '../paneHost';
import { choose, NO_CHOICES, withChoices, type Choice, type RowChoices } from '../rowChoices';
import type { FollowUp, ImportInput, ImportStep } from '../steps';
import { useStepRun } from '../useStepRun';

interface Props {
  readonly step: ImportStep;
  readonly host: PaneHost;
  /** A file that is in hand already: it is previewed when the view opens. */
  readonly file?: ImportedFile;
  /** What a step is called; undefined: there is none of that id. */
  readonly titleOf: (step: string) => Text | undefined;
  readonly onBusy: (busy: boolean) => void;
  readonly onFollow: (followUp: FollowUp) => void;
  /** Shown under a result that went well. */
  readonly after: ReactNode;
}

/** A place for the file, then its rows with counts, then “write” and the result. */
export function ImportView({ step, host, file, titleOf, onBusy, onFollow, after }: Props) {
  const { t, pick, language } = useWords();
  const fields = useMemo(() => step.fields ?? [], [step]);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(fields));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const [source, setSource] = useState('');
  const [choices, setChoices] = useState<RowChoices>(NO_CHOICES);
  const [checked, setChecked] = useState<RowChoices>(NO_CHOICES);
  const [differs, setDiffers] = useState(false);
  const [looking, setLooking] = useState(LOOKING_AT_ALL);
  const onChoose = useCallback((choice: Choice) => setChoices((old) => choose(old, choice)), []);
  /** Of the file that is being read. */
  const reader = useRef<AbortController | null>(null);
  const { phase, run, writeIfSeen, readThenPreview, stop, reset } = useStepRun<ImportInput>(step.job, host, onBusy);

  const forget = (): void => {
    setChoices(NO_CHOICES);
    setChecked(NO_CHOICES);
    setDiffers(false);
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
  const chosen = (input: ImportInput): ImportInput => ({ ...input, options: withChoices(input.options, choices) });
  const checkAgain = (input: ImportInput): void => {
    setChecked(choices);
    setDiffers(false);
    void run(chosen(input), 'preview');
  };
  const write = (input: ImportInput, before: readonly PreviewRow[]): void => {
    if (choices.left.size === 0) return void run(input, 'write');
    setChecked(choices);
    void writeIfSeen(chosen(input), (report) => {
      const same = writesTheSame(before, rowsIn(report), new Set(choices.left.keys()));
      setDiffers(!same);
      return same;
    });
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
  /** The way to the step that takes what this one could not, with the file in hand. */
  const elsewhere = ({ takenBy: id }: JobReport, { options: _options, ...held }: ImportInput): ReactNode => {
    const title = id === undefined ? undefined : titleOf(id);
    if (!title) return null;
    return (
      <Button appearance="primary" onClick={() => onFollow({ label: title, step: id, values: {}, file: held })}>
        {t('import.elsewhere', { title: pick(title) })}
      </Button>
    );
  };

  const from = source !== '' && <Caption1>{t('import.source', { name: source })}</Caption1>;
  const another = (): void => {
    kept.delete(step.id);
    reset();
  };
  const again = <Button onClick={another}>{t('import.again')}</Button>;
  if (phase.kind === 'busy') {
    return (
      <Card>
        {from}
        <JobBusy running={phase} onStop={phase.doing === 'file' ? () => reader.current?.abort() : stop} />
      </Card>
    );
  }
  if (phase.kind === 'preview') {
    const { report, input } = phase;
    return (
      <>
        {from}
        <ImportPreview
          report={report}
          titles={host}
          chosen={{ choices, checked, differs, looking }}
          onChoose={onChoose}
          onLook={setLooking}
          onCheckAgain={() => checkAgain(input)}
          onWrite={() => write(input, rowsIn(report))}
          elsewhere={elsewhere(report, input)}
          again={again}
        />
      </>
    );
  }
  if (phase.kind === 'done' && phase.report.stopped && phase.report.takenBy !== undefined) {
    return (
      <>
        {from}
        <Reveal>
          <Message intent="warning">{pick((phase.report.problems[0] ?? phase.report).message)}</Message>
        </Reveal>
        <ButtonRow>
          {elsewhere(phase.report, phase.input)}
          {again}
        </ButtonRow>
      </>
    );
  }
  if (phase.kind === 'done') {
    return (
      <>
        {from}
        <ImportCounts report={phase.report} />
        <ResultView step={step} report={phase.report} titles={host} onFollow={onFollow} />
        <ButtonRow>
          {phase.report.stopped && (
            <Button appearance="primary" onClick={() => checkAgain(phase.input)}>
              {t('rows.failedAgain')}
            </Button>
          )}
          {again}
        </ButtonRow>
        {!phase.report.stopped && after}
      </>
    );
  }
  const failedWith = phase.kind === 'failed' ? phase.input : undefined;
  return (
    <>
      {phase.kind === 'failed' && (
        <Message
          intent={phase.stopped ? 'warning' : 'error'}
          title={t(phase.stopped ? 'result.cancelled' : 'result.failed')}
        >
          {pick(phase.why)}
        </Message>
      )}
      {failedWith && (
        <ButtonRow>
          <Button appearance="primary" onClick={() => checkAgain(failedWith)}>
            {t('rows.failedAgain')}
          </Button>
        </ButtonRow>
      )}
      {fields.length > 0 && (
        <Card>
          <FieldForm
            fields={fields}
            draft={draft}
            messages={messages}
            disabled={false}
            onChange={(name, value) => setDraft((old) => ({ ...old, [name]: value }))}
          />
        </Card>
      )}
      <FileDrop
        onFile={(file) => take(file.name, (tell) => host.readFile(file, reading(), tell))}
        onPaste={(pasted) => take(t('import.pasted'), () => host.readPaste(pasted))}
      >
        {host.ownLists && (
          <OwnLists read={host.ownLists} onTake={(file) => take(file.name, () => Promise.resolve(file))} />
        )}
      </FileDrop>
    </>
  );
}
