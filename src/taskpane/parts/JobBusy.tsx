// A job that is running: what it does, how far it is, how long it may take, and the way to stop it. Stops nothing by itself.
import { useEffect, useState } from 'react';
import { Body1, Button, Caption1, ProgressBar, makeStyles } from '@fluentui/react-components';
import { secondsLeft } from '../jobProgress';
import { useWords } from '../language';
import type { Running } from '../useStepRun';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, padding: '8px 0' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  left: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly running: Running;
  readonly onStop: () => void;
}

/** What the job is doing, a bar where its share is known, the seconds left, and “stop”. */
export function JobBusy({ running, onStop }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { doing, progress, share, since, stopping } = running;
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = share === undefined ? null : secondsLeft(share, now - since);
  const label = progress ? pick(progress) : t(doing === 'file' ? 'readingFile' : 'running');
  return (
    <div className={styles.box}>
      <div className={styles.line}>
        <div className={styles.words}>
          <Body1 role="status" aria-live="polite">
            {stopping ? t('busy.stopping') : label}
          </Body1>
          {left !== null && !stopping && (
            <Caption1 className={styles.left}>{t('busy.left', { seconds: left })}</Caption1>
          )}
        </div>
        <Button size="small" disabled={stopping} onClick={onStop}>
          {t('busy.stop')}
        </Button>
      </div>
      <ProgressBar value={share} aria-label={label} />
    </div>
  );
}
