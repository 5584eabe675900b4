// One cell that changes: the former value beside the new one. Only looks.
import { Caption1, makeStyles } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons';
import type { CellChange } from '../../app/run/job';
import { useWords } from '../language';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  change: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '6px', minWidth: 0 },
  place: { color: tokens.colorNeutralForeground3 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  after: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Column, old value, arrow, new value; an empty value is said in words. */
export function ChangedCell({
  change: { column, before, after },
}: {
  readonly change: Omit<CellChange, 'table' | 'row'>;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const blank = <span className={styles.place}>{t('preview.blank')}</span>;
  return (
    <span className={styles.change}>
      <Caption1 className={styles.place}>{column}</Caption1>
      {before === '' ? blank : <span className={styles.before}>{before}</span>}
      <ArrowRight12Regular aria-label="→" />
      {after === '' ? blank : <span className={styles.after}>{after}</span>}
    </span>
  );
}
