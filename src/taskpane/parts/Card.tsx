// A white card with an optional heading and something at its right end. Only looks.
import type { ReactNode } from 'react';
import { Body1Strong, makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  top: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  heading: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

interface Props {
  readonly heading?: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A white box with rounded corners; heading and right end are left out where they are not given. */
export function Card({ heading, aside, className, children }: Props) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.card, className)}>
      {(heading !== undefined || aside !== undefined) && (
        <div className={styles.top}>
          {heading !== undefined && (
            <Body1Strong as="h2" className={styles.heading}>
              {heading}
            </Body1Strong>
          )}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
