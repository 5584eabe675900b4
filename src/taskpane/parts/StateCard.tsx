// How the campaign stands: title, as-of time, bar of statuses; counts lead to their rows. Everything comes worded.
import { Body1Strong, Caption1, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useWords } from '../language';
import type { CampaignState } from '../../app/care/campaignState';
import type { Status } from '../../core/tracker/trackerRow';
import { Card } from './Card';
import { IconButton } from './IconButton';
import { StatusBar } from './StatusBar';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    justifyContent: 'space-between',
    minWidth: 0,
  },
  titles: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: {
    margin: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  muted: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly state: Extract<CampaignState, { kind: 'campaign' }>;
  readonly busy: boolean;
  readonly onRefresh: () => void;
  /** Shows the rows of a status in the tracker. */
  readonly onShow?: (status: Status) => void;
}

/** Title, as-of time, and the coloured bar of statuses; each count leads to its rows. */
export function StateCard({ state, busy, onRefresh, onShow }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { onTime = 0, late = 0, exempt = 0 } = state.counts;
  const total = Object.values(state.counts).reduce((sum, count) => sum + count, 0) - exempt;
  return (
    <Card>
      <div className={styles.top}>
        <div className={styles.titles}>
          <Subtitle1 as="h2" className={styles.title}>
            {pick(state.title)}
          </Subtitle1>
          <Caption1 className={styles.muted}>{pick(state.asOf)}</Caption1>
        </div>
        <IconButton icon={<ArrowClockwise20Regular />} label={t('refresh')} disabled={busy} onClick={onRefresh} />
      </div>
      {total > 0 && (
        <>
          <Body1Strong>{t('home.progress', { done: onTime + late, total })}</Body1Strong>
          <StatusBar counts={state.counts} onShow={onShow} />
        </>
      )}
    </Card>
  );
}
