// Where one is in a row of steps; those that were seen already lead back. Draws only.
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  path: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    columnGap: '6px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    width: '100%',
    minWidth: 0,
    padding: '6px 2px 4px',
    border: 'none',
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':disabled': { cursor: 'default' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  reached: { borderTopColor: tokens.colorBrandStroke1 },
  now: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly label: string;
  readonly names: readonly string[];
  /** 0-based. */
  readonly at: number;
  readonly disabled: boolean;
  readonly onGo: (to: number) => void;
}

/** “1 … 2 … 3 …” in a row; `at` is 0-based, later steps cannot be pressed. */
export function StepPath({ label, names, at, disabled, onGo }: Props) {
  const styles = useStyles();
  return (
    <nav aria-label={label}>
      <ol className={styles.path}>
        {names.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className={mergeClasses(styles.step, index <= at && styles.reached, index === at && styles.now)}
              aria-current={index === at ? 'step' : undefined}
              disabled={disabled || index > at}
              onClick={() => onGo(index)}
            >
              {`${index + 1} ${name}`}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
