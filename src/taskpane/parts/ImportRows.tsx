// Every row of an import before anything is written: filters, search, ticks, pages. Decides nothing; says what was chosen.
import { useDeferredValue, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Caption1, Checkbox, Input, ToggleButton, makeStyles } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import type { Preview } from '../../app/run/job';
import type { Text } from '../../core/ground/text';
import {
  filterCounts,
  findRows,
  isLeftOut,
  isWritable,
  leftOutAsText,
  rowKey,
  rowsElsewhere,
  type RowFilter,
} from '../importRows';
import { useWords } from '../language';
import type { Choice, RowChoices } from '../rowChoices';
import { Card } from './Card';
import { CopyButton } from './CopyButton';
import { ImportRow } from './ImportRow';
import { Pager } from './Pager';
import { tokens } from '../tokens';

/** Rows drawn at once; thousands would make the pane slow. */
const PAGE = 50;
/** Fewer rows are seen at a glance. */
const SEARCH_FROM = 21;

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3 },
  tools: {
    position: 'sticky',
    top: `calc(-1 * ${tokens.spacingHorizontalM})`,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    minWidth: 0,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `6px ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  chip: { minWidth: 0, fontWeight: tokens.fontWeightRegular, padding: '0 8px', fontVariantNumeric: 'tabular-nums' },
  search: { width: '100%', minWidth: 0 },
  all: {
    marginLeft: '-6px',
    '& .fui-Checkbox__indicator': { margin: '3px 6px' },
    '& .fui-Checkbox__label': { padding: '0 2px' },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: `0 0 0 -6px`,
    padding: 0,
    listStyleType: 'none',
    outlineStyle: 'none',
    '& > li:first-child': { borderTopStyle: 'none' },
  },
});

interface Props {
  readonly preview: Preview;
  readonly choices: RowChoices;
  /** The choices that the preview was made with. */
  readonly checked: RowChoices;
  readonly choose: (choice: Choice) => void;
  readonly tableTitle: (table: string) => Text;
  readonly looking: Looking;
  readonly onLook: (looking: Looking) => void;
}

/** What of the rows one is looking at; it stays from one preview to the next. */
export interface Looking {
  readonly filter: RowFilter;
  readonly query: string;
  /** 0-based. */
  readonly page: number;
}

/** Where looking begins: every row, first page. */
export const LOOKING_AT_ALL: Looking = { filter: 'all', query: '', page: 0 };

interface ToolProps extends Pick<Props, 'choices' | 'choose' | 'looking' | 'onLook'> {
  readonly counts: ReturnType<typeof filterCounts>;
  readonly filter: RowFilter;
  readonly searchable: boolean;
  readonly found: ReturnType<typeof findRows>;
}

/** Filters, search, and the tick for all that is found; they stay in sight above the rows. */
function RowTools({ counts, filter, searchable, found, choices, choose, looking, onLook }: ToolProps) {
  const styles = useStyles();
  const { t } = useWords();
  const tickable = found.filter((row) => isWritable(row));
  const picked = tickable.filter((row) => !choices.left.has(rowKey(row))).length;
  return (
    <div className={styles.tools}>
      <div className={styles.chips} role="group" aria-label={t('rows.filter')}>
        {counts.map(({ filter: each, count }) => (
          <ToggleButton
            key={each}
            className={styles.chip}
            size="small"
            shape="circular"
            appearance={filter === each ? 'primary' : 'outline'}
            checked={filter === each}
            onClick={() => onLook({ ...looking, filter: each, page: 0 })}
          >
            {t(`rows.${each}`)} {count}
          </ToggleButton>
        ))}
      </div>
      {searchable && (
        <Input
          className={styles.search}
          size="small"
          type="search"
          contentBefore={<Search16Regular />}
          value={looking.query}
          placeholder={t('rows.search')}
          aria-label={t('rows.search')}
          onChange={(_, { value }) => onLook({ ...looking, query: value, page: 0 })}
        />
      )}
      {tickable.length > 0 && (
        <Checkbox
          className={styles.all}
          checked={picked === tickable.length ? true : picked === 0 ? false : 'mixed'}
          label={t('rows.picked', { picked, count: tickable.length })}
          onChange={(_, { checked: on }) => choose({ kind: 'tick', rows: tickable, on: on === true })}
        />
      )}
    </div>
  );
}

/** Arrows, Home and End go from row to row; inside a field or a list they are the field's. */
function onKeyDown(event: KeyboardEvent): void {
  const from = event.target instanceof Element ? event.target : null;
  const card = from?.closest('li');
  if (!card || (from instanceof HTMLInputElement && from.type !== 'checkbox') || from instanceof HTMLSelectElement)
    return;
  const to = {
    ArrowDown: card.nextElementSibling,
    ArrowUp: card.previousElementSibling,
    Home: card.parentElement?.firstElementChild,
    End: card.parentElement?.lastElementChild,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  to?.querySelector<HTMLElement>('input[data-first], button[data-first], [data-first] input')?.focus();
}

/** The rows of a file, page by page, with filters, a search and a tick each; the row that is looked at opens for mending. */
export function ImportRows({ preview, choices, checked, choose, tableTitle, looking, onLook }: Props) {
  const styles = useStyles();
  const { t, pick, language } = useWords();
  const rows = useMemo(() => preview.rows ?? [], [preview]);
  const sheets = useMemo(() => new Map((preview.sheets ?? []).map(({ name, headers }) => [name, headers])), [preview]);
  const counts = useMemo(() => filterCounts(rows), [rows]);
  const { query, page } = looking;
  const filter = counts.some((each) => each.filter === looking.filter) ? looking.filter : 'all';
  const deferred = useDeferredValue(query);
  const found = useMemo(() => findRows(rows, filter, deferred), [rows, filter, deferred]);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const shownPage = Math.min(page, pages - 1);
  const shown = found.slice(shownPage * PAGE, shownPage * PAGE + PAGE);
  const tabStop = shown.some((row) => rowKey(row) === current) ? current : shown[0] && rowKey(shown[0]);
  const leftOut = rows.filter(isLeftOut).length;

  const toList = (): void => list.current?.focus({ preventScroll: true });
  // A new preview is announced: whatever had the focus before is gone.
  useEffect(toList, []);
  const turn = (to: number): void => {
    onLook({ ...looking, page: to });
    toList();
    list.current?.closest('section')?.scrollIntoView({ block: 'start' });
  };
  const onFocus = (event: FocusEvent): void => {
    const key = event.target.closest('li')?.dataset['row'];
    if (key !== undefined) setCurrent(key);
  };
  return (
    <Card
      heading={t('preview.title')}
      aside={leftOut > 0 && <CopyButton content={leftOutAsText(preview, language)} label={t('rows.copyLeftOut')} />}
    >
      <Caption1 className={styles.note}>
        {t('preview.note')}
        {rowsElsewhere(preview).map(
          ({ table, count }) => ` ${t('rows.also', { table: pick(tableTitle(table)), count })}`,
        )}
      </Caption1>
      <RowTools
        counts={counts}
        filter={filter}
        looking={looking}
        searchable={rows.length >= SEARCH_FROM}
        found={found}
        choices={choices}
        choose={choose}
        onLook={onLook}
      />
      {shown.length === 0 ? (
        <Caption1 className={styles.note} role="status">
          {t('rows.none')}
        </Caption1>
      ) : (
        <ul
          className={styles.list}
          ref={list}
          tabIndex={-1}
          aria-label={t('rows.list')}
          aria-description={t('rows.keys')}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          {shown.map((row) => (
            <ImportRow
              key={rowKey(row)}
              row={row}
              headers={sheets.get(row.sheet) ?? NO_HEADERS}
              withSheet={sheets.size > 1}
              choices={choices}
              checked={checked}
              choose={choose}
              tableTitle={tableTitle}
              current={rowKey(row) === tabStop}
            />
          ))}
        </ul>
      )}
      {found.length > PAGE && <Pager page={shownPage} pages={pages} size={PAGE} total={found.length} onTurn={turn} />}
    </Card>
  );
}

const NO_HEADERS: readonly string[] = [];
