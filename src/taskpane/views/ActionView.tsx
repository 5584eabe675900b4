// A step that is run: its fields, a preview where the step wants one, progress, result. Knows no particular step.
import { useEffect, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { JobReport } from '../../app/run/job';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { JobBusy } from '../parts/JobBusy';
import { Message } from '../parts/Message';
import { PreviewTable } from '../parts/PreviewTable';
import { ProblemList } from '../parts/ProblemList';
import { Reveal } from '../parts/Reveal';
import { ResultView } from '../parts/ResultView';
import type { Draft } from '../fieldValues';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import type { ActionStep, FieldValues, FollowUp } from '../steps';
import { reportTitles } from '../reportTitles';
import type { Titles } from '../problemGroups';
import { useActionForm } from '../useActionForm';
import { useStepRun } from '../useStepRun';

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
  const { t, pick } = useWords();
  const { phase, run, stop, reset } = useStepRun(step.job, host, onBusy);
  const written = phase.kind === 'done' && !phase.report.stopped ? phase.report : null;
  const form = useActionForm(step, host, { start, runStart, written });
  const repeats = step.repeat !== undefined;
  const firstMode = step.previewFirst === true ? 'preview' : 'write';

  useEffect(() => {
    // What was decided elsewhere is run at once, unless more has to be filled in first.
    const values = form.values();
    if (runStart && start !== undefined && values) void run({ ...values, ...start }, sure ? 'write' : firstMode);
    // Only when the view opens: later renders must not run the step again.
  }, []);
  useEffect(() => {
    if (repeats && written !== null) onWritten();
  }, [written]);

  const submit = (): void => {
    const values = form.checked();
    if (values) void run(values, firstMode);
  };
  const follow = (followUp: FollowUp): void => {
    if (followUp.step !== undefined && followUp.step !== step.id) return onFollow(followUp);
    // What was filled in before the question came up still holds.
    const values = { ...form.values(), ...followUp.values };
    // What is sure has been seen in this very result: if it would be more by now, that is shown first.
    if (followUp.sure) void run(values, 'write', phase.kind === 'done' ? phase.report.preview : undefined);
    else void run(values, firstMode);
  };

  const busy = phase.kind === 'busy';
  const finished = phase.kind === 'done' || phase.kind === 'failed';
  const result = phase.kind === 'done' && (
    <ResultView
      step={step}
      report={phase.report}
      titles={host}
      onFollow={follow}
      given={asText(form.draft)}
      onAgain={() => void run(phase.input, firstMode)}
    />
  );
  return (
    <>
      {repeats && result}
      {form.fields.length > 0 && phase.kind !== 'preview' && (
        <Card>
          <div ref={form.box} role="group" aria-label={pick(step.title)}>
            <FieldForm
              fields={form.fields}
              draft={form.draft}
              messages={form.messages}
              disabled={busy}
              onEnter={submit}
              onChange={form.type}
            />
          </div>
        </Card>
      )}
      {phase.kind === 'preview' ? (
        <Previewed
          report={phase.report}
          titles={reportTitles(host, phase.report, step.fields)}
          onWrite={() => void run(phase.input, 'write', phase.report.preview)}
          onCancel={reset}
        />
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
      {written !== null && after}
    </>
  );
}

interface PreviewedProps {
  readonly report: JobReport;
  readonly titles: Titles;
  readonly onWrite: () => void;
  readonly onCancel: () => void;
}

/** What would be written, with the button that writes it and the one that does not. */
function Previewed({ report, titles, onWrite, onCancel }: PreviewedProps) {
  const { t, pick } = useWords();
  return (
    <>
      <Reveal>
        <Message intent={report.unagreed ? 'warning' : 'info'} title={t('preview.outcome')}>
          {pick(report.message)}
        </Message>
      </Reveal>
      {report.preview && <PreviewTable preview={report.preview} leftOut={report.problems.length} titles={titles} />}
      <ButtonRow sticky>
        <Button appearance="primary" onClick={onWrite}>
          {t('action.confirm')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </ButtonRow>
      <ProblemList heading={t('problems.title')} problems={report.problems} titles={titles} />
      <ProblemList heading={t('notices.title')} problems={report.notices} titles={titles} mild />
    </>
  );
}
