// Steps in the order of the campaign, grouped 准备 · 收件与催报 · 评选 · 成果. Draws only.
import { Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../language';
import { STEP_GROUPS, type PaneStep } from '../steps';
import { StepButton } from './StepButton';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  heading: { margin: `${tokens.spacingVerticalS} 0 0 2px`, color: tokens.colorNeutralForeground3 },
  list: {
    margin: 0, padding: 0, listStyleType: 'none', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1, overflow: 'hidden',
    '& > li + li': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
});

interface Props {
  readonly steps: readonly PaneStep[];
  readonly suggested?: string;
  readonly onOpen: (id: string) => void;
}

export function StepList({ steps, suggested, onOpen }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return STEP_GROUPS.map((group) => {
    const inGroup = steps.filter((step) => step.group === group);
    return inGroup.length > 0 && (
      <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
        <Caption1Strong as="h2" id={`group-${group}`} className={styles.heading}>{t(`group.${group}`)}</Caption1Strong>
        <ul className={styles.list}>
          {inGroup.map((step) => <li key={step.id}><StepButton step={step} suggested={step.id === suggested} onOpen={onOpen} /></li>)}
        </ul>
      </section>
    );
  });
}
