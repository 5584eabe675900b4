// The groups of steps in one row that stays in sight: the list is long, and whoever works on the contest need not scroll past the rest. Draws only.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../language';
import type { StepGroup } from '../steps';

const useStyles = makeStyles({
  row: {
    position: 'sticky',
    top: `calc(-1 * ${tokens.spacingHorizontalM})`,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '2px',
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `4px ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: { minWidth: 0, color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Id of a group's heading on the page. */
export const headingId = (group: StepGroup): string => `group-${group}`;

export function GroupNav({ groups }: { readonly groups: readonly StepGroup[] }) {
  const styles = useStyles();
  const { t } = useWords();
  const go = (group: StepGroup): void => {
    const heading = document.getElementById(headingId(group));
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.row} aria-label={t('home.groups')}>
      {groups.map((group) => (
        <Button key={group} size="small" appearance="subtle" className={styles.group} onClick={() => go(group)}>
          {t(`group.${group}`)}
        </Button>
      ))}
    </nav>
  );
}
