// Ctrl+F: finds words in the cells of the open workbook, one place after the other. Changes nothing.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { findCells, type FoundCell } from '../../model/findCells';
import { TEXTS } from '../pageTexts';
import type { Session } from '../session';

interface FindBarProps {
  readonly session: Session;
  readonly language: Language;
  readonly onClose: () => void;
}

/** A field, “2 / 7” and two arrows; Enter goes on, Shift+Enter back, Esc closes it. */
export function FindBar({ session, language, onClose }: FindBarProps): ReactElement {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly FoundCell[]>([]);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const show = (cells: readonly FoundCell[], to: number): void => {
    const cell = cells[to];
    setAt(to);
    if (cell) session.showCell(cell);
    // The grid takes the keyboard with the selection; whoever is searching goes on.
    requestAnimationFrame(() => field.current?.focus());
  };
  const look = (typed: string): void => {
    const cells = findCells(session.book, typed, session.activeSheetId);
    setWords(typed);
    setFound(cells);
    show(cells, 0);
  };
  const step = (by: number): void => {
    if (found.length > 0) show(found, (at + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) step(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') onClose();
  };
  const place =
    found.length > 0 ? `${at + 1} / ${found.length}` : words.trim() === '' ? '' : TEXTS.findNothing[language];
  return (
    <div className="find" role="search" onKeyDown={onKeyDown}>
      <input
        ref={field}
        value={words}
        placeholder={TEXTS.find[language]}
        aria-label={TEXTS.find[language]}
        onChange={(event) => look(event.target.value)}
      />
      <span role="status">{place}</span>
      <button
        type="button"
        aria-label={TEXTS.findBefore[language]}
        title={TEXTS.findBefore[language]}
        onClick={() => step(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={TEXTS.findNext[language]}
        title={TEXTS.findNext[language]}
        onClick={() => step(1)}
      >
        ↓
      </button>
      <button type="button" aria-label={TEXTS.close[language]} title={TEXTS.close[language]} onClick={onClose}>
        ×
      </button>
    </div>
  );
}
