// One step in a list: picture, title, one line of what it does. The whole row is the button.
import { Body1Strong, Caption1, makeStyles } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { useWords } from '../language';
import type { PaneStep } from '../steps';
import { StepPicture } from './StepIcon';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    boxSizing: 'border-box',
    padding: '10px 12px',
    minWidth: 0,
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: 'none',
    fontFamily: 'inherit',
    borderRadius: tokens.borderRadiusLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  picture: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    flexShrink: 0,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  title: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    flexWrap: 'wrap',
  },
  summary: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  chevron: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

interface Props {
  readonly step: PaneStep;
  /** The title alone. */
  readonly brief?: boolean;
  readonly onOpen: (id: string) => void;
}

/** A row with picture and title; `brief` leaves the line of words out. */
export function StepButton({ step, brief = false, onOpen }: Props) {
  const styles = useStyles();
  const { pick } = useWords();
  return (
    <button type="button" className={styles.button} onClick={() => onOpen(step.id)}>
      <span className={styles.picture}>
        <StepPicture icon={step.icon} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <Body1Strong>{pick(step.title)}</Body1Strong>
        </span>
        {!brief && <Caption1 className={styles.summary}>{pick(step.summary)}</Caption1>}
      </span>
      <ChevronRight16Regular className={styles.chevron} aria-hidden />
    </button>
  );
}
