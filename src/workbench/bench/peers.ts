// Programs that others would take for the same work: d3-array, and alasql where it is installed. The product needs none.
import type { ContestTables } from './largeSnapshot';

/** A library that does the same piece of work. */
export interface Peer {
  readonly name: string;
  readonly work: () => unknown;
}

interface Line {
  readonly entry: string;
  readonly judge: number;
  readonly total: number;
}

type Sql = (query: string, values: readonly unknown[]) => unknown;
interface D3 {
  readonly rollups: (
    lines: readonly Line[],
    reduce: (own: readonly Line[]) => number,
    key: (line: Line) => string,
  ) => [string, number][];
  readonly sum: (own: readonly Line[], of: (line: Line) => number) => number;
  readonly extent: (own: readonly Line[], of: (line: Line) => number) => [number, number];
}

/** Rows as such programs take them; read anew each time, since the work begins with the cells. Nothing is checked. */
function linesOf({ sheets, criteria }: ContestTables): Line[] {
  return sheets.flatMap(({ headers, values }, judge) => {
    const first = headers.findIndex((header) => header.startsWith('标准'));
    return values.map((row) => ({
      entry: String(row[0]),
      judge,
      total: criteria.reduce((sum, _criterion, at) => sum + Number(row[first + at]), 0),
    }));
  });
}

async function installed<T>(name: string): Promise<T | null> {
  try {
    return (await import(name)) as T;
  } catch {
    return null;
  }
}

/** Trimmed means in order, by each peer that is installed. */
export async function peers(tables: ContestTables): Promise<Peer[]> {
  const [alasql, d3] = [
    await installed<{ readonly default: Sql }>('alasql'),
    await installed<D3 & { readonly default?: D3 }>('d3-array'),
  ];
  const total = ({ total: points }: Line): number => points;
  return [
    ...(alasql
      ? [
          {
            name: 'alasql',
            work: () =>
              alasql.default(
                'SELECT entry, (SUM([total]) - MIN([total]) - MAX([total])) / (COUNT(*) - 2) AS mean FROM ? GROUP BY entry ORDER BY mean DESC',
                [linesOf(tables)],
              ),
          },
        ]
      : []),
    ...(d3
      ? [
          {
            name: 'd3-array',
            work: () =>
              d3
                .rollups(
                  linesOf(tables),
                  (own) => {
                    const [low, high] = d3.extent(own, total);
                    return (d3.sum(own, total) - low - high) / (own.length - 2);
                  },
                  ({ entry }) => entry,
                )
                .sort(([, a], [, b]) => b - a),
          },
        ]
      : []),
  ];
}
