// How the campaign stands: title, as-of time, bar of statuses; counts lead to their rows. Everything comes worded.
import { Body1Strong, Caption1, Subtitle1, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useWords } from '../language';
import type { CampaignState } from '../../app/care/campaignState';
import type { Status } from '../../core/tracker/trackerRow';
import type { Former } from '../homeReading';
import { Card } from './Card';
import { FormerMark } from './FormerMark';
import { IconButton } from './IconButton';
import { StatusBar } from './StatusBar';
import { tokens } from '../tokens';

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
  /** One place for either: the mark comes and goes without moving what is below. */
  asOf: { display: 'grid', minWidth: 0, minHeight: '20px', alignItems: 'center' },
  same: { gridArea: '1 / 1', minWidth: 0, display: 'flex' },
  hidden: { visibility: 'hidden' },
  figures: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  former: { filter: 'grayscale(1)' },
  muted: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly state: Extract<CampaignState, { kind: 'campaign' }>;
  /** The figures are from before. */
  readonly former: Former | null;
  readonly onRefresh: () => void;
  /** Shows the rows of a status in the tracker. */
  readonly onShow?: (status: Status) => void;
}

/** Title, as-of time, and the coloured bar of statuses; each count leads to its rows. */
export function StateCard({ state, former, onRefresh, onShow }: Props) {
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
          <div className={styles.asOf}>
            <Caption1 className={mergeClasses(styles.muted, styles.same, former !== null && styles.hidden)}>
              {pick(state.asOf)}
            </Caption1>
            {former && (
              <span className={styles.same}>
                <FormerMark former={former} />
              </span>
            )}
          </div>
        </div>
        <IconButton
          icon={<ArrowClockwise20Regular />}
          label={t('refresh')}
          disabled={former === 'reading'}
          onClick={onRefresh}
        />
      </div>
      {total > 0 && (
        <div
          className={mergeClasses(styles.figures, former !== null && styles.former)}
          aria-busy={former === 'reading'}
        >
          <Body1Strong>{t('home.progress', { done: onTime + late, total })}</Body1Strong>
          <StatusBar counts={state.counts} onShow={onShow} />
        </div>
      )}
    </Card>
  );
}
