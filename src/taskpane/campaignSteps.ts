// The catalogue's jobs as steps of the pane. Decides nothing: where a job stands is stepPlaces.ts, what it does is the job's own.
import type { CatalogueEntry } from '../app/run/catalogueEntry';
import { STEP_PLACES, type StepPlace } from './stepPlaces';
import type { FieldValues, PaneStep, StepField } from './steps';

export const CREATE_STEP = 'new';
/** Mends a damaged workbook. */
export const MEND_STEP = 'upgrade';

/** Jobs take their options as words. */
function asWords(values: FieldValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Options of imports that are answered in the preview, row by row. */
const ROW_OPTIONS = ['same', 'skip', 'mend'];

function fieldsOf(entry: CatalogueEntry, place: StepPlace | undefined): readonly StepField[] {
  return Object.entries(entry.settings).flatMap(([name, label]): StepField[] => {
    const given = place?.fields?.[name];
    if (given === null || (entry.takesFile && ROW_OPTIONS.includes(name))) return [];
    return [given ?? { kind: 'text', name, label }];
  });
}

/** A job that has no place yet is still offered, at the end of the results. */
function stepOf(entry: CatalogueEntry, place: StepPlace | undefined): PaneStep {
  const { name, title, summary, takesFile } = entry;
  const common = {
    group: 'publish',
    icon: 'summary',
    ...place,
    id: name,
    title,
    summary,
    fields: fieldsOf(entry, place),
  } as const;
  return takesFile
    ? {
        ...common,
        kind: 'import',
        job: (deps, file, mode) => entry.run(deps, { file, settings: asWords(file.options), strict: false }, mode),
      }
    : {
        ...common,
        kind: 'action',
        job: (deps, values, mode) => entry.run(deps, { settings: asWords(values), strict: false }, mode),
      };
}

/**
 * One step per job, in the order of STEP_PLACES. What a step offers next is cut down to the steps that there are.
 * Example: `campaignSteps(CATALOGUE)[0]?.id === 'new'`.
 */
export function campaignSteps(catalogue: readonly CatalogueEntry[]): readonly PaneStep[] {
  const order = new Map(STEP_PLACES.map((place, index) => [place.name, index]));
  const at = ({ name }: CatalogueEntry): number => order.get(name) ?? STEP_PLACES.length;
  return [...catalogue].sort((a, b) => at(a) - at(b)).map((entry) => stepOf(entry, STEP_PLACES[at(entry)]));
}
