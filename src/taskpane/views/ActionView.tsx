// A step that is run: its fields, a preview where the step wants one, progress, result. Knows no particular step.
import { useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { JobBusy } from '../parts/JobBusy';
import { Message } from '../parts/Message';
import { PreviewTable } from '../parts/PreviewTable';
import { ProblemList } from '../parts/ProblemList';
import { Reveal } from '../parts/Reveal';
import { ResultView } from '../parts/ResultView';
import { draftAfter } from '../dependentFields';
import { actorIn, readFields, startDraft, type Draft } from '../fieldValues';
import { DraftsContext, keepForm } from '../keptDrafts';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import type { ActionStep, FieldValues, FollowUp } from '../steps';
import { IntakeContext } from '../suggestions';
import { useStepRun } from '../useStepRun';
import { presentationOf } from '../presenters';

interface Props {
  readonly step: ActionStep;
  readonly host: PaneHost;
  /** Values from elsewhere: filled in. */
  readonly start?: FieldValues;
  /** They are run at once when no required field is left open. */
  readonly runStart: boolean;
  /** The person has seen what would be written: no preview comes first. */
  readonly sure: boolean;
  readonly onBusy: (busy: boolean) => void;
  readonly onWritten: () => void;
  readonly onFollow: (followUp: FollowUp) => void;
  /** Shown under a result that went well. */
  readonly after: ReactNode;
}

/** The fields that hold words. */
const asText = (draft: Draft): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The step's form, “preview” and “run”, and below them what came of it. */
export function ActionView({ step, host, start, runStart, sure, onBusy, onWritten, onFollow, after }: Props) {
  const { t, pick, language } = useWords();
  const fields = useMemo(() => step.fields ?? [], [step]);
  const by = host.deps(language, undefined).by;
  const actor = useMemo(() => actorIn(fields, by), [fields, by]);
  const untouched = useMemo(() => startDraft(fields, { ...actor, ...start }), [fields, actor, start]);
  const kept = useContext(DraftsContext);
  const asked = !runStart && Object.keys(start ?? {}).length === 0;
  const [draft, setDraft] = useState<Draft>(() => ({ ...untouched, ...(asked && kept.forms.get(step.id)) }));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const { phase, run, stop, reset } = useStepRun(step.job, host, onBusy);
  const intake = useContext(IntakeContext);
  const form = useRef<HTMLDivElement>(null);
  const repeats = step.repeat !== undefined;
  const focusFirst = (): void => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  const firstMode = step.previewFirst === true ? 'preview' : 'write';

  useEffect(() => {
    // What was decided elsewhere is run at once, unless more has to be filled in first.
    const read = readFields(fields, draft, language);
    if (runStart && start !== undefined && read.kind === 'values')
      void run({ ...read.values, ...start }, sure ? 'write' : firstMode);
    // Only when the view opens: later renders must not run the step again.
  }, []);

  // One after the other: the next one starts empty, with the cursor in the first field.
  const written = phase.kind === 'done' && !phase.report.stopped ? phase.report : null;
  useEffect(() => {
    if (!repeats || written === null) return;
    setDraft(startDraft(fields, { ...actor, ...presentationOf(step, written).onward }));
    onWritten();
    focusFirst();
  }, [written]);
  // Who acts may be said while the form is open: fields that nobody filled in get the name.
  useEffect(() => {
    setDraft((old) => ({
      ...old,
      ...(Object.fromEntries(Object.entries(actor).filter(([name]) => old[name] === '')) as Draft),
    }));
  }, [actor]);
  // Esc and “back” leave a form; what was typed is there again when it is opened again, until it is written.
  useEffect(() => keepForm(kept, step.id, draft, untouched), [kept, step.id, draft, untouched]);
  useEffect(() => {
    if (written !== null) kept.forms.delete(step.id);
  }, [kept, step.id, written]);
  // Whoever opens a form wants to fill it in; its group says to a screen reader whose it is.
  useEffect(() => {
    const soon = requestAnimationFrame(focusFirst);
    return () => cancelAnimationFrame(soon);
  }, []);

  const submit = (): void => {
    const read = readFields(fields, draft, language);
    setMessages(read.kind === 'wrong' ? read.messages : {});
    if (read.kind === 'values') void run(read.values, firstMode);
  };
  const follow = (followUp: FollowUp): void => {
    if (followUp.step !== undefined && followUp.step !== step.id) return onFollow(followUp);
    // What was filled in before the question came up still holds.
    const read = readFields(fields, draft, language);
    void run(
      { ...(read.kind === 'values' ? read.values : {}), ...followUp.values },
      followUp.sure ? 'write' : firstMode,
    );
  };

  const busy = phase.kind === 'busy';
  const finished = phase.kind === 'done' || phase.kind === 'failed';
  const result = phase.kind === 'done' && (
    <ResultView step={step} report={phase.report} titles={host} onFollow={follow} given={asText(draft)} />
  );
  return (
    <>
      {repeats && result}
      {fields.length > 0 && phase.kind !== 'preview' && (
        <Card>
          <div ref={form} role="group" aria-label={pick(step.title)}>
            <FieldForm
              fields={fields}
              draft={draft}
              messages={messages}
              disabled={busy}
              onEnter={submit}
              onChange={(name, value) => setDraft((old) => draftAfter(fields, old, name, value, intake))}
            />
          </div>
        </Card>
      )}
      {phase.kind === 'preview' ? (
        <>
          <Reveal>
            <Message intent="info" title={t('preview.outcome')}>
              {pick(phase.report.message)}
            </Message>
          </Reveal>
          {phase.report.preview && (
            <PreviewTable
              preview={phase.report.preview}
              leftOut={phase.report.problems.length}
              tableTitle={host.tableTitle}
            />
          )}
          <ButtonRow sticky>
            <Button appearance="primary" onClick={() => void run(phase.input, 'write')}>
              {t('action.confirm')}
            </Button>
            <Button onClick={reset}>{t('action.cancel')}</Button>
          </ButtonRow>
          <ProblemList heading={t('problems.title')} problems={phase.report.problems} titles={host} />
          <ProblemList heading={t('notices.title')} problems={phase.report.notices} titles={host} mild />
        </>
      ) : (
        <Button
          appearance={finished && !repeats ? 'secondary' : 'primary'}
          size="large"
          disabled={busy}
          onClick={submit}
        >
          {step.repeat
            ? pick(step.repeat)
            : t(finished ? 'action.runAgain' : step.previewFirst === true ? 'action.preview' : 'action.run')}
        </Button>
      )}
      {busy && <JobBusy running={phase} onStop={stop} />}
      {phase.kind === 'failed' && (
        <Reveal>
          <Message
            intent={phase.stopped ? 'warning' : 'error'}
            title={t(phase.stopped ? 'result.cancelled' : 'result.failed')}
          >
            {pick(phase.why)}
          </Message>
        </Reveal>
      )}
      {!repeats && result}
      {phase.kind === 'done' && !phase.report.stopped && after}
    </>
  );
}
