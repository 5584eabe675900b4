// Says why a place that was to be shown is not in sight. Draws only.
import { Button, makeStyles } from '@fluentui/react-components';
import { useWords } from '../language';
import type { Pointing, Show } from '../showing';
import { Message } from './Message';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  // Stays in sight however far down the link was that somebody clicked.
  top: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    boxShadow: tokens.shadow8,
  },
});

interface Props {
  readonly pointing: Pointing;
  readonly onShow: Show;
}

/** Why a cell is not in sight; where a filter hides it, with a button that clears the filter. */
export function PointingMessage({ pointing, onShow }: Props) {
  const { t, pick } = useWords();
  const styles = useStyles();
  if ('failed' in pointing)
    return (
      <div className={styles.top}>
        <Message intent="error">{pick(pointing.failed)}</Message>
      </div>
    );
  const { target, shown } = pointing;
  return (
    <div className={styles.top}>
      <Message intent="warning">{t(`show.${shown}`)}</Message>
      {shown === 'hidden' && (
        <Button size="small" onClick={() => onShow({ ...target, filter: [] })}>
          {t('show.clear')}
        </Button>
      )}
    </div>
  );
}
