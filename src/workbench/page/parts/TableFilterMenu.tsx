// The filter menu of one table column in the open book: reads the column's values and hands the choice to the session.
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Sheet, Table } from '../../model/book';
import type { Session } from '../session';
import type { OpenFilter } from '../sessionState';
import { filterBy, filterChoices, findAgain, sortBy } from '../tableFilter';
import { FilterMenu } from './FilterMenu';

/** Where a person last pressed: the grid's canvas does not say it in pixels of the page. */
const pressed = { x: 0, y: 0 };
document.addEventListener('pointerdown', (event) => Object.assign(pressed, { x: event.clientX, y: event.clientY }), {
  capture: true,
});

/** Nothing when the table or column has gone meanwhile. */
export function TableFilterMenu({
  session,
  open,
}: {
  readonly session: Session;
  readonly open: OpenFilter;
}): ReactElement | null {
  const found = findAgain(session.book, open.sheetId, open.tableId);
  const at = useMemo(() => ({ ...pressed }), [open]);
  const choices = useMemo(() => (found ? filterChoices(found.sheet, found.table, open.column) : []), [open]);
  if (!found) return null;
  const close = (): void => session.store.set({ filter: null });
  const act = (work: (sheet: Sheet, table: Table) => void): void => {
    close();
    session.change((book) => {
      const again = findAgain(book, open.sheetId, open.tableId);
      if (again) work(again.sheet, again.table);
    });
  };
  return (
    <FilterMenu
      language={session.store.get().language}
      title={found.table.columns[open.column]?.name ?? ''}
      choices={choices}
      at={at}
      onSort={(ascending) => act((sheet, table) => sortBy(sheet, table, open.column, ascending))}
      onFilter={(texts) => act((sheet, table) => filterBy(sheet, table, open.column, texts))}
      onClose={close}
    />
  );
}
