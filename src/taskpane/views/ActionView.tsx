// A step that is run: its fields, a preview where the step wants one, progress, result. Knows no particular step.
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Busy } from '../parts/Busy';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { Message } from '../parts/Message';
import { PreviewTable } from '../parts/PreviewTable';
import { ProblemList } from '../parts/ProblemList';
import { ResultView } from '../parts/ResultView';
import { firstDraft, readFields, type Draft } from '../fieldValues';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import type { ActionStep, FieldValues, FollowUp } from '../steps';
import { useStepRun } from '../useStepRun';

interface Props {
  readonly step: ActionStep;
  readonly host: PaneHost;
  /** Values to run with at once: a decision taken in another step's result. */
  readonly start?: FieldValues;
  readonly onBusy: (busy: boolean) => void;
  readonly onFollow: (followUp: FollowUp) => void;
  /** Shown under a result that went well. */
  readonly after: ReactNode;
}

export function ActionView({ step, host, start, onBusy, onFollow, after }: Props) {
  const { t, pick, language } = useWords();
  const fields = useMemo(() => step.fields ?? [], [step]);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(fields));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const { phase, run, reset } = useStepRun(step.job, host, onBusy);
  const firstMode = step.previewFirst === true ? 'preview' : 'write';

  useEffect(() => {
    if (start !== undefined) void run(start, firstMode);
    // Only when the view opens: later renders must not run the step again.
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
    void run({ ...(read.kind === 'values' ? read.values : {}), ...followUp.values }, firstMode);
  };

  const busy = phase.kind === 'busy';
  const finished = phase.kind === 'done' || phase.kind === 'failed';
  return (
    <>
      {fields.length > 0 && phase.kind !== 'preview' && (
        <Card><FieldForm fields={fields} draft={draft} messages={messages} disabled={busy} onChange={(name, value) => setDraft((old) => ({ ...old, [name]: value }))} /></Card>
      )}
      {phase.kind === 'preview' ? (
        <>
          <Message intent="info">{pick(phase.report.message)}</Message>
          {phase.report.preview && <PreviewTable preview={phase.report.preview} leftOut={phase.report.problems.length} tableTitle={host.tableTitle} />}
          <ButtonRow sticky>
            <Button appearance="primary" onClick={() => void run(phase.input, 'write')}>{t('action.confirm')}</Button>
            <Button onClick={reset}>{t('action.cancel')}</Button>
          </ButtonRow>
          <ProblemList heading={t('problems.title')} problems={phase.report.problems} titles={host} />
          <ProblemList heading={t('notices.title')} problems={phase.report.notices} titles={host} mild />
        </>
      ) : (
        <Button appearance={finished ? 'secondary' : 'primary'} size="large" disabled={busy} onClick={submit}>
          {t(finished ? 'action.runAgain' : step.previewFirst === true ? 'action.preview' : 'action.run')}
        </Button>
      )}
      {busy && <Busy label={phase.progress ? pick(phase.progress) : t('running')} />}
      {phase.kind === 'failed' && <Message intent="error" title={t('result.failed')}>{pick(phase.why)}</Message>}
      {phase.kind === 'done' && <ResultView step={step} report={phase.report} titles={host} onFollow={follow} />}
      {phase.kind === 'done' && !phase.report.stopped && after}
    </>
  );
}
