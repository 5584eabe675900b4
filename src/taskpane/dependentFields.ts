// Fields that follow from others: the item from the unit, the parts from the item. Changes drafts; draws nothing.
import type { IntakeItem, IntakeUnit } from '../app/collect/intake';
import type { Draft } from './fieldValues';
import type { StepField } from './steps';

/** The unit that a draft names, exactly; undefined while somebody is still typing. */
export function unitIn(draft: Draft, field: string, intake: readonly IntakeUnit[]): IntakeUnit | undefined {
  const typed = String(draft[field] ?? '').trim();
  return intake.find(({ name, spellings }) => name === typed || spellings.includes(typed));
}

/** The item that is chosen for the unit of the draft. */
export function itemIn(
  fields: readonly StepField[],
  draft: Draft,
  itemField: string,
  intake: readonly IntakeUnit[],
): IntakeItem | undefined {
  const field = fields.find(({ name }) => name === itemField);
  const unit = field?.kind === 'item' ? unitIn(draft, field.of, intake) : undefined;
  return unit?.items.find(({ requirementId }) => requirementId === draft[itemField]);
}

/** An item of one part is handed in with it: its box is ticked. Boxes that somebody ticked stay. */
export function withOnlyPart(fields: readonly StepField[], draft: Draft, intake: readonly IntakeUnit[]): Draft {
  const ticked = fields.flatMap((field) => {
    if (field.kind !== 'parts' || draft[field.name] !== '') return [];
    const [part, ...others] = itemIn(fields, draft, field.of, intake)?.parts ?? [];
    return part === undefined || others.length > 0 ? [] : [[field.name, part] as const];
  });
  return ticked.length === 0 ? draft : { ...draft, ...Object.fromEntries(ticked) };
}

/** The fields of parts in which no box is ticked though the item has some: whoever registers something has seen what came. */
export function unticked(fields: readonly StepField[], draft: Draft, intake: readonly IntakeUnit[]): readonly string[] {
  return fields.flatMap((field) =>
    field.kind === 'parts' &&
    draft[field.name] === '' &&
    (itemIn(fields, draft, field.of, intake)?.parts ?? []).length > 0
      ? [field.name]
      : [],
  );
}

/**
 * The draft after a change. A unit brings its likeliest item with it, another item takes the ticks off: they were ticks of other parts.
 * Example: typing 西渡镇 sets the item that 西渡镇 owes next.
 */
export function draftAfter(
  fields: readonly StepField[],
  draft: Draft,
  name: string,
  value: string | boolean,
  intake: readonly IntakeUnit[],
): Draft {
  const changed: Draft = { ...draft, [name]: value };
  const next: Record<string, string | boolean> = {};
  for (const field of fields) {
    if (field.kind === 'item' && field.of === name) {
      const unit = unitIn(changed, name, intake);
      const same = unit !== undefined && unit === unitIn(draft, name, intake);
      if (!same) next[field.name] = unit?.items.find(({ open }) => open)?.requirementId ?? '';
    }
  }
  for (const field of fields) {
    if (field.kind === 'parts' && (field.of === name || next[field.of] !== undefined)) next[field.name] = '';
  }
  return Object.keys(next).length === 0 ? changed : withOnlyPart(fields, { ...changed, ...next }, intake);
}
