// All jobs, grouped 准备 · 收件与催报 · 评选 · 成果, each group folded until it is wanted; lately used ones before them. Draws only.
import { Caption1, Caption1Strong, makeStyles } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { useWords } from '../language';
import { STEP_GROUPS } from '../../app/run/place';
import type { PaneStep } from '../steps';
import { StepButton } from './StepButton';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  heading: { margin: `${tokens.spacingVerticalXS} 0 0 2px`, color: tokens.colorNeutralForeground3 },
  group: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
    '&[open] > summary > svg': { transform: 'rotate(90deg)' },
  },
  summary: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '8px 12px',
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& svg': { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& > li': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
});

interface Props {
  readonly steps: readonly PaneStep[];
  /** Ids of the steps that were used lately, the latest first. */
  readonly recent?: readonly string[];
  readonly onOpen: (id: string) => void;
}

/** All jobs in four folded groups, and over them those that were used lately. */
export function StepList({ steps, recent = [], onOpen }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const groups = STEP_GROUPS.map((group) => ({ group, own: steps.filter((step) => step.group === group) }));
  const lately = recent.flatMap((id) => steps.find((step) => step.id === id) ?? []);
  return (
    <section className={styles.section}>
      {lately.length > 0 && (
        <>
          <Caption1Strong as="h2" className={styles.heading}>
            {t('all.recent')}
          </Caption1Strong>
          <div className={styles.group}>
            <ul className={styles.list}>
              {lately.map((step) => (
                <li key={step.id}>
                  <StepButton step={step} brief onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
      <Caption1Strong as="h2" className={styles.heading}>
        {t('all.title')}
      </Caption1Strong>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <details key={group} className={styles.group}>
            <summary className={styles.summary}>
              <ChevronRight16Regular aria-hidden />
              <span className={styles.name}>{t(`group.${group}`)}</span>
              <Caption1 className={styles.count}>{own.length}</Caption1>
            </summary>
            <ul className={styles.list}>
              {own.map((step) => (
                <li key={step.id}>
                  <StepButton step={step} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}
