// The menu under a table's filter button: sort, choose which values show, show everything again.
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';
import type { FilterChoice } from '../tableFilter';

interface FilterMenuProps {
  readonly language: Language;
  readonly title: string;
  readonly choices: readonly FilterChoice[];
  /** Where the button was pressed, in pixels of the page. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onSort: (ascending: boolean) => void;
  /** Null shows everything. */
  readonly onFilter: (texts: readonly string[] | null) => void;
  readonly onClose: () => void;
}

const WIDTH = 260;
const HEIGHT = 420;
/** More values than this are found by searching. */
const MOST_SHOWN = 300;

/** Sort buttons, a search and a list of ticks, as under Excel's filter arrow. */
export function FilterMenu({ language, title, choices, at, onSort, onFilter, onClose }: FilterMenuProps): ReactElement {
  const [chosen, setChosen] = useState(
    () => new Set(choices.filter((choice) => choice.chosen).map((choice) => choice.text)),
  );
  const [search, setSearch] = useState('');
  const found = useMemo(() => choices.filter(({ text }) => text.includes(search)), [choices, search]);
  const allChosen = found.every(({ text }) => chosen.has(text));
  const toggle = (texts: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const text of texts)
      if (on) next.add(text);
      else next.delete(text);
    setChosen(next);
  };
  const wanted = search === '' ? [...chosen] : found.map(({ text }) => text).filter((text) => chosen.has(text));
  const place = {
    left: Math.max(8, Math.min(at.x - WIDTH + 16, window.innerWidth - WIDTH - 8)),
    top: Math.min(at.y + 8, window.innerHeight - HEIGHT - 8),
    width: WIDTH,
    maxHeight: HEIGHT,
  };
  return (
    <div className="menu-ground" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <div
        className="filter-menu"
        role="dialog"
        aria-label={title}
        style={place}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <button type="button" onClick={() => onSort(true)}>
          {TEXTS.sortUp[language]}
        </button>
        <button type="button" onClick={() => onSort(false)}>
          {TEXTS.sortDown[language]}
        </button>
        <button type="button" disabled={choices.every((choice) => choice.chosen)} onClick={() => onFilter(null)}>
          {TEXTS.clearFilter[language]}
          {title}
        </button>
        <hr />
        <input
          type="search"
          autoFocus
          placeholder={TEXTS.searchValues[language]}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <ul>
          <li>
            <label>
              <input
                type="checkbox"
                checked={allChosen}
                onChange={() =>
                  toggle(
                    found.map(({ text }) => text),
                    !allChosen,
                  )
                }
              />
              {TEXTS.all[language]}
            </label>
          </li>
          {found.slice(0, MOST_SHOWN).map(({ text }) => (
            <li key={text}>
              <label>
                <input type="checkbox" checked={chosen.has(text)} onChange={() => toggle([text], !chosen.has(text))} />
                {text === '' ? TEXTS.emptyCells[language] : text}
              </label>
            </li>
          ))}
        </ul>
        <footer>
          <button
            type="button"
            className="is-main"
            disabled={wanted.length === 0}
            onClick={() => onFilter(wanted.length === choices.length ? null : wanted)}
          >
            {TEXTS.apply[language]}
          </button>
          <button type="button" onClick={onClose}>
            {TEXTS.keep[language]}
          </button>
        </footer>
      </div>
    </div>
  );
}
