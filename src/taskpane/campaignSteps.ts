// The catalogue's jobs as steps of the pane. Decides nothing: words, options and place are the job's own.
import type { OfferedJob } from '../app/run/defineJob';
import { fieldOf } from '../app/run/options';
import type { FieldValues, PaneStep, StepField } from './steps';

/** Makes the campaign; offered where there is none. */
export const CREATE_STEP = 'new';
/** Takes a contact list. */
export const ROSTER_STEP = 'import-roster';
/** Takes acts back. */
export const UNDO_STEP = 'undo';
/** Mends a damaged workbook. */
export const MEND_STEP = 'upgrade';

/** Jobs take their options as words. */
function asWords(values: FieldValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function fieldsOf({ options }: OfferedJob): readonly StepField[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const field = fieldOf(option);
    return field.inPane === false ? [] : [{ ...field, name }];
  });
}

function stepOf(job: OfferedJob): PaneStep {
  const { name, words, place, takesFile, run } = job;
  const common = {
    ...words,
    ...place,
    id: name,
    fields: fieldsOf(job),
    undoable: job.undoable,
  };
  return takesFile
    ? {
        ...common,
        kind: 'import',
        job: (deps, file, mode) => run(deps, { file, settings: asWords(file.options), strict: false }, mode),
      }
    : {
        ...common,
        kind: 'action',
        job: (deps, values, mode) => run(deps, { settings: asWords(values), strict: false }, mode),
      };
}

/** One step per job, in the order of the catalogue. Example: `campaignSteps(CATALOGUE)[0]?.id === 'new'`. */
export function campaignSteps(catalogue: readonly OfferedJob[]): readonly PaneStep[] {
  return catalogue.map(stepOf);
}
