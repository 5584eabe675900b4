// Steps in the order of the campaign, grouped 准备 · 收件与催报 · 评选 · 成果. Draws only.
import { Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../language';
import { STEP_GROUPS, type PaneStep } from '../steps';
import { GroupNav, headingId } from './GroupNav';
import { StepButton } from './StepButton';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  // The row of groups above stays in sight: a heading that is jumped to stands below it.
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0 2px`,
    color: tokens.colorNeutralForeground3,
    scrollMarginTop: '44px',
    outlineStyle: 'none',
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
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
  const groups = STEP_GROUPS.filter((group) => steps.some((step) => step.group === group));
  return (
    <>
      <GroupNav groups={groups} />
      {groups.map((group) => (
        <section key={group} className={styles.group} aria-labelledby={headingId(group)}>
          <Caption1Strong as="h2" id={headingId(group)} tabIndex={-1} className={styles.heading}>
            {t(`group.${group}`)}
          </Caption1Strong>
          <ul className={styles.list}>
            {steps
              .filter((step) => step.group === group)
              .map((step) => (
                <li key={step.id}>
                  <StepButton step={step} suggested={step.id === suggested} onOpen={onOpen} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
