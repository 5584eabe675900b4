// Rows under each other: the first of them at once, the rest on request. Draws no row itself.
import { useState, type ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { useWords } from '../language';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', minWidth: 0 },
});

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly atFirst: number;
  readonly draw: (row: Row) => ReactNode;
}

/** The first `atFirst` rows, and a button that shows all of them. */
export function RowList<Row>({ rows, atFirst, draw }: Props<Row>) {
  const styles = useStyles();
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((row, index) => (
          <li key={index} className={styles.row}>
            {draw(row)}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('problems.more', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  );
}
