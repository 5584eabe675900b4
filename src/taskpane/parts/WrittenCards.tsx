// What a job changed, after it: each cell old → new, each new row, all of them links into the sheets, to copy, and to take back. Draws only.
import { useContext, useEffect, type ReactNode } from 'react';
import { Button, Caption1, Link, makeStyles } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import type { Written, WrittenRow } from '../../app/run/writtenBy';
import { changedRows, placeOfRow } from '../changedRows';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import { tabbed } from '../problemGroups';
import { ShowContext } from '../showing';
import type { TableKeyTarget } from '../../workbook/contract/pointing';
import { Card } from './Card';
import { ChangedCell } from './ChangedCell';
import { CopyButton } from './CopyButton';
import { RowList } from './RowList';
import { tokens } from '../tokens';

/** Rows drawn at first; the rest on request. */
const AT_FIRST = 5;

const useStyles = makeStyles({
  link: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  place: { color: tokens.colorNeutralForeground3 },
  rows: { display: 'flex', flexDirection: 'column', rowGap: '6px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Titles = Pick<PaneHost, 'tableTitle' | 'rowTitle'>;

interface Props {
  readonly written: Written;
  readonly titles: Titles;
  /** Absent where it cannot be taken back. */
  readonly onTakeBack?: () => void;
}

/** The rows that were added to one table, as one place: from the first to the last. */
export function blockOf(rows: readonly WrittenRow[]): TableKeyTarget | null {
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last || first.at.row === undefined || last.at.row === undefined) return null;
  return { table: first.table, row: first.at.row, ...(rows.length > 1 && { last: last.at.row }) };
}

function byTable(rows: readonly WrittenRow[]): ReadonlyMap<string, readonly WrittenRow[]> {
  const tables = new Map<string, WrittenRow[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}

/** After a job: every changed cell and every new row as links, with “copy” and “take back”. */
export function WrittenCards({ written, titles, onTakeBack }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const show = useContext(ShowContext);
  const rows = changedRows(written.changed);
  const added = byTable(written.added);
  const copied = tabbed([
    ['copy.table', 'copy.row', 'copy.column', 'copy.before', 'copy.after'].map((key) => t(key as 'copy.table')),
    ...written.changed.map(({ table, row, column, before, after }) => [
      pick(titles.tableTitle(table)),
      pick(titles.rowTitle(table, row)),
      column,
      before,
      after,
    ]),
    ...written.added.map(({ table, row, summary }) => [pick(titles.tableTitle(table)), row, '', '', summary]),
  ]);
  useEffect(() => {
    // Whoever looks at the sheet that grew sees the new rows selected; nobody is taken to another sheet.
    for (const own of added.values()) {
      const block = blockOf(own);
      if (block) show?.({ ...block, quietly: true });
    }
    // Once, when the result comes up.
  }, []);
  if (rows.length === 0 && added.size === 0) return null;
  return (
    <Card heading={t('written.title')} aside={<CopyButton content={copied} label={t('problems.copy')} />}>
      {[...added].map(([table, own]) => {
        const block = blockOf(own);
        return (
          <Rows
            key={table}
            heading={t('written.added', { table: pick(titles.tableTitle(table)), count: own.length })}
            onShow={show && block ? () => show(block) : undefined}
            rows={own}
            draw={(row) => (
              <>
                <RowLink at={row.at} name={pick(titles.rowTitle(row.table, row.row))} />
                <Caption1>{row.summary}</Caption1>
              </>
            )}
          />
        );
      })}
      {rows.length > 0 && (
        <Rows
          heading={t('written.changed', { count: written.changed.length })}
          rows={rows}
          draw={(row) => (
            <>
              <RowLink
                at={written.changed.find((cell) => cell.table === row.table && cell.row === row.row)?.at}
                name={placeOfRow(
                  pick(titles.tableTitle(row.table)),
                  pick(titles.rowTitle(row.table, row.row)),
                  row.name,
                )}
              />
              {row.cells.map((change) => (
                <ChangedCell key={change.column} change={change} />
              ))}
            </>
          )}
        />
      )}
      {written.more > 0 && <Caption1 className={styles.place}>{t('written.more', { count: written.more })}</Caption1>}
      {onTakeBack && (
        <div className={styles.buttons}>
          <Button size="small" icon={<ArrowUndo16Regular />} onClick={onTakeBack}>
            {t('written.takeBack')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function RowLink({ at, name }: { readonly at?: TableKeyTarget; readonly name: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const show = useContext(ShowContext);
  if (!show || at?.row === undefined) return <Caption1 className={styles.place}>{name}</Caption1>;
  return (
    <Link as="button" className={styles.link} title={t('show.cells')} onClick={() => show(at)}>
      {name}
    </Link>
  );
}

interface RowsProps<Row> {
  readonly heading: string;
  readonly onShow?: () => void;
  readonly rows: readonly Row[];
  readonly draw: (row: Row) => ReactNode;
}

function Rows<Row>({ heading, onShow, rows, draw }: RowsProps<Row>) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.rows}>
      <div className={styles.buttons}>
        <Caption1 className={styles.place}>{heading}</Caption1>
        {onShow && (
          <Link as="button" className={styles.link} onClick={onShow}>
            {t('show.me')}
          </Link>
        )}
      </div>
      <RowList rows={rows} atFirst={AT_FIRST} draw={draw} />
    </div>
  );
}
