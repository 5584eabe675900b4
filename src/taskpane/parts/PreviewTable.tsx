// What an import or an action would change, before anything is written: four counts, the new rows, each cell old → new.
import { useState, type ReactNode } from 'react';
import { Button, Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { Preview } from '../../app/run/job';
import type { Text } from '../../core/ground/text';
import { changedRows } from '../changedRows';
import { useWords, type StringKey } from '../language';
import { Card } from './Card';
import { ChangedCell } from './ChangedCell';

/** Rows drawn at first; the rest on request. */
const AT_FIRST = 8;

const useStyles = makeStyles({
  counts: { display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: tokens.spacingHorizontalXS },
  count: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    padding: '6px 2px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    textAlign: 'center',
    minWidth: 0,
  },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  row: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', minWidth: 0 },
  place: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly preview: Preview;
  readonly leftOut: number;
  readonly tableTitle: (table: string) => Text;
}

export function PreviewTable({ preview, leftOut, tableTitle }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const changed = changedRows(preview.changed);
  const counts: readonly (readonly [StringKey, number])[] = [
    ['count.added', preview.added.length],
    ['count.changed', changed.length],
    ['count.unchanged', preview.unchanged],
    ['count.leftOut', leftOut],
  ];
  return (
    <>
      <Card heading={t('preview.title')}>
        <div className={styles.counts}>
          {counts.map(([key, count]) => (
            <div key={key} className={styles.count}>
              <span className={styles.number}>{count}</span>
              <Caption1 className={styles.label}>{t(key)}</Caption1>
            </div>
          ))}
        </div>
        <Caption1 className={styles.place}>{t('preview.note')}</Caption1>
      </Card>
      <Rows
        heading={t('preview.addedTitle')}
        rows={preview.added}
        draw={(row) => (
          <>
            <Caption1 className={styles.place}>
              {pick(tableTitle(row.table))}
              {row.row === '' ? '' : ` · ${row.row}`}
            </Caption1>
            <span>{row.summary}</span>
          </>
        )}
      />
      <Rows
        heading={t('preview.changedTitle')}
        rows={changed}
        draw={(row) => (
          <>
            <Caption1Strong>
              {pick(tableTitle(row.table))} · {row.row}
            </Caption1Strong>
            {row.cells.map((change) => (
              <ChangedCell key={change.column} change={change} />
            ))}
          </>
        )}
      />
    </>
  );
}

function Rows<Row>({
  heading,
  rows,
  draw,
}: {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly draw: (row: Row) => ReactNode;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <Card heading={heading}>
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
    </Card>
  );
}
