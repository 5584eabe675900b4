// Says that something is going on, and what, also to a screen reader.
import { ProgressBar, Body1, makeStyles } from '@fluentui/react-components';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
});

/** A line of words over a bar that runs without end. */
export function Busy({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.box} role="status" aria-live="polite">
      <Body1>{label}</Body1>
      <ProgressBar aria-hidden />
    </div>
  );
}
