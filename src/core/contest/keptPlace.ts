// What was decided about an entry, kept apart from the table that people can type in: so that any later change can be shown, not only noticed.
// Knows no workbook.
import type { RulingOutcome } from './ruling';

/** One row of an act, as it was decided and as it would have been printed at that moment. */
export interface KeptPlace {
  readonly actId: string;
  readonly entryId: string;
  readonly outcome: RulingOutcome;
  /** '' where there are no named tiers. */
  readonly tier: string;
  /** Yuan; 0 = certificate only, or no award. */
  readonly prize: number;
  readonly rank: number | null;
  readonly shown: string;
  readonly blindNo: string;
  readonly title: string;
  readonly storyteller: string;
  readonly category: string;
  readonly unitId: string;
  /** The unit's name at that moment. */
  readonly unit: string;
}

const OUTCOMES: readonly RulingOutcome[] = ['award', 'reserve', 'withdrawn', 'movedUp'];

const escaped = (field: string): string => field.replace(/[\\|\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\p', '\n': '\\n', '\r': '\\r' };
const MEANT: Readonly<Record<string, string>> = { '\\': '\\', p: '|', n: '\n', r: '\r' };

/** One line of text; any sign may stand in a field. `readKeptPlace` reads it back. */
export function keptText(place: KeptPlace): string {
  const { actId, entryId, outcome, tier, prize, rank, shown, blindNo, title, storyteller, category, unitId, unit } =
    place;
  return [
    actId,
    entryId,
    outcome,
    tier,
    String(prize),
    rank === null ? '' : String(rank),
    shown,
    blindNo,
    title,
    storyteller,
    category,
    unitId,
    unit,
  ]
    .map(escaped)
    .join('|');
}

/** Null for text that `keptText` has not written. */
export function readKeptPlace(words: string): KeptPlace | null {
  const fields = words.split('|').map((field) => field.replace(/\\(.)/g, (_all, sign: string) => MEANT[sign] ?? sign));
  const [actId, entryId, outcome, tier, prize, rank, shown, blindNo, title, storyteller, category, unitId, unit] =
    fields;
  const known = OUTCOMES.find((one) => one === outcome);
  if (fields.length !== 13 || !actId || !entryId || !known || !Number.isFinite(Number(prize))) return null;
  if (rank !== '' && !Number.isFinite(Number(rank))) return null;
  return {
    actId,
    entryId,
    outcome: known,
    tier: tier ?? '',
    prize: Number(prize),
    rank: rank === '' ? null : Number(rank),
    shown: shown ?? '',
    blindNo: blindNo ?? '',
    title: title ?? '',
    storyteller: storyteller ?? '',
    category: category ?? '',
    unitId: unitId ?? '',
    unit: unit ?? '',
  };
}
