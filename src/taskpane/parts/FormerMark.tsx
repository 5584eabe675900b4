// Says that figures are from before, and whether they are being read anew; or that they are not all yet. As high as the line it stands in.
import { Badge, makeStyles } from '@fluentui/react-components';
import { ArrowSync16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { Former } from '../homeReading';
import { useWords } from '../language';

const useStyles = makeStyles({
  mark: { flexShrink: 0, maxWidth: '100%' },
  turning: {
    animationName: { from: { transform: 'rotate(0deg)' }, to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.2s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** `told`: a screen reader is told, once for all marks of a view. */
export function FormerMark({ former, told = false }: { readonly former: Former; readonly told?: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Badge
      className={styles.mark}
      size="medium"
      appearance="filled"
      color="warning"
      role={told ? 'status' : undefined}
      icon={former === 'failed' ? <Warning16Filled /> : <ArrowSync16Filled className={styles.turning} />}
    >
      {t(`home.former.${former}`)}
    </Badge>
  );
}
