// What a person typed into a step's fields → the values its job gets, or what is wrong with them. Draws nothing.
import { zoneTyped } from '../app/run/wallClock';
import type { Language } from '../core/ground/text';
import { say } from './language';
import type { FieldValue, FieldValues, StepField } from './steps';

/** What the fields hold while they are edited: numbers are still text. */
export type Draft = Readonly<Record<string, string | boolean>>;

function firstValue(field: StepField): string | boolean {
  if (field.kind === 'switch') return false;
  if (field.kind === 'choice') return field.default ?? field.prefill ?? '';
  return field.kind === 'number' ? String(field.default ?? '') : '';
}

/** What an untouched form holds: defaults and prefills, else '' (switches: false). */
export function firstDraft(fields: readonly StepField[]): Draft {
  return Object.fromEntries(fields.map((field) => [field.name, firstValue(field)]));
}

/** The name of whoever acts, in the fields that ask for it. Example: of 审核收件, `{ reviewer: '王小明' }`. */
export function actorIn(fields: readonly StepField[], by: string | undefined): FieldValues {
  if (by === undefined || by === '') return {};
  return Object.fromEntries(
    fields.flatMap((field) => (field.kind === 'text' && field.actor === true ? [[field.name, by] as const] : [])),
  );
}

/** The same with values that another step gave; what no field asks for is left to whoever runs the step. */
export function startDraft(fields: readonly StepField[], start: FieldValues = {}): Draft {
  const given = fields.flatMap(({ name, kind }) => {
    const value = start[name];
    return value === undefined ? [] : [[name, kind === 'switch' ? value === true : String(value)] as const];
  });
  return { ...firstDraft(fields), ...Object.fromEntries(given) };
}

/** `messages` by option: what is wrong with its field. */
export type ReadFields =
  | { readonly kind: 'values'; readonly values: FieldValues }
  | { readonly kind: 'wrong'; readonly messages: Readonly<Record<string, string>> };

function readField(
  field: StepField,
  raw: string | boolean | undefined,
  language: Language,
): { value?: FieldValue; message?: string } {
  if (field.kind === 'switch') return { value: raw === true };
  const typed = String(raw ?? '').trim();
  if (typed === '') return field.required === true ? { message: say(language, 'field.required') } : {};
  if (field.kind === 'text' && field.suggest === 'zone') {
    const zone = zoneTyped(typed);
    return zone === null ? { message: say(language, 'field.zone') } : { value: zone };
  }
  if (field.kind !== 'number') return { value: typed };
  const number = Number(typed.normalize('NFKC'));
  if (!Number.isFinite(number)) return { message: say(language, 'field.number') };
  const { min, max } = field;
  if (!Number.isInteger(number) || number < min || number > max)
    return { message: say(language, 'field.range', { min, max }) };
  return { value: number };
}

/** All fields are read before anything is said, so every wrong one is named at once. Empty optional fields give no value. */
export function readFields(fields: readonly StepField[], draft: Draft, language: Language): ReadFields {
  const values: Record<string, FieldValue> = {};
  const messages: Record<string, string> = {};
  for (const field of fields) {
    const { value, message } = readField(field, draft[field.name], language);
    if (message !== undefined) messages[field.name] = message;
    else if (value !== undefined) values[field.name] = value;
  }
  return Object.keys(messages).length > 0 ? { kind: 'wrong', messages } : { kind: 'values', values };
}
