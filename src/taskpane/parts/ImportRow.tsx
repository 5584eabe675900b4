// One row of an import's preview as a card: its tick, what becomes of it, old beside new, or why it is left out. Decides nothing.
import { memo, useState } from 'react';
import {
  Badge,
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  mergeClasses,
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
import { tokens } from '../tokens';

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

/** Where a row stands and where it goes, as people say it. */
function usePlaces({ row, withSheet, tableTitle }: Pick<ImportRowProps, 'row' | 'withSheet' | 'tableTitle'>): Places {
  const { t, pick } = useWords();
  return {
    place: withSheet ? t('rows.placeIn', { sheet: row.sheet, row: row.row }) : t('rows.place', { row: row.row }),
    target: [row.table === '' ? '' : pick(tableTitle(row.table)), row.target].filter(Boolean).join(' '),
  };
}

interface Places {
  readonly place: string;
  /** Empty: nowhere. */
  readonly target: string;
}

function ImportRowPlain(props: ImportRowProps) {
  const { row, headers, choices, checked, choose, current } = props;
  const styles = useStyles();
  const { t, pick, comma } = useWords();
  const [open, setOpen] = useState(false);
  const { place, target } = usePlaces(props);
  const left = choices.left.has(rowKey(row));
  const tabIndex = current ? 0 : -1;
  const dropped = left || row.state === 'skipped';
  const ticked = isWritable(row) || row.state === 'skipped';
  const editing = { row, headers, choices, checked, tabIndex, choose };
  return (
    <li className={mergeClasses(styles.card, !dropped && edgeOf(row.state, styles))} data-row={rowKey(row)}>
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
        <RowTop
          state={left ? 'skipped' : row.state}
          place={place}
          target={left ? '' : target}
          first={!ticked}
          tabIndex={tabIndex}
          open={open}
          onOpen={setOpen}
        />
        <div className={mergeClasses(dropped && styles.off)}>
          <RowCells row={row} />
        </div>
        {isLeftOut(row) && !left && <RowReasons {...editing} withCells={!open} />}
        {isLeftOut(row) && left && (
          <SmallButton tabIndex={tabIndex} onClick={() => choose({ kind: 'tick', rows: [row], on: true })}>
            {t('rows.keep')}
          </SmallButton>
        )}
        {row.notices.map((notice, index) => (
          <Caption1 key={index} className={styles.remark}>
            {pick(notice.message)}
          </Caption1>
        ))}
        {open && (
          <>
            <Caption1 className={styles.name}>{t('rows.asRead')}</Caption1>
            <RowEditor
              {...editing}
              columns={headers.map((_header, column) => column).filter((column) => headers[column] !== '')}
            />
          </>
        )}
        {[...choices.mends.values()].some((mend) => rowKey(mend) === rowKey(row)) && (
          <SmallButton tabIndex={tabIndex} onClick={() => choose({ kind: 'restore', row })}>
            {t('rows.restore')}
          </SmallButton>
        )}
      </div>
    </li>
  );
}

/** The card's edge: red where the row is left out, yellow where it asks. */
function edgeOf(state: RowState, styles: ReturnType<typeof useStyles>): string | undefined {
  if (state === 'leftOut') return styles.leftOut;
  return state === 'ask' ? styles.ask : undefined;
}

interface SmallButtonProps {
  readonly tabIndex: number;
  readonly onClick: () => void;
  readonly children: string;
}

function SmallButton(props: SmallButtonProps) {
  return <Button size="small" className={useStyles().small} {...props} />;
}

interface TopProps extends Places {
  readonly state: RowState;
  /** The row's first control is the one that opens it. */
  readonly first: boolean;
  readonly tabIndex: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The first line: what becomes of the row, where it stands and goes, and the button that opens its cells. */
function RowTop({ state, place, target, first, tabIndex, open, onOpen }: TopProps) {
  const styles = useStyles();
  const { t } = useWords();
  const way = target === '' ? place : `${place} → ${target}`;
  const label = t(open ? 'rows.close' : 'rows.edit', { place });
  return (
    <div className={styles.top}>
      <Badge className={styles.badge} {...LOOKS[state]}>
        {t(`rows.${state}`)}
      </Badge>
      <Caption1 className={styles.place} title={way}>
        {way}
      </Caption1>
      <Button
        className={styles.edit}
        size="small"
        appearance="subtle"
        icon={<Edit16Regular />}
        tabIndex={tabIndex}
        data-first={first ? true : undefined}
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => onOpen(!open)}
      />
    </div>
  );
}

/** What is written: old beside new, or the new row's cells; of a row that is not written, what the source says. */
function RowCells({ row }: Pick<ImportRowProps, 'row'>) {
  const styles = useStyles();
  const { colon } = useWords();
  const { state, cells } = row;
  const words = row.source.filter(Boolean).join(' · ');
  return (
    <>
      {state === 'changed' && cells.map((cell) => <ChangedCell key={cell.column} change={cell} />)}
      {state === 'added' && (
        <span className={styles.two} title={cells.map(({ column, after }) => `${column}${colon}${after}`).join('\n')}>
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
    </>
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
