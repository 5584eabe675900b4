// How the workbook stands at this moment, worded for the pane's home view. Reads only; writes nothing, not even the log.
import type { NextStep } from '../../core/briefing/briefingFigures';
import { briefingFigures } from '../../core/briefing/briefingFigures';
import { checkRoster } from '../../core/roster/checkRoster';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { zoneName } from '../../core/time/zoneName';
import { countByStatus } from '../../core/tracker/countByStatus';
import { summarizeOverdue } from '../../core/tracker/overdue';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { Status } from '../../core/tracker/trackerRow';
import { DAY, HOUR, MINUTE, type WallTime } from '../../core/ground/wallTime';
import { readCampaign, type Campaign } from '../../workbook/campaign';
import { dueWords } from '../../workbook/sheets/briefingWords';
import { newerVersion, SCHEMA_VERSION, schemaVersionOf } from '../../workbook/contract/schemaVersion';
import { LOG } from '../../workbook/tables/records/records';
import { CAMPAIGN_TABLES, FIXED_TABLES } from '../../workbook/tables/registry';
import { intakeOf, type IntakeUnit } from '../collect/intake';
import type { Deps } from '../run/job';
import { upgradeProposal } from './upgradeProposal';
import { readClock, zoneNotice } from '../run/wallClock';
import { clockLine, listHints, listState } from '../publish/listState';
import { progressText } from '../run/progressText';

/** What the campaign needs most, first match first: repair, missing units, then reminders. */
export type Need = 'upgrade' | 'roster' | 'remind';

export type CampaignState =
  | { readonly kind: 'notCampaign' }
  /** It has a campaign's tables, but not all, or not whole. `others`: how many more things are wrong. Null `need`: nothing here can mend it. */
  | { readonly kind: 'damaged'; readonly why: Text; readonly others: number; readonly need: Need | null }
  | {
      readonly kind: 'campaign';
      readonly title: Text;
      /** “截至 6月10日 18:05（北京时间）” */
      readonly asOf: Text;
      /** Tracker rows by status. */
      readonly counts: Readonly<Record<Status, number>>;
      /** “逾期 6 家 8 项，最长 3 天 2 小时”; null when nobody is overdue. */
      readonly overdue: Text | null;
      /** The next due times, soonest first, at most three. */
      readonly nextDue: readonly { readonly title: Text; readonly due: Text; readonly left: Text }[];
      /** “公示期 6月21日至6月25日，还有 3 个工作日（含今天）”; absent while no notice is on record. */
      readonly notice?: Text;
      /** Things worth a look. */
      readonly hints: readonly Text[];
      readonly need: Need | null;
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

/** The largest unit only, rounded down: “还有 20 天”. Range: seconds ≥ 0. */
function timeLeft(seconds: number): Text {
  const size: readonly (readonly [number, string, string])[] = [
    [DAY, '天', 'd'],
    [HOUR, '小时', 'h'],
    [MINUTE, '分钟', 'min'],
  ];
  const [length, zh, en] = size.find(([unit]) => seconds >= unit) ?? [MINUTE, '分钟', 'min'];
  const count = Math.floor(seconds / length);
  return text(`还有 ${count} ${zh}`, `in ${count} ${en}`);
}

function dueLine({ title, time, kind, open }: NextStep, asOf: WallTime): { title: Text; due: Text; left: Text } {
  const left = timeLeft(time - asOf);
  return {
    title: kind === 'phase' ? text(`“${title}”阶段开始`, `Phase “${title}” begins`) : named(title),
    due: both((language) => dueWords(time, language)),
    left: kind === 'due' ? text(`${left.zh}，${open} 家未报齐`, `${left.en}, ${open} open`) : left,
  };
}

function hintsOf(
  campaign: Campaign,
  unreadable: number,
  frozen: boolean,
): { readonly hints: Text[]; readonly rosterShort: boolean } {
  const roster = checkRoster(campaign.units, campaign.settings.expected).filter(
    ({ code }) => code === 'count-short' || code === 'count-over',
  );
  const hints = roster.map(({ message }) => message);
  if (unreadable > 0)
    hints.push(
      text(
        `有 ${unreadable} 个单元格看不懂，请运行“检查工作簿”`,
        `${unreadable} cells cannot be read: run “Check workbook”`,
      ),
    );
  if (frozen)
    hints.push(
      text(
        '“设置”里固定了截至时间，各表状态按那一刻显示；清空“截至时间”即回到现在',
        '“Settings” fixes the as-of time: statuses are shown for that moment; clear it to go back to now',
      ),
    );
  return { hints, rosterShort: roster.some(({ code }) => code === 'count-short') };
}

/**
 * Two awaited syncs. The as-of moment is the setting's if there is one, else the clock of the campaign’s zone.
 * Example: `(await readCampaignState(deps)).kind === 'notCampaign'` for an empty workbook.
 */
export async function readCampaignState(deps: Deps): Promise<CampaignState> {
  const snapshot = await deps.workbook.read({ tables: CAMPAIGN_TABLES, heads: [LOG.name] }, (progress) =>
    deps.onProgress?.(progressText(progress)),
  );
  if (!FIXED_TABLES.some(({ name }) => snapshot.tables[name])) return { kind: 'notCampaign' };
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') {
    const [first] = reading.problems;
    const newer = schemaVersionOf(snapshot) > SCHEMA_VERSION;
    return {
      kind: 'damaged',
      why: first?.message ?? text('', ''),
      others: reading.problems.length - 1,
      need: newer ? null : 'upgrade',
    };
  }
  const { campaign, cellProblems } = reading;
  const { settings } = campaign;
  const { now, computerAhead, problem: noZone } = readClock(deps, settings.zone);
  if (noZone) return { kind: 'damaged', why: noZone.message, others: 0, need: null };
  const asOf = settings.asOf ?? now;
  const rows = trackUnits(campaign, asOf);
  const counts = countByStatus(rows);
  const figures = briefingFigures({ ...campaign, trackerRows: rows, phases: settings.phases, asOf });
  const { hints, rosterShort } = hintsOf(campaign, cellProblems.length, settings.asOf !== null);
  const { problems: broken, notices: older } = upgradeProposal(snapshot);
  hints.unshift(
    ...(settings.schemaVersion > SCHEMA_VERSION ? [newerVersion(settings.schemaVersion)] : [...broken, ...older]).map(
      ({ message }) => message,
    ),
  );
  if (computerAhead !== 0 && settings.asOf === null)
    hints.push(zoneNotice({ now, computerAhead }, settings.zone).message);
  const zone = zoneName(settings.zone);
  const list = listState(campaign, asOf);
  return {
    kind: 'campaign',
    title: named(settings.campaign),
    asOf: both((language) =>
      language === 'zh'
        ? `截至 ${formatMoment(asOf, language)}（${zone.zh}）`
        : `As of ${formatMoment(asOf, language)} (${zone.en})`,
    ),
    counts,
    overdue: counts.overdue > 0 ? both((language) => summarizeOverdue(rows, language)) : null,
    nextDue: figures.next.map((step) => dueLine(step, asOf)),
    ...(list.clock && { notice: clockLine(list.clock) }),
    hints: [...hints, ...listHints(list, campaign)],
    names: {
      unit: campaign.units.filter(({ name, active }) => name !== '' && active).map(({ name }) => name),
      requirement: campaign.requirements.map(({ title }) => title),
      story: campaign.entries.map(({ blindNo }) => blindNo),
    },
    intake: intakeOf(campaign, rows, asOf),
    need: broken.length > 0 ? 'upgrade' : rosterShort ? 'roster' : counts.overdue > 0 ? 'remind' : null,
  };
}
