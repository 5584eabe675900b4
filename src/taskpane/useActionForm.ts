// The form of a step: what is filled in, who acts, what is kept while the form is closed, what is wrong with it.
import { useContext, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { JobReport } from '../app/run/job';
import { text } from '../core/ground/text';
import { draftAfter, unticked, withOnlyPart } from './dependentFields';
import { actorIn, readFields, startDraft, type Draft } from './fieldValues';
import { focusWrong } from './focusWrong';
import { halfTyped } from './halfTyped';
import { DraftsContext, keepForm } from './keptDrafts';
import { useWords } from './language';
import type { PaneHost } from './paneHost';
import { presentationOf } from './present/presenters';
import type { ActionStep, FieldValues, StepField } from './steps';
import { IntakeContext } from './suggestions';

const HALF_TYPED = text('没有填完整：请补全，或清空', 'Not complete: fill it in, or clear it');

/** A form that is open. */
export interface ActionForm {
  readonly fields: readonly StepField[];
  readonly draft: Draft;
  /** What is wrong, by field. */
  readonly messages: Readonly<Record<string, string>>;
  /** Around the fields: the cursor is put into the first. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly type: (name: string, value: Draft[string]) => void;
  /** What is filled in, or null. */
  readonly values: () => FieldValues | null;
  /** The same; what is wrong is shown. */
  readonly checked: () => FieldValues | null;
}

/** The form of `step` with what `start` gives; `written`: the report of the run that wrote what was filled in. */
export function useActionForm(
  step: ActionStep,
  host: PaneHost,
  { start, runStart, written }: { start?: FieldValues; runStart: boolean; written: JobReport | null },
): ActionForm {
  const { language, t } = useWords();
  const fields = useMemo(() => step.fields ?? [], [step]);
  const by = host.deps(language, undefined).by;
  const actor = useMemo(() => actorIn(fields, by), [fields, by]);
  const intake = useContext(IntakeContext);
  const untouched = useMemo(
    () => withOnlyPart(fields, startDraft(fields, { ...actor, ...start }), intake),
    [fields, actor, start, intake],
  );
  const kept = useContext(DraftsContext);
  const asked = !runStart && Object.keys(start ?? {}).length === 0;
  const [draft, setDraft] = useState<Draft>(() => ({ ...untouched, ...(asked && kept.forms.get(step.id)) }));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const box = useRef<HTMLDivElement>(null);
  const focusFirst = (): void => box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();

  // One after the other: the next one starts empty, with the cursor in the first field.
  useEffect(() => {
    if (step.repeat === undefined || written === null) return;
    setDraft(withOnlyPart(fields, startDraft(fields, { ...actor, ...presentationOf(step, written).onward }), intake));
    focusFirst();
  }, [written]);
  // Who acts may be said while the form is open: fields that nobody filled in get the name.
  useEffect(() => {
    setDraft((old) => ({
      ...old,
      ...(Object.fromEntries(Object.entries(actor).filter(([name]) => old[name] === '')) as Draft),
    }));
  }, [actor]);
  // Esc and “back” leave a form; what was typed is there again when it is opened again, until it is written.
  useEffect(() => keepForm(kept, step.id, draft, untouched), [kept, step.id, draft, untouched]);
  useEffect(() => {
    if (written !== null) kept.forms.delete(step.id);
  }, [kept, step.id, written]);
  // Whoever opens a form wants to fill it in; its group says to a screen reader whose it is.
  useEffect(() => {
    const soon = requestAnimationFrame(focusFirst);
    return () => cancelAnimationFrame(soon);
  }, []);

  const read = () => readFields(fields, draft, language);
  return {
    fields,
    draft,
    messages,
    box,
    type: (name, value) => setDraft((old) => draftAfter(fields, old, name, value, intake)),
    values: () => {
      const filled = read();
      return filled.kind === 'values' ? filled.values : null;
    },
    checked: () => {
      const filled = read();
      const open = Object.fromEntries(unticked(fields, draft, intake).map((name) => [name, t('field.parts')]));
      const half = Object.fromEntries(halfTyped(box).map((name) => [name, HALF_TYPED[language]]));
      const wrong = { ...(filled.kind === 'wrong' && filled.messages), ...open, ...half };
      setMessages(wrong);
      if (Object.keys(wrong).length > 0) focusWrong(box);
      return filled.kind === 'values' && Object.keys(wrong).length === 0 ? filled.values : null;
    },
  };
}
