// A field's list below it: the lines that fit what was typed, one of them marked. Knows nothing of what is listed; the keys are the field's.
import type { ReactNode } from 'react';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  /** It lies over what follows the field. */
  list: {
    position: 'absolute',
    zIndex: 3,
    left: 0,
    right: 0,
    top: '100%',
    margin: '4px 0 0',
    padding: '4px',
    listStyleType: 'none',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  long: { maxHeight: '220px', overflowY: 'auto' },
  option: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '8px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  /** The line that the keys are at; the frame is for high contrast, where all lines have one colour. */
  active: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    outline: `2px solid ${tokens.colorTransparentStrokeInteractive}`,
    outlineOffset: '-2px',
  },
  none: { color: tokens.colorNeutralForeground3, cursor: 'default' },
});

/** Styles of a field that opens such a list, of the box around both, and of what is said beside a line. */
export const useDropField = makeStyles({
  box: { position: 'relative', minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  aside: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The id of a line, for `aria-activedescendant` of the field. */
export const lineId = (listId: string, index: number): string => `${listId}-${index}`;

/** In a list that is longer than its room. */
const inSight = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'nearest' });

interface Props<Line> {
  readonly id: string;
  /** What a screen reader calls the list. */
  readonly label: string;
  readonly lines: readonly Line[];
  readonly active: number;
  /** Longer than its room: it scrolls. */
  readonly long?: boolean;
  /** Said in place of lines when there are none. */
  readonly none?: string;
  readonly onPick: (line: Line) => void;
  /** What stands in a line. */
  readonly children: (line: Line) => ReactNode;
}

/** The list; a line is chosen before the field loses the focus, which closes the list. */
export function DropList<Line extends { readonly key: string }>(props: Props<Line>) {
  const { id, label, lines, active, long = false, none, onPick, children } = props;
  const styles = useStyles();
  return (
    <ul id={id} role="listbox" aria-label={label} className={mergeClasses(styles.list, long && styles.long)}>
      {lines.length === 0 && (
        <li className={mergeClasses(styles.option, styles.none)} role="option" aria-selected={false} aria-disabled>
          {none}
        </li>
      )}
      {lines.map((line, index) => (
        <li
          key={line.key}
          id={lineId(id, index)}
          role="option"
          aria-selected={index === active}
          ref={index === active && long ? inSight : undefined}
          className={mergeClasses(styles.option, index === active && styles.active)}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(line);
          }}
        >
          {children(line)}
        </li>
      ))}
    </ul>
  );
}
