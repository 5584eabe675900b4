// The look that a table style gives to cells: header, bands, lines. It knows the built-in style names, no cell contents.
import type { Edge, Style, Table } from '../model/book';

interface Look {
  readonly header: Style;
  readonly band?: string;
  readonly line: string;
}

/** The accents of the Office theme, in the order in which Excel numbers its table styles; the first is the black one. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

const thin = (color: string): Edge => ({ style: 'thin', color });

/** Mixes a colour with white: share 0 is the colour itself, 1 is white. */
function tint(color: string, share: number): string {
  const part = (at: number): string => {
    const value = parseInt(color.slice(at, at + 2), 16);
    return Math.round(value + (255 - value) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`.toUpperCase();
}

function lookOf(styleName: string): Look | undefined {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(styleName);
  if (!match) return undefined;
  const [, family] = match;
  const number = Number(match[2]);
  const accent = ACCENTS[(number - 1) % ACCENTS.length] ?? '#4472C4';
  if (family === 'Light') {
    const light = accent === '#000000' ? '#D9D9D9' : tint(accent, 0.8);
    return { header: { bold: true, border: { bottom: thin(accent) } }, band: light, line: tint(accent, 0.6) };
  }
  return {
    header: { bold: true, color: '#FFFFFF', fill: accent === '#000000' ? '#404040' : accent },
    band: tint(accent, 0.8),
    line: tint(accent, 0.6),
  };
}

interface Roles {
  readonly header: Style;
  readonly total: Style;
  readonly even: Style;
  readonly odd: Style;
}

/** Made once a table style, so that equal looks are the same object. */
const made = new Map<string, Roles | undefined>();

function rolesOf(styleName: string): Roles | undefined {
  if (!made.has(styleName)) {
    const look = lookOf(styleName);
    const line: Style = { border: { bottom: thin(look?.line ?? '') } };
    made.set(
      styleName,
      look && {
        header: { vertical: 'center', ...look.header },
        total: { bold: true, border: { top: { style: 'double', color: look.line } } },
        even: look.band ? { ...line, fill: look.band } : line,
        odd: line,
      },
    );
  }
  return made.get(styleName);
}

/** The style that the table gives to the cells of one of its rows (0-based on the sheet), before a cell's own style; undefined for none. */
export function tableLookAt(table: Table, row: number): Style | undefined {
  const roles = rolesOf(table.style);
  if (!roles) return undefined;
  const fromTop = row - table.range.row;
  if (table.showHeaders && fromTop === 0) return roles.header;
  if (table.showTotals && fromTop === table.range.rows - 1) return roles.total;
  const body = fromTop - (table.showHeaders ? 1 : 0);
  return table.showBandedRows && body % 2 === 0 ? roles.even : roles.odd;
}
