// A cell of a sheet that is to leave the office, as the guard looks at it.

/** A cell of a page that leaves the office, as the guard looks at it. */
export interface PublicCell {
  readonly sheet: string;
  /** Cell address, "B7"; of what no cell has, a word for where it stands. */
  readonly address: string;
  /** As the cell shows it. */
  readonly text: string;
}
