// One step on its own: what it does, then the view of its kind, then the steps that usually follow.
import { Body1, Caption1Strong, makeStyles } from '@fluentui/react-components';
import type { ImportedFile } from '../../app/run/job';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import { StepButton } from '../parts/StepButton';
import type { FieldValues, FollowUp, PaneStep } from '../steps';
import { ActionView } from './ActionView';
import { ImportView } from './ImportView';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  help: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  next: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0, color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly step: PaneStep;
  readonly host: PaneHost;
  readonly start?: FieldValues;
  /** `start` was decided elsewhere and is run when nothing is left open. */
  readonly runStart: boolean;
  readonly sure: boolean;
  /** Of an import: a file that is in hand already. */
  readonly file?: ImportedFile;
  readonly onBusy: (busy: boolean) => void;
  /** The workbook changed and the view stays: what it offers is read again. */
  readonly onWritten: () => void;
  readonly onFollow: (followUp: FollowUp) => void;
  readonly steps: readonly PaneStep[];
  readonly onOpen: (id: string) => void;
}

/** What the step does in a sentence, its form or file area, and the steps that usually follow. */
export function StepView(props: Props) {
  const { step, host, start, runStart, sure, file, onBusy, onWritten, onFollow, steps, onOpen } = props;
  const styles = useStyles();
  const { t, pick } = useWords();
  const next = (step.next ?? []).flatMap((id) => steps.find((other) => other.id === id) ?? []);
  const after = next.length > 0 && (
    <section className={styles.next} aria-label={t('result.next')}>
      <Caption1Strong as="h2" className={styles.heading}>
        {t('result.next')}
      </Caption1Strong>
      {next.map((other) => (
        <StepButton key={other.id} step={other} onOpen={onOpen} />
      ))}
    </section>
  );
  return (
    <>
      <Body1 as="p" block className={styles.help}>
        {pick(step.help ?? step.summary)}
      </Body1>
      {step.kind === 'import' && step.expects && (
        <Body1 as="p" block className={styles.help}>
          {pick(step.expects)}
        </Body1>
      )}
      {step.kind === 'action' ? (
        <ActionView
          step={step}
          host={host}
          start={start}
          runStart={runStart}
          sure={sure}
          onBusy={onBusy}
          onWritten={onWritten}
          after={after}
          onFollow={onFollow}
        />
      ) : (
        <ImportView
          step={step}
          host={host}
          file={file}
          titleOf={(id) => steps.find((other) => other.id === id)?.title}
          onBusy={onBusy}
          after={after}
          onFollow={onFollow}
        />
      )}
    </>
  );
}
