// Make the campaign workbook from a preset, in a workbook that has none.
import type { Problem } from '../../core/ground/problem';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import { text, type Language, type Text } from '../../core/ground/text';
import { wallTimeFromSerial } from '../../core/ground/wallTime';
import { formatMoment } from '../../core/time/formatMoment';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import type { Preset } from '../../workbook/presets/preset';
import { newCampaignPlan } from '../../workbook/presets/newCampaign';
import { ownPreset } from '../../workbook/presets/ownPreset';
import { DEFAULT_PRESET, PRESETS, presetById } from '../../workbook/presets/presets';
import type { PlanStep } from '../../workbook/contract/plan';
import { DECIDE_AGAIN, LEFT_OUT } from '../../workbook/contract/port';
import { everyTable, tablesByName, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { CAMPAIGN_TABLES, FIXED_TABLES, NEW_TABLES } from '../../workbook/tables/registry';
import type { Job, Preview } from '../run/job';
import { readClock } from '../run/wallClock';
import type { NewInput } from './newCampaignJob';

export interface NewResults {
  readonly tables: readonly string[];
}

/** Without what an earlier run left unfinished when it was cut: it is made again from the beginning. */
function withoutUnfinished(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const whole = everyTable(snapshot.tables).filter(({ sheet }) => !sheet.startsWith('~'));
  return { ...snapshot, tables: tablesByName(whole) };
}

function obstacles(snapshot: WorkbookSnapshot, sheetNames: readonly string[]): Problem[] {
  const tables = FIXED_TABLES.filter((spec) => snapshot.tables[spec.name]).map((spec) => spec.name);
  const problems: Problem[] = [];
  if (tables.length > 0) {
    problems.push({
      code: 'already-a-campaign',
      expected: text('没有活动表的工作簿', 'a workbook without campaign tables'),
      found: tables.join('、'),
      message: text(
        `这个工作簿已经有活动表（${tables.join('、')}）。如要新建，请先打开一个空白工作簿。`,
        `This workbook already has campaign tables (${tables.join(', ')}). Open an empty workbook to start a new campaign.`,
      ),
    });
  }
  for (const sheet of snapshot.sheets.filter(
    (candidate) => tables.length === 0 && sheetNames.includes(candidate.name),
  )) {
    problems.push({
      code: 'sheet-name-taken',
      sheet: sheet.name,
      expected: text('没有同名的工作表', 'no sheet of that name'),
      found: sheet.name,
      message: text(
        `已有名为“${sheet.name}”的工作表，为免覆盖，没有建立。请先给它改名。`,
        `A sheet named “${sheet.name}” exists already; nothing was made, so that nothing is overwritten. Rename it first.`,
      ),
    });
  }
  return problems;
}

/** Empty sheets that Excel gives every new workbook are removed once the campaign's own sheets stand. */
function emptySheets(snapshot: WorkbookSnapshot): PlanStep[] {
  return snapshot.sheets
    .filter(
      (sheet) =>
        /^(Sheet|工作表|表)\s?\d+$/.test(sheet.name) &&
        sheet.values !== undefined &&
        sheet.values.every((row) => row.every((cell) => cell === '')),
    )
    .map((sheet) => ({ kind: 'deleteSheet', sheet: sheet.name }));
}

/** How often a campaign is begun when somebody else does something at the same moment. */
const TRIES = 3;

/** Makes every table and 首页 from a preset; stops where the workbook has them already, and finishes what was cut half-way. */
export const newCampaign: Job<NewInput, NewResults> = (deps, input, mode) => make(deps, input, mode, TRIES);

/** Said to the second of two people who make a campaign at once, while the first one's sheets are still being made. */
function otherMakes(met: Problem, { sheets }: WorkbookSnapshot): Problem[] {
  const begun = sheets.find(({ name }) => name.startsWith('~'));
  if (!begun) return [];
  return [
    {
      ...met,
      sheet: begun.name,
      found: begun.name,
      message: text(
        '别人正在这个工作簿里新建活动，这次没有写入任何内容：请过一会儿看看，没有建好再运行一次。',
        'Somebody else is making a campaign in this workbook at this moment; nothing of yours was written: look in a moment, and run it again if there is none.',
      ),
    },
  ];
}

const make = async (
  ...[deps, input, mode, tries, met]: [...Parameters<Job<NewInput, NewResults>>, tries: number, met?: Problem]
): ReturnType<Job<NewInput, NewResults>> => {
  const { preset: named, ...own } = input;
  const found = presetById((named ?? '').trim() || DEFAULT_PRESET.id);
  const preset = found && ownPreset(found, own);
  const { now, problem: noZone } = readClock(deps, String(preset?.settings(deps.language)['zone'] ?? DEFAULT_ZONE));
  const report = {
    job: 'new',
    asOf: now,
    notices: [] as Problem[],
    results: { tables: NEW_TABLES.map((spec) => spec.name) },
  };
  if (!preset) {
    const known = PRESETS.map((candidate) => candidate.id).join('、');
    const problem: Problem = {
      code: 'unknown-preset',
      expected: text(known, known),
      found: String(input.preset),
      message: text(
        `没有名为“${input.preset}”的预设。可用：${known}。`,
        `There is no preset “${input.preset}”. Known: ${known}.`,
      ),
    };
    return { ...report, changed: {}, problems: [problem], stopped: true, message: problem.message };
  }
  if (noZone) return { ...report, changed: {}, problems: [noZone], stopped: true, message: noZone.message };
  const plan = newCampaignPlan(preset, deps.language);
  const sheets = plan.steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet] : []));
  const snapshot = await deps.workbook.read({ tables: CAMPAIGN_TABLES, sheets: ['*'] });
  // A run that was cut while it gave the sheets their names: what it made is finished, not made again.
  const cut = everyTable(snapshot.tables).some(({ sheet }) => sheet.startsWith('~'));
  if (cut && Object.keys(withoutUnfinished(snapshot).tables).length > 0) {
    const { upgrade } = await import('./upgrade');
    const finished = await upgrade(deps, {}, mode);
    return { ...finished, job: 'new', results: report.results };
  }
  const problems = [
    ...obstacles(
      withoutUnfinished(snapshot),
      sheets.map((sheet) => sheet.name),
    ),
    ...(met ? otherMakes(met, snapshot) : []),
  ];
  if (problems.length > 0)
    return { ...report, changed: {}, problems, stopped: true, message: problems[0]?.message ?? text('', '') };
  if (mode === 'write') {
    const said = await deps.workbook.write({ steps: [...plan.steps, ...emptySheets(snapshot)] }, snapshot);
    const again = said.find(({ code }) => code === DECIDE_AGAIN);
    if (tries > 1 && again) return make(deps, input, mode, tries - 1, again);
    report.notices.push(...said.filter(({ code }) => LEFT_OUT.has(code)));
    const failures = said.filter(({ code }) => !LEFT_OUT.has(code));
    if (failures.length > 0)
      return {
        ...report,
        changed: {},
        problems: failures,
        stopped: true,
        message: failures[0]?.message ?? text('', ''),
      };
  }
  const changed = Object.fromEntries(
    sheets.flatMap((sheet) => {
      const added = sheet.table ? bodyRows(sheet.table.name, sheet.table.area.rows - 1, plan.steps) : 0;
      return sheet.table && added > 0 ? [[sheet.table.name, { added, updated: 0 }]] : [];
    }),
  );
  const worldTime = ofWorldTime(preset, deps.language);
  return {
    ...report,
    changed,
    problems: [],
    stopped: false,
    ...(mode === 'preview' && { preview: { added: outline(preset, deps.language), changed: [], unchanged: 0 } }),
    message: text(
      '活动工作簿已建立。第二步：补填名册中空着的单位，或导入联络员名单；第三步：把事项、活动、阶段、标准、奖项改成自己的。' +
        worldTime.zh,
      'The campaign workbook is ready. Second: fill in the units without a name, or import the contact list. Third: make items, activities, phases, criteria and tiers your own.' +
        worldTime.en,
    ),
  };
};

