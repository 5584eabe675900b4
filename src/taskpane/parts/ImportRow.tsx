// One row of an import's preview as a card: its tick, what becomes of it, old beside new, or why it is left out. Decides nothing.
import { memo, useState } from 'react';
import {
  Badge,
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  mergeClasses,
  tokens,
  type BadgeProps,
} from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons';
import type { PreviewRow, RowState } from '../../app/run/job';
import type { Text } from '../../core/ground/text';
import { isLeftOut, isWritable, rowKey } from '../importRows';
import { useWords } from '../language';
import type { Choice, RowChoices } from '../rowChoices';
import { ChangedCell } from './ChangedCell';
import { RowEditor } from './RowEditor';
import { RowReasons } from './RowReasons';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    padding: '6px 0 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    borderLeft: '3px solid transparent',
    paddingLeft: '3px',
  },
  leftOut: { borderLeftColor: tokens.colorPaletteRedBackground3 },
  ask: { borderLeftColor: tokens.colorPaletteMarigoldBackground3 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '3px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    gridColumn: 2,
  },
  top: { display: 'flex', alignItems: 'center', columnGap: '6px', minWidth: 0 },
  place: {
    color: tokens.colorNeutralForeground2,
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  badge: { flexShrink: 0 },
  tick: { gridColumn: 1, '& .fui-Checkbox__indicator': { margin: '3px' } },
  two: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: '2', overflow: 'hidden' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  pair: { marginRight: '10px' },
  off: { '& span': { color: `${tokens.colorNeutralForeground3} !important`, fontWeight: tokens.fontWeightRegular } },
  remark: { color: tokens.colorPaletteMarigoldForeground2 },
  small: { alignSelf: 'flex-start', minWidth: 0 },
  edit: { flexShrink: 0, minWidth: '24px' },
});

const LOOKS: Readonly<Record<RowState, Pick<BadgeProps, 'appearance' | 'color'>>> = {
  added: { appearance: 'tint', color: 'success' },
  changed: { appearance: 'tint', color: 'brand' },
  ask: { appearance: 'tint', color: 'warning' },
  leftOut: { appearance: 'tint', color: 'danger' },
  unchanged: { appearance: 'tint', color: 'informative' },
  skipped: { appearance: 'outline', color: 'informative' },
};

export interface ImportRowProps {
  readonly row: PreviewRow;
  readonly headers: readonly string[];
  /** The source has several sheets: the row is named with its own. */
  readonly withSheet: boolean;
  readonly choices: RowChoices;
  readonly checked: RowChoices;
  readonly choose: (choice: Choice) => void;
  readonly tableTitle: (table: string) => Text;
  /** Tab goes through this row's controls; the other rows are reached with the arrow keys. */
  readonly current: boolean;
}

function ImportRowPlain({ row, headers, withSheet, choices, checked, choose, tableTitle, current }: ImportRowProps) {
  const styles = useStyles();
  const { t, pick, colon, comma } = useWords();
  const [open, setOpen] = useState(false);
  const { state, cells, source, notices } = row;
  const left = choices.left.has(rowKey(row));
  const place = withSheet ? t('rows.placeIn', { sheet: row.sheet, row: row.row }) : t('rows.place', { row: row.row });
  const target = [row.table === '' ? '' : pick(tableTitle(row.table)), row.target].filter(Boolean).join(' ');
  const tabIndex = current ? 0 : -1;
  const words = source.filter(Boolean).join(' · ');
  const dropped = left || state === 'skipped';
  const ticked = isWritable(row) || state === 'skipped';
  return (
    <li
      className={mergeClasses(
        styles.card,
        !dropped && state === 'leftOut' && styles.leftOut,
        !dropped && state === 'ask' && styles.ask,
      )}
      data-row={rowKey(row)}
    >
      {ticked && (
        <Checkbox
          className={styles.tick}
          checked={!left}
          tabIndex={tabIndex}
          data-first
          aria-label={t('rows.pick', { place: target === '' ? place : `${place}${comma}${target}` })}
          onChange={(_, { checked: on }) => choose({ kind: 'tick', rows: [row], on: on === true })}
        />
      )}
      <div className={styles.body}>
        <div className={styles.top}>
          <Badge className={styles.badge} {...LOOKS[left ? 'skipped' : state]}>
            {t(`rows.${left ? 'skipped' : state}`)}
          </Badge>
          <Caption1 className={styles.place} title={target === '' || left ? place : `${place} → ${target}`}>
            {place}
            {target !== '' && !left && ` → ${target}`}
          </Caption1>
          <Button
            className={styles.edit}
            size="small"
            appearance="subtle"
            icon={<Edit16Regular />}
            tabIndex={tabIndex}
            data-first={ticked ? undefined : true}
            aria-expanded={open}
            aria-label={t(open ? 'rows.close' : 'rows.edit', { place })}
            title={t(open ? 'rows.close' : 'rows.edit', { place })}
            onClick={() => setOpen(!open)}
          />
        </div>
        <div className={mergeClasses(dropped && styles.off)}>
          {state === 'changed' && cells.map((cell) => <ChangedCell key={cell.column} change={cell} />)}
          {state === 'added' && (
            <span
              className={styles.two}
              title={cells.map(({ column, after }) => `${column}${colon}${after}`).join('\n')}
            >
              {cells.map(({ column, after }) => (
                <span key={column} className={styles.pair}>
                  <span className={styles.name}>{column} </span>
                  {after}
                </span>
              ))}
            </span>
          )}
          {!isWritable(row) && (
            <span className={styles.two} title={words}>
              {words}
            </span>
          )}
        </div>
        {isLeftOut(row) && !left && (
          <RowReasons
            row={row}
            headers={headers}
            choices={choices}
            checked={checked}
            tabIndex={tabIndex}
            choose={choose}
            withCells={!open}
          />
        )}
        {isLeftOut(row) && left && (
          <Button
            size="small"
            className={styles.small}
            tabIndex={tabIndex}
            onClick={() => choose({ kind: 'tick', rows: [row], on: true })}
          >
            {t('rows.keep')}
          </Button>
        )}
        {notices.map((notice, index) => (
          <Caption1 key={index} className={styles.remark}>
            {pick(notice.message)}
          </Caption1>
        ))}
        {open && (
          <>
            <Caption1 className={styles.name}>{t('rows.asRead')}</Caption1>
            <RowEditor
              row={row}
              headers={headers}
              columns={headers.map((_header, column) => column).filter((column) => headers[column] !== '')}
              choices={choices}
              checked={checked}
              tabIndex={tabIndex}
              choose={choose}
            />
          </>
        )}
        {[...choices.mends.values()].some((mend) => rowKey(mend) === rowKey(row)) && (
          <Button
            size="small"
            className={styles.small}
            tabIndex={tabIndex}
            onClick={() => choose({ kind: 'restore', row })}
          >
            {t('rows.restore')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Drawn again only when something of this row changes; `choices` are compared by what they say of it. */
export const ImportRow = memo(ImportRowPlain, (before, after) => {
  const same =
    before.row === after.row &&
    before.current === after.current &&
    before.choose === after.choose &&
    before.headers === after.headers &&
    before.tableTitle === after.tableTitle &&
    before.withSheet === after.withSheet;
  return (
    same &&
    before.checked === after.checked &&
    before.choices.answers === after.choices.answers &&
    before.choices.mends === after.choices.mends &&
    before.choices.left.has(rowKey(before.row)) === after.choices.left.has(rowKey(after.row))
  );
});
