// How the campaign stands: title, as-of time, bar of statuses, who is overdue, what is due next. Everything comes worded.
import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Caption1Strong,
  Subtitle1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { useWords } from '../language';
import type { CampaignState } from '../../app/care/campaignState';
import { Card } from './Card';
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
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '6px', '& svg': { flexShrink: 0, marginTop: '2px' } },
  bad: { color: tokens.colorPaletteRedForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  due: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  dueRow: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  dueTitle: { minWidth: 0, overflowWrap: 'anywhere' },
  dueTime: { textAlign: 'right', flexShrink: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-end' },
  rule: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, margin: 0, width: '100%', borderBottom: 'none' },
});

interface Props {
  readonly state: Extract<CampaignState, { kind: 'campaign' }>;
  readonly busy: boolean;
  readonly onRefresh: () => void;
}

export function StateCard({ state, busy, onRefresh }: Props) {
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
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise20Regular />}
          aria-label={t('refresh')}
          title={t('refresh')}
          disabled={busy}
          onClick={onRefresh}
        />
      </div>
      {total > 0 && (
        <>
          <Body1Strong>{t('home.progress', { done: onTime + late, total })}</Body1Strong>
          <StatusBar counts={state.counts} />
          {state.overdue ? (
            <span className={mergeClasses(styles.line, styles.bad)}>
              <ErrorCircle16Filled aria-hidden />
              <Body1>{pick(state.overdue)}</Body1>
            </span>
          ) : (
            <span className={mergeClasses(styles.line, styles.good)}>
              <CheckmarkCircle16Filled aria-hidden />
              <Body1>{t('home.noOverdue')}</Body1>
            </span>
          )}
        </>
      )}
      {state.notice && (
        <>
          <hr className={styles.rule} />
          <Body1>{pick(state.notice)}</Body1>
        </>
      )}
      {state.nextDue.length > 0 && (
        <>
          <hr className={styles.rule} />
          <Caption1Strong className={styles.muted}>{t('home.nextDue')}</Caption1Strong>
          <ul className={styles.due}>
            {state.nextDue.map((next) => (
              <li key={pick(next.title)} className={styles.dueRow}>
                <Body1 className={styles.dueTitle}>{pick(next.title)}</Body1>
                <span className={styles.dueTime}>
                  <Caption1Strong>{pick(next.due)}</Caption1Strong>
                  <Caption1 className={styles.muted}>{pick(next.left)}</Caption1>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