/** Nobody's office keeps world time: whoever was given it for want of a zone is told. '' where the zone is a place's. */
function ofWorldTime(preset: Preset, language: Language): Text {
  return preset.settings(language)['zone'] === 'Etc/UTC'
    ? text(
        '时区没有给出，现按世界时（Etc/UTC）：请在“设置”的“时区”里改成本单位的，如 Asia/Shanghai。',
        ' No time zone was given, so times are UTC: write yours into “Time zone” of the settings, such as Europe/London.',
      )
    : text('', '');
}

/** What a person looks over before it is made: items with their due times, criteria, tiers. */
function outline(preset: Preset, language: Language): Preview['added'] {
  const due = (value: unknown): string =>
    isMomentSerial(value)
      ? formatMoment(wallTimeFromSerial(value), language, 'full')
      : text('截止时间未定', 'no due time')[language];
  const rows = (
    table: string,
    records: readonly RowRecord[],
    key: string,
    say: (record: RowRecord) => string,
  ): Preview['added'] => records.map((record) => ({ table, row: String(record[key] ?? ''), summary: say(record) }));
  return [
    ...rows(
      'Requirements',
      preset.requirements(language),
      'requirementId',
      ({ title, due: at }) => `${title} · ${due(at)}`,
    ),
    ...rows('Criteria', preset.criteria(language), 'criterionId', ({ name, weight }) => `${name} · ${weight}`),
    ...rows(
      'AwardTiers',
      preset.awardTiers(language),
      'order',
      ({ tier, seats, prize }) => `${tier} · ${seats} × ${prize}`,
    ),
  ];
}

/** A table without data has one empty row, which is no added row: its first cell is ''. */
function bodyRows(table: string, rows: number, steps: readonly PlanStep[]): number {
  const step = steps.find((candidate) => candidate.kind === 'addSheet' && candidate.sheet.table?.name === table);
  const block = step?.kind === 'addSheet' ? step.sheet.blocks[step.sheet.blocks.length - 1] : undefined;
  const first = block?.cells[1];
  return first && first.every((cell) => cell === '' || (typeof cell === 'object' && cell !== null)) ? 0 : rows;
}
