// Phases as one line of text, as people type them and as settings of earlier versions have them. Knows no table.
import { DAY, wallTime } from '../ground/wallTime';
import type { Phase } from './settings';

const PHASE = /^(.+?)\s*(\d{1,2})[-.月/](\d{1,2})日?\s*[～~—–-]+\s*(\d{1,2})[-.月/](\d{1,2})日?$/;

/** Null when any piece is no phase. Example: `readPhaseLine('组织动员 5-30～6-7；总结 7-3～7-3', 2021)` are two, each to the last second of its last day. */
export function readPhaseLine(line: string, year: number): Phase[] | null {
  const phases: Phase[] = [];
  for (const piece of line
    .split(/[；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const m = PHASE.exec(piece);
    const [name, fromMonth, fromDay, toMonth, toDay] = m ? [m[1] ?? '', ...m.slice(2).map(Number)] : [''];
    const from =
      typeof fromMonth === 'number' && typeof fromDay === 'number' ? wallTime(year, fromMonth, fromDay) : null;
    const to = typeof toMonth === 'number' && typeof toDay === 'number' ? wallTime(year, toMonth, toDay) : null;
    if (from === null || to === null || to < from) return null;
    phases.push({ name: String(name), from, to: to + DAY - 1 });
  }
  return phases;
}
