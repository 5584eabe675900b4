// How a field looks that opens a list below itself, and the list. Knows nothing of what is listed.
import { makeStyles } from '@fluentui/react-components';
import { tokens } from '../tokens';

/** Styles; the list lies over what follows the field. */
export const useDropList = makeStyles({
  box: { position: 'relative', minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
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
  option: { columnGap: '8px', padding: '6px 8px', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer' },
  /** Of the line that the keys are at, beside its colour: in high contrast all lines have one. */
  marked: { outline: `2px solid ${tokens.colorTransparentStrokeInteractive}`, outlineOffset: '-2px' },
  aside: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});
