// What a job can be told, said once: from it follow the type of the job's input, the words of the command line, the pane's fields and
// the limits of both. Knows no job, reads no word (readOptions.ts does) and draws no field (the pane does).
import type { Text } from '../../core/ground/text';
import { LABELS, type CodeOf, type LabelSet } from '../../workbook/contract/labels';

interface OptionBase {
  /** A few words: the field's label in the pane, the beginning of the help on the command line. */
  readonly label: Text;
  /** What else is to be known: under the field, and after the label on the command line. */
  readonly hint?: Text;
  /** What only the command line says in its place: how to write what the pane's field takes by itself. */
  readonly detail?: Text;
  /** The pane asks for it before it runs the job; on the command line the job itself says what it lacks. */
  readonly required?: boolean;
  /** Not asked in the pane: for scripts, or answered in a result or a preview. */
  readonly inPane?: false;
}

/** Of what the workbook has names to offer while a field is typed in. */
export type Suggestion = 'unit' | 'requirement' | 'story' | 'zone';

interface OptionChoice {
  readonly value: string;
  readonly label: Text;
}

/**
 * unit: chosen among the workbook's by typing. item: what the unit in the option `of` may be handing in, its id. parts: those of the item in
 * the option `of`, joined by 、. date: 'YYYY-MM-DD'; moment: 'YYYY-MM-DDTHH:mm' on the campaign's wall clock. All of these are words that the
 * job reads itself, since it knows the campaign. number: a whole number, `min` and `max` included.
 * `actor`: it asks for whoever acts, so that a form may hold the name already.
 */
export type PlainOption =
  | (OptionBase & {
      readonly kind: 'text';
      readonly suggest?: Suggestion;
      readonly placeholder?: Text;
      readonly actor?: true;
    })
  | (OptionBase & { readonly kind: 'multiline' | 'date' | 'moment' })
  | (OptionBase & { readonly kind: 'unit' })
  | (OptionBase & { readonly kind: 'item'; readonly of: string })
  | (OptionBase & { readonly kind: 'parts'; readonly of: string })
  | (OptionBase & { readonly kind: 'number'; readonly min: number; readonly max: number; readonly default?: number })
  | (OptionBase & { readonly kind: 'switch' })
  | (OptionBase & {
      readonly kind: 'choice';
      readonly choices: readonly OptionChoice[];
      readonly default?: string;
      /** What the pane's form begins with; the command line has no default. */
      readonly prefill?: string;
      /** The job takes any word and says itself what is wrong with it. */
      readonly loose?: true;
    });

/** Words of a kind of its own. `read` gets what was said, never nothing, and throws BadOption; `field` is how the pane asks. */
export interface OwnOption<Value = unknown> {
  readonly kind: 'own';
  readonly read: (word: string) => Value;
  readonly field: PlainOption;
}

/** Of a kind that the pane can ask for, or of one of its own. */
export type Option = PlainOption | OwnOption;
/** By the key that `--set` takes. */
export type Options = Readonly<Record<string, Option>>;

/** Keeps the very kinds and choices of a job's options, so that its input's type follows from them. */
export function options<const Own extends Options>(own: Own): Own {
  return own;
}

/** Offered in this order. */
export type Choices<Value extends string> = readonly { readonly value: Value; readonly label: Text }[];

/** The codes of a set of labels as choices. Example: `choicesOf('review')[0].value === 'pending'`. */
export function choicesOf<S extends LabelSet>(set: S): Choices<CodeOf<S>>;
/** Only these of them, in the set's own order. Example: `choicesOf('review', ['accepted'])` has one choice. */
export function choicesOf<S extends LabelSet, Code extends CodeOf<S>>(set: S, only: readonly Code[]): Choices<Code>;
export function choicesOf(set: LabelSet, only?: readonly string[]): Choices<string> {
  const labels: Readonly<Record<string, Text>> = LABELS[set];
  return Object.entries(labels)
    .filter(([value]) => only?.includes(value) ?? true)
    .map(([value, label]) => ({ value, label }));
}

type ValueOf<One> =
  One extends OwnOption<infer Value>
    ? Value
    : One extends { readonly kind: 'switch' }
      ? boolean
      : One extends { readonly kind: 'number' }
        ? number
        : One extends { readonly kind: 'choice'; readonly loose: true }
          ? string
          : One extends { readonly kind: 'choice'; readonly choices: readonly { readonly value: infer Value }[] }
            ? Value
            : string;

type WithDefault<Own> = {
  [Name in keyof Own]: Own[Name] extends { readonly default: unknown } ? Name : never;
}[keyof Own];

/** What a job gets: options with a default always, others when they were said; a switch that is absent is off. */
export type InputOf<Own extends Options> = {
  readonly [Name in WithDefault<Own>]: ValueOf<Own[Name]>;
} & {
  readonly [Name in Exclude<keyof Own, WithDefault<Own>>]?: ValueOf<Own[Name]>;
};

/** The same as whoever calls the job from a program says it: what has a default may be left out. */
export type SaidOf<Own extends Options> = { readonly [Name in keyof Own]?: ValueOf<Own[Name]> };

/** The defaults in the place of what was not said. */
export function withDefaults<Own extends Options>(own: Own, said: SaidOf<Own>): InputOf<Own> {
  const defaults = Object.entries(own).flatMap(([name, option]) =>
    'default' in option ? [[name, option.default]] : [],
  );
  // Every option with a default has one now: what InputOf asks for.
  return { ...Object.fromEntries(defaults), ...said } as InputOf<Own>;
}

/** The field that stands for an option in the pane. */
export function fieldOf(option: Option): PlainOption {
  return option.kind === 'own' ? option.field : option;
}
