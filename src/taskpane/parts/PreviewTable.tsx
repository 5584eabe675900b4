// What an import or an action would change, before anything is written: four counts, the new rows, each cell old → new.
import { Caption1, Caption1Strong, makeStyles } from '@fluentui/react-components';
import type { Preview } from '../../app/run/job';
import type { PaneHost } from '../paneHost';
import { changedRows, placeOfRow } from '../changedRows';
import { useWords, type StringKey } from '../language';
import { Card } from './Card';
import { ChangedCell } from './ChangedCell';
import { RowList } from './RowList';
import { tokens } from '../tokens';

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
  place: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly preview: Preview;
  readonly leftOut: number;
  readonly titles: Pick<PaneHost, 'tableTitle' | 'rowTitle'>;
}

/** Four counts over the new rows and the changed cells; `leftOut` is the number of rows that are not taken. */
export function PreviewTable({ preview, leftOut, titles }: Props) {
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
      {preview.added.length > 0 && (
        <Card heading={t('preview.addedTitle')}>
          <RowList
            rows={preview.added}
            atFirst={AT_FIRST}
            draw={(row) => (
              <>
                <Caption1 className={styles.place}>
                  {pick(titles.tableTitle(row.table))}
                  {row.row === '' ? '' : ` · ${pick(titles.rowTitle(row.table, row.row))}`}
                </Caption1>
                <span>{row.summary}</span>
              </>
            )}
          />
        </Card>
      )}
      {changed.length > 0 && (
        <Card heading={t('preview.changedTitle')}>
          <RowList
            rows={changed}
            atFirst={AT_FIRST}
            draw={(row) => (
              <>
                <Caption1Strong>
                  {placeOfRow(pick(titles.tableTitle(row.table)), pick(titles.rowTitle(row.table, row.row)), row.name)}
                </Caption1Strong>
                {row.cells.map((change) => (
                  <ChangedCell key={change.column} change={change} />
                ))}
              </>
            )}
          />
        </Card>
      )}
    </>
  );
}
