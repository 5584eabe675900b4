// How the workbook stands at this moment, worded for the pane's home view. Reads only; writes nothing, not even the log.
import { text, type Language, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { zoneName } from '../../core/time/zoneName';
import { countByStatus } from '../../core/tracker/countByStatus';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { Status, TrackerRow } from '../../core/tracker/trackerRow';
import type { WallTime } from '../../core/ground/wallTime';
import { readCampaign, type Campaign } from '../../workbook/campaign';
import { newerVersion, SCHEMA_VERSION, schemaVersionOf } from '../../workbook/tables/settings/schemaVersion';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { LOG } from '../../workbook/tables/records/records';
import { settleSetAside } from '../../workbook/upgrade/upgradeSetAside';
import { CAMPAIGN_TABLES, FIXED_TABLES } from '../../workbook/tables/registry';
import { intakeOf, type IntakeUnit } from '../collect/intake';
import type { Deps } from '../run/job';
import { readClock, zoneNotice } from '../run/wallClock';
import { changedTables } from './changedTables';
import type { CloserLook } from './closerLook';
import type { WorkItem } from './workItem';
import { workList } from './workList';
import { progressText } from '../run/progressText';

/** What home was worked out from, kept so that the next due time needs no reading. */
export interface Behind {
  readonly snapshot: WorkbookSnapshot;
  readonly campaign: Campaign;
  /** The tracker at the as-of moment. */
  readonly rows: readonly TrackerRow[];
  readonly asOf: WallTime;
  /** When a status changes by itself next; null when none does any more. */
  readonly nextChange: WallTime | null;
  readonly now: WallTime;
}

/** What home shows: of no campaign, of one that is not whole, of one as it stands. */
export type CampaignState =
  | { readonly kind: 'notCampaign' }
  /** It has a campaign's tables, but not all, or not whole. `others`: how many more things are wrong. `mendable`: “Upgrade and repair” can mend it. */
  | { readonly kind: 'damaged'; readonly why: Text; readonly others: number; readonly mendable: boolean }
  | {
      readonly kind: 'campaign';
      readonly title: Text;
      /** “截至 6月10日 18:05（北京时间）” */
      readonly asOf: Text;
      /** Tracker rows by status. */
      readonly counts: Readonly<Record<Status, number>>;
      /** What needs a person now, most urgent first. */
      readonly work: readonly WorkItem[];
      /** Besides: things worth a look that no single act answers. */
      readonly hints: readonly Text[];
      /** What it was worded from: cards of single rows are made from it, and a small reading brings it up to date. */
      readonly behind: Behind;
      /** What somebody who records arrivals chooses from. */
      readonly intake: readonly IntakeUnit[];
      /** What a person may mean when a step asks for one: unit names, item titles, blind numbers of the stories. */
      readonly names: {
        readonly unit: readonly string[];
        readonly requirement: readonly string[];
        readonly story: readonly string[];
      };
    };

const both = (word: (language: Language) => string): Text => text(word('zh'), word('en'));
const named = (title: string): Text => text(title, title);

const TABLES = { tables: CAMPAIGN_TABLES, heads: [LOG.name] };

/** Reads what changed since the last state; everything, when that is not known or not enough. */
async function readAgain(
  deps: Deps,
  { snapshot: last }: Behind,
  changed: ReadonlySet<string>,
): Promise<WorkbookSnapshot> {
  const tables = changedTables(changed, last);
  if (tables === null) return deps.workbook.read(TABLES);
  if (tables.length === 0) return last;
  const fresh = await deps.workbook.read({ tables });
  // A table that went or came is the whole workbook's matter.
  if (tables.some((name) => !fresh.tables[name]) || fresh.sheets.length !== last.sheets.length)
    return deps.workbook.read(TABLES);
  return { ...fresh, tables: { ...last.tables, ...fresh.tables } };
}

/** The next moment at which time alone changes a status. */
function nextChange(rows: readonly TrackerRow[], asOf: WallTime): WallTime | null {
  const next = rows.reduce(
    (soonest, { due }) => (due !== null && due >= asOf ? Math.min(soonest, due) : soonest),
    Infinity,
  );
  return Number.isFinite(next) ? next + 1 : null;
}

/**
 * Two awaited syncs. The as-of moment is the setting's if there is one, else the clock of the campaign’s zone.
 * With `since`, only tables on the sheets that changed are read again (none: time alone has passed). `early` is told what the tracker says
 * before the closer look, which has to be loaded first.
 * Example: `(await readCampaignState(deps)).kind === 'notCampaign'` for an empty workbook.
 */
export async function readCampaignState(
  deps: Deps,
  since?: { readonly behind: Behind; readonly changed: ReadonlySet<string> },
  early?: (state: CampaignState) => void,
): Promise<CampaignState> {
  const read = since
    ? await readAgain(deps, since.behind, since.changed)
    : await deps.workbook.read(TABLES, (progress) => deps.onProgress?.(progressText(progress)));
  const { snapshot } = settleSetAside(read);
  if (!FIXED_TABLES.some(({ name }) => snapshot.tables[name])) return { kind: 'notCampaign' };
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') {
    const [first] = reading.problems;
    const newer = schemaVersionOf(snapshot) > SCHEMA_VERSION;
    return {
      kind: 'damaged',
      why: first?.message ?? text('', ''),
      others: reading.problems.length - 1,
      mendable: !newer,
    };
  }
  const { campaign, cellProblems } = reading;
  const { settings } = campaign;
  const { now, computerAhead, problem: noZone } = readClock(deps, settings.zone);
  if (noZone) return { kind: 'damaged', why: noZone.message, others: 0, mendable: false };
  const asOf = settings.asOf ?? now;
  const rows = trackUnits(campaign, asOf);
  const aheadOfZone = computerAhead !== 0 && settings.asOf === null;
  const zone = zoneName(settings.zone);
  const stands = {
    kind: 'campaign' as const,
    title: named(settings.campaign),
    asOf: both((language) =>
      language === 'zh'
        ? `截至 ${formatMoment(asOf, language)}（${zone.zh}）`
        : `As of ${formatMoment(asOf, language)} (${zone.en})`,
    ),
    counts: countByStatus(rows),
    names: {
      unit: campaign.units.filter(({ name, active }) => name !== '' && active).map(({ name }) => name),
      requirement: campaign.requirements.map(({ title }) => title),
      story: campaign.entries.map(({ blindNo }) => blindNo),
    },
    intake: intakeOf(campaign, rows, asOf),
    behind: {
      snapshot,
      campaign,
      rows,
      asOf,
      now,
      nextChange: settings.asOf === null ? nextChange(rows, asOf) : null,
    },
  };
  const stateWith = (closer: CloserLook | null): CampaignState => ({
    ...stands,
    work: workList({ campaign, rows, cellProblems, asOf }, closer),
    hints: [
      ...(settings.schemaVersion > SCHEMA_VERSION ? [newerVersion(settings.schemaVersion).message] : []),
      ...(closer?.hints ?? []),
      ...(aheadOfZone ? [zoneNotice({ now, computerAhead }, settings.zone).message] : []),
    ],
  });
  early?.(stateWith(null));
  const { closerLook } = await import(/* webpackChunkName: "closerLook" */ './closerLook');
  return stateWith(closerLook({ read, snapshot, campaign, rows, asOf }));
}
