// A step that takes a file or a paste: read → preview → write → result. Nothing is written before the person has seen the preview.
import { useMemo, useState, type ReactNode } from 'react';
import { Button, Caption1 } from '@fluentui/react-components';
import type { ImportedFile } from '../../app/job';
import { AskUnits } from '../parts/AskUnits';
import { Busy } from '../parts/Busy';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { FileDrop } from '../parts/FileDrop';
import { Message } from '../parts/Message';
import { PreviewTable } from '../parts/PreviewTable';
import { ProblemList } from '../parts/ProblemList';
import { ResultView } from '../parts/ResultView';
import { changedRows } from '../changedRows';
import { answersAsWords } from '../doubtfulSpellings';
import { firstDraft, readFields, type Draft } from '../fieldValues';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import type { FollowUp, ImportInput, ImportStep } from '../steps';
import { useStepRun } from '../useStepRun';

interface Props {
  readonly step: ImportStep;
  readonly host: PaneHost;
  readonly onBusy: (busy: boolean) => void;
  readonly onFollow: (followUp: FollowUp) => void;
  /** Shown under a result that went well. */
  readonly after: ReactNode;
}

export function ImportView({ step, host, onBusy, onFollow, after }: Props) {
  const { t, pick, language } = useWords();
  const fields = useMemo(() => step.fields ?? [], [step]);
  const [draft, setDraft] = useState<Draft>(() => firstDraft(fields));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const [source, setSource] = useState('');
  const { phase, run, readThenPreview, reset } = useStepRun<ImportInput>(step.job, host, onBusy);

  const take = (name: string, read: () => Promise<ImportedFile>): void => {
    const options = readFields(fields, draft, language);
    setMessages(options.kind === 'wrong' ? options.messages : {});
    if (options.kind === 'wrong') return;
    setSource(name);
    void readThenPreview(async () => ({ ...(await read()), options: options.values }));
  };

  const from = source !== '' && <Caption1>{t('import.source', { name: source })}</Caption1>;
  const again = <Button onClick={reset}>{t('import.again')}</Button>;
  if (phase.kind === 'busy') {
    return <Card>{from}<Busy label={phase.progress ? pick(phase.progress) : t(phase.doing === 'file' ? 'readingFile' : 'running')} /></Card>;
  }
  if (phase.kind === 'preview') {
    const { report, input } = phase;
    const count = (report.preview?.added.length ?? 0) + changedRows(report.preview?.changed ?? []).length;
    return (
      <>
        {from}
        <Message intent={report.problems.length > 0 ? 'warning' : 'info'}>{pick(report.message)}</Message>
        {report.preview && <PreviewTable preview={report.preview} leftOut={report.problems.length} tableTitle={host.tableTitle} />}
        <ButtonRow sticky>
          <Button appearance="primary" disabled={count === 0} onClick={() => void run(input, 'write')}>
            {count === 0 ? t('import.nothing') : t('import.write', { count })}
          </Button>
          {again}
        </ButtonRow>
        <AskUnits problems={report.problems} onAnswer={(answers) => void run({ ...input, options: { ...input.options, same: answersAsWords(String(input.options['same'] ?? ''), answers) } }, 'preview')} />
        <ProblemList heading={t('problems.title')} problems={report.problems} titles={host} />
        <ProblemList heading={t('notices.title')} problems={report.notices} titles={host} mild />
      </>
    );
  }
  if (phase.kind === 'done') {
    return (
      <>
        {from}
        <ResultView step={step} report={phase.report} titles={host} onFollow={onFollow} />
        <ButtonRow>{again}</ButtonRow>
        {!phase.report.stopped && after}
      </>
    );
  }
  return (
    <>
      {phase.kind === 'failed' && <Message intent="error" title={t('result.failed')}>{pick(phase.why)}</Message>}
      {fields.length > 0 && <Card><FieldForm fields={fields} draft={draft} messages={messages} disabled={false} onChange={(name, value) => setDraft((old) => ({ ...old, [name]: value }))} /></Card>}
      <FileDrop onFile={(file) => take(file.name, () => host.readFile(file))} onPaste={(pasted) => take(t('import.pasted'), () => host.readPaste(pasted))} />
    </>
  );
}
