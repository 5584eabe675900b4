// Buttons side by side, wrapping where the pane is narrow. Only looks.
import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

export function ButtonRow({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.row}>{children}</div>;
}
