// A step that takes a file or a paste: read → preview, row by row → write → result. Nothing is written before the person has seen it.
import type { ReactNode } from 'react';
import { Button, Caption1 } from '@fluentui/react-components';
import type { ImportedFile, JobReport } from '../../app/run/job';
import type { Text } from '../../core/ground/text';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { FileDrop } from '../parts/FileDrop';
import { ImportCounts } from '../parts/ImportCounts';
import { ImportPreview } from '../parts/ImportPreview';
import { JobBusy } from '../parts/JobBusy';
import { Message } from '../parts/Message';
import { OwnLists } from '../parts/OwnLists';
import { Reveal } from '../parts/Reveal';
import { ResultView } from '../parts/ResultView';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import type { FollowUp, ImportInput, ImportStep } from '../steps';
import { useImport, type ImportWork } from '../useImport';
import type { Phase } from '../useStepRun';

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
  const { t, pick } = useWords();
  const work = useImport(step, host, file, onBusy);
  const { phase, source } = work;
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
  const again = <Button onClick={work.another}>{t('import.again')}</Button>;
  if (phase.kind === 'busy')
    return (
      <Card>
        {from}
        <JobBusy running={phase} onStop={phase.doing === 'file' ? work.stopReading : work.stop} />
      </Card>
    );
  if (phase.kind === 'preview') {
    const { report, input } = phase;
    return (
      <>
        {from}
        <ImportPreview
          report={report}
          titles={host}
          chosen={work.chosen}
          onChoose={work.onChoose}
          onLook={work.onLook}
          onCheckAgain={() => work.checkAgain(input)}
          onWrite={() => work.write(input, report)}
          elsewhere={elsewhere(report, input)}
          again={again}
        />
      </>
    );
  }
  if (phase.kind === 'done' && phase.report.stopped && phase.report.takenBy !== undefined)
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
  if (phase.kind === 'done')
    return (
      <>
        {from}
        <ImportCounts report={phase.report} />
        <ResultView step={step} report={phase.report} titles={host} onFollow={onFollow} />
        <ButtonRow>
          {phase.report.stopped && <CheckAgain onClick={() => work.checkAgain(phase.input)} />}
          {again}
        </ButtonRow>
        {!phase.report.stopped && after}
      </>
    );
  return (
    <>
      {phase.kind === 'failed' && <Failed phase={phase} onCheckAgain={work.checkAgain} />}
      <SourceForm host={host} work={work} />
    </>
  );
}

function CheckAgain({ onClick }: { readonly onClick: () => void }) {
  const { t } = useWords();
  return (
    <Button appearance="primary" onClick={onClick}>
      {t('rows.failedAgain')}
    </Button>
  );
}

interface FailedProps {
  readonly phase: Extract<Phase<ImportInput>, { kind: 'failed' }>;
  readonly onCheckAgain: (input: ImportInput) => void;
}

/** Why it came to nothing; what was read of a file can be looked at again. */
function Failed({ phase: { stopped, why, input }, onCheckAgain }: FailedProps) {
  const { t, pick } = useWords();
  return (
    <>
      <Message intent={stopped ? 'warning' : 'error'} title={t(stopped ? 'result.cancelled' : 'result.failed')}>
        {pick(why)}
      </Message>
      {input && (
        <ButtonRow>
          <CheckAgain onClick={() => onCheckAgain(input)} />
        </ButtonRow>
      )}
    </>
  );
}

interface SourceProps {
  readonly host: PaneHost;
  readonly work: ImportWork;
}

/** What the import has to know, and the places from which it takes: a file, a paste, the workbook's own lists. */
function SourceForm({ host, work: { fields, draft, messages, onDraft, take, reading } }: SourceProps) {
  const { t } = useWords();
  return (
    <>
      {fields.length > 0 && (
        <Card>
          <FieldForm fields={fields} draft={draft} messages={messages} disabled={false} onChange={onDraft} />
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
