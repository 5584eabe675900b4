// What a person chose in an import's preview: rows not to write, answers, corrected cells. Says it in the options of the import; draws nothing.
import type { PreviewRow } from '../app/run/job';
import { cellWords, mendsAsWords, rowsAsWords } from '../app/imports/wordsOfSource';
import { answersAsWords } from './doubtfulSpellings';
import { isLeftOut, rowKey } from './importRows';
import type { FieldValues } from './steps';

/** A cell of the file that a person corrected before the import. */
export interface Mend {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly value: string;
  /** What the file says. */
  readonly original: string;
}

/** All that a person said about the rows of a file; the preview is asked again with it. */
export interface RowChoices {
  /** Rows that are not to be written, by key. */
  readonly left: ReadonlyMap<string, Pick<PreviewRow, 'sheet' | 'row'>>;
  /** Doubtful spelling → unit id. */
  readonly answers: Readonly<Record<string, string>>;
  /** By the cell's name. */
  readonly mends: ReadonlyMap<string, Mend>;
}

/** Of a file that nobody has looked through yet. */
export const NO_CHOICES: RowChoices = { left: new Map(), answers: {}, mends: new Map() };

export type Choice =
  | { readonly kind: 'tick'; readonly rows: readonly Pick<PreviewRow, 'sheet' | 'row'>[]; readonly on: boolean }
  | { readonly kind: 'answer'; readonly written: string; readonly value: string }
  /** What the file says is no correction. */
  | { readonly kind: 'mend'; readonly mend: Mend }
  | { readonly kind: 'restore'; readonly row: Pick<PreviewRow, 'sheet' | 'row'> }
  | { readonly kind: 'forget' };

/** Example: a tick taken off and put on again leaves no trace. */
export function choose(choices: RowChoices, choice: Choice): RowChoices {
  switch (choice.kind) {
    case 'tick': {
      const left = new Map(choices.left);
      for (const { sheet, row } of choice.rows) {
        if (choice.on) left.delete(rowKey({ sheet, row }));
        else left.set(rowKey({ sheet, row }), { sheet, row });
      }
      return { ...choices, left };
    }
    case 'answer': {
      const { [choice.written]: _former, ...answers } = choices.answers;
      return { ...choices, answers: choice.value === '' ? answers : { ...answers, [choice.written]: choice.value } };
    }
    case 'mend': {
      const mends = new Map(choices.mends);
      if (choice.mend.value.trim() === choice.mend.original.trim()) mends.delete(cellWords(choice.mend));
      else mends.set(cellWords(choice.mend), choice.mend);
      return { ...choices, mends };
    }
    case 'restore':
      return {
        ...choices,
        mends: new Map([...choices.mends].filter(([, mend]) => rowKey(mend) !== rowKey(choice.row))),
      };
    case 'forget':
      return NO_CHOICES;
  }
}

/** A cell as it stands now: as corrected, or as the file says. `checked`: the choices that the row was read with. */
export function cellNow(
  { sheet, row, source }: Pick<PreviewRow, 'sheet' | 'row' | 'source'>,
  column: number,
  choices: RowChoices,
  checked: RowChoices,
): Mend {
  const place = { sheet, row, column };
  const original = checked.mends.get(cellWords(place))?.original ?? source[column] ?? '';
  return { ...place, original, value: choices.mends.get(cellWords(place))?.value ?? original };
}

/** The options of the import with the choices in them; what nobody chose is not named. */
export function withChoices(options: FieldValues, { left, answers, mends }: RowChoices): FieldValues {
  const { same: _same, skip: _skip, mend: _mend, ...rest } = options;
  const words = {
    same: answersAsWords('', answers),
    skip: rowsAsWords([...left.values()]),
    mend: mendsAsWords([...mends.values()]),
  };
  return { ...rest, ...Object.fromEntries(Object.entries(words).filter(([, said]) => said !== '')) };
}

/**
 * How many choices the preview does not answer yet. A row that is merely not written needs no new look; one that is wanted after all,
 * or was no row to write, may change others. `checked`: the choices that the preview was made with.
 */
export function uncheckedChoices(rows: readonly PreviewRow[], choices: RowChoices, checked: RowChoices): number {
  const answers = new Set([...Object.keys(choices.answers), ...Object.keys(checked.answers)]);
  const cells = new Set([...choices.mends.keys(), ...checked.mends.keys()]);
  const otherwise = rows.filter((row) => {
    const left = choices.left.has(rowKey(row));
    return row.state === 'skipped' ? !left : left && (isLeftOut(row) || row.state === 'unchanged');
  });
  return (
    otherwise.length +
    [...answers].filter((written) => choices.answers[written] !== checked.answers[written]).length +
    [...cells].filter((cell) => choices.mends.get(cell)?.value !== checked.mends.get(cell)?.value).length
  );
}
