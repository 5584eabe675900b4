// What is left of the first run once the campaign stands, each step with its button; they go by themselves when the work has begun. Draws only.
import { Button, Body1Strong, Caption1, makeStyles } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import type { FirstStep } from '../firstSteps';
import { useWords } from '../language';
import { Card } from './Card';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'flex', columnGap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  number: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '22px',
    height: '22px',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
  },
  done: { color: tokens.colorBrandForeground1, flexShrink: 0, width: '24px' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0, alignItems: 'flex-start' },
  muted: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: '4px' },
});

interface Props {
  readonly steps: readonly FirstStep[];
  readonly onUnits: () => void;
  readonly onItems: () => void;
  readonly onContest: () => void;
  readonly onTour: () => void;
  /** Puts the card away. */
  readonly onLater: () => void;
}

/** A numbered list of what is left to set up; the first open one has the blue button. */
export function FirstSteps({ steps, onUnits, onItems, onContest, onTour, onLater }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const now = steps.find(({ done }) => !done)?.id;
  const primary = (id: FirstStep['id']): 'primary' | 'secondary' => (id === now ? 'primary' : 'secondary');
  return (
    <Card heading={t('first.title')}>
      <ol className={styles.list}>
        {steps.map(({ id, done }, index) => (
          <li key={id} className={styles.step} aria-current={id === now ? 'step' : undefined}>
            {done ? (
              <CheckmarkCircle20Filled className={styles.done} aria-label={t('first.done')} />
            ) : (
              <span className={styles.number} aria-hidden>
                {index + 1}
              </span>
            )}
            <div className={styles.words}>
              <Body1Strong>{t(`first.${id}`)}</Body1Strong>
              {!done && (
                <Caption1 className={styles.muted}>{t(id === 'units' ? 'first.unitsNow' : 'first.itemsNow')}</Caption1>
              )}
              {id === 'units' && !done && (
                <div className={styles.buttons}>
                  <Button size="small" appearance={primary(id)} onClick={onUnits}>
                    {t('first.unitsDo')}
                  </Button>
                </div>
              )}
              {id === 'items' && (
                <div className={styles.buttons}>
                  <Button size="small" appearance={primary(id)} onClick={onItems}>
                    {t('first.itemsDo')}
                  </Button>
                  <Button size="small" onClick={onContest}>
                    {t('first.contestDo')}
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button size="small" appearance="subtle" onClick={onTour}>
          {t('tour.start')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onLater}>
          {t('first.later')}
        </Button>
      </div>
    </Card>
  );
}
