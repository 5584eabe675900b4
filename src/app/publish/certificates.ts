// Certificates: one page a winner from the decision on record. Who appears under an alias is not named. Before the notice is over, or with an objection
// open, they wait for a reason: a list can be printed again, a certificate that was handed over cannot be taken back.
import { startOfDay } from '../../core/awards/workingDays';
import type { Problem } from '../../core/ground/problem';
import type { CampaignSettings } from '../../core/campaign/settings';
import { text } from '../../core/ground/text';
import { formatDay } from '../../core/time/formatDay';
import { inOneLine, nestedMarks } from '../../core/awards/titleWords';
import { wallTimeFromIso } from '../../core/ground/wallTime';
import { certificatesSheet } from '../../workbook/sheets/certificatesSheet';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import { fromSource } from './sourceMark';
import { ceremonyOf } from './ceremony';
import { listState } from './listState';
import { noticeGate } from './noticeGate';
import { carriedProblems, plannedDoubts, publicProblems } from './publicPage';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { serialOf, type CertificateTemplate, type CertificateWords } from '../../core/campaign/certificateTemplate';
import { fillTemplate } from '../../core/campaign/fillTemplate';
import { campaignFields, fieldValues } from '../../core/campaign/ownWords';
import type { PublicWinner } from '../../core/awards/publicWinner';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import { notDecided, publicWinners, unknownTiers } from './winners';
import type { CertificatesInput } from './certificatesJob';
import { unsigned } from './unsigned';

/** `number` is of the template's series, “2021-001”; `date` as it is printed. */
export interface CertificatesResults {
  readonly certificates: readonly {
    readonly number: string;
    readonly entryId: string;
    readonly unit: string;
    readonly title: string;
  }[];
  readonly date: string;
}

function certificateFields(
  settings: CampaignSettings,
  { unit, title, storyteller, category, tier }: PublicWinner,
  number: string,
  date: string,
): Record<string, string> {
  return fieldValues([
    ...campaignFields(settings),
    [text('单位', 'unit'), unit],
    [text('题目', 'title'), inOneLine(title)],
    [text('作品', 'work'), inOneLine(title)],
    [text('参评人', 'entrant'), storyteller],
    [text('姓名', 'name'), storyteller],
    [text('类别', 'category'), category],
    [text('奖项', 'tier'), tier],
    [text('编号', 'number'), number],
    [text('日期', 'date'), date],
  ]);
}

/** Example: the first of a series “{年份}-{序号}” is “2021-001”. */
function numberOf(settings: CampaignSettings, { series, first }: CertificateTemplate, index: number): string {
  const values = fieldValues([...campaignFields(settings), [text('序号', 'serial'), serialOf(first + index)]]);
  return fillTemplate(series, values).words;
}

/** Series that give each certificate the same number. */
function sameNumbers({ certificate }: CampaignSettings, numbers: readonly string[]): Problem[] {
  if (certificate.series.trim() === '' || new Set(numbers).size === numbers.length) return [];
  return [
    {
      code: 'bad-setting',
      table: 'CertificateTemplate',
      row: 'series',
      column: 'words',
      found: certificate.series,
      expected: text('含 {序号}', 'with {serial} in it'),
      message: text(
        `“证书模板”的“编号规则”里没有 {序号}：每张证书会是同一个编号。请补上；不要编号的，把这一格清空。`,
        `The number series of the certificate template has no {serial}: every certificate would have the same number. Put it in; for no numbers, empty the cell.`,
      ),
    },
  ];
}

/** Of a contest with several tiers a certificate that does not say which one was won: the template has no {tier}. */
function tiersUnsaid(winners: readonly PublicWinner[], pages: readonly object[]): Problem[] {
  const tiers = new Set(winners.map(({ tier }) => tier));
  const isSaid = ({ tier }: PublicWinner, at: number): boolean =>
    Object.values(pages[at] ?? {}).some((words) => typeof words === 'string' && words.includes(tier));
  const [first] = tiers.size < 2 ? [] : winners.filter((winner, at) => winner.tier !== '' && !isSaid(winner, at));
  if (!first) return [];
  return [
    {
      code: 'tier-unsaid',
      table: 'CertificateTemplate',
      row: 'honour',
      column: 'words',
      found: '',
      expected: text('含 {奖项}', 'with {tier} in it'),
      message: text(
        `证书上没有写奖项（如“${first.tier}”）：请在“证书模板”里写上 {奖项}，再重新生成。`,
        `The certificates do not say which tier was won (such as “${first.tier}”): put {tier} into the certificate template and make them again.`,
      ),
    },
  ];
}

function notMade(problems: readonly Problem[]): Decision<never> {
  const first = problems[0]?.message ?? text('', '');
  const message = text(`没有生成证书。${first.zh}`, `No certificates were made. ${first.en}`);
  return { ...stop(problems), message };
}

/** One page for each winner on record. Stops before the public notice has run out, unless a reason is given. */
export function decideCertificates(
  situation: Situation,
  { date, reason }: CertificatesInput,
): Decision<CertificatesResults> {
  const { campaign, snapshot, asOf, now, language } = situation;
  const { settings } = campaign;
  const { certificate: template } = settings;
  const winners = publicWinners(campaign);
  const typed = (date ?? '').trim() === '' ? undefined : wallTimeFromIso(date ?? '');
  const gate = noticeGate(listState(campaign, asOf), campaign, asOf, reason);
  const since = changesSinceDecision(campaign);
  const numbers = (winners ?? []).map((_winner, index) => numberOf(settings, template, index));
  const problems = [
    ...(winners ? [...since.record, ...gate.problems, ...unknownTiers(campaign)] : [notDecided()]),
    ...sameNumbers(settings, numbers),
    ...(typed === null
      ? [
          {
            code: 'bad-date' as const,
            column: 'date',
            found: date ?? '',
            expected: text('日期，如 2021-06-26', 'a day such as 2021-06-26'),
            message: text(`日期“${date}”看不懂：请写成 2021-06-26。`, `“${date}” is no day: write it as 2021-06-26.`),
          },
        ]
      : []),
  ];
  if (!winners || problems.length > 0) return notMade(problems);
  const day = typed ?? ceremonyOf(settings)?.from ?? startOfDay(asOf);
  const printedDay = formatDay(day ?? asOf, language);
  const certificates = winners.map((winner, index) => {
    const number = numbers[index] ?? '';
    const values = certificateFields(settings, winner, number, printedDay);
    const say = (part: CertificateWords): string => nestedMarks(fillTemplate(template[part], values).words);
    return {
      entryId: winner.entryId,
      unit: winner.unit,
      title: winner.title,
      numbered: number,
      heading: say('heading'),
      to: say('to'),
      sentence: say('body'),
      honour: say('honour'),
      closing: say('closing'),
      signer: say('signer'),
      date: say('date'),
      number: number === '' ? '' : say('number'),
    };
  });
  const sheet = certificatesSheet({ portrait: template.portrait, certificates }, language);
  const placing = placeMadeSheet(snapshot, { key: 'certificates', sheet }, now, language);
  const exposed = [...publicProblems(sheet, situation), ...carriedProblems(sheet.name, placing.carried, situation)];
  if (exposed.length > 0) return notMade(exposed);
  return {
    steps: [...fromSource('Certificates', situation, placing.steps), { kind: 'activate', sheet: sheet.name }],
    changed: { Certificates: { added: certificates.length, updated: 0 } },
    notices: [
      ...plannedDoubts(sheet, situation),
      ...tiersUnsaid(winners, certificates),
      ...unsigned(situation),
      ...since.besides,
      ...gate.notices,
      ...placing.notices,
    ],
    results: {
      certificates: certificates.map(({ numbered: number, entryId, unit, title }) => ({
        number,
        entryId,
        unit,
        title,
      })),
      date: printedDay,
    },
    preview: {
      added: certificates.map(({ numbered, entryId, unit, title }) => ({
        table: 'Certificates',
        row: entryId,
        summary: [numbered, unit, title].filter((part) => part !== '').join('　'),
      })),
      changed: [],
      unchanged: 0,
    },
    ...(gate.record && {
      log: text(
        `${certificates.length} 张证书已生成，${gate.record.zh}。`,
        `${certificates.length} certificates made, ${gate.record.en}.`,
      ),
    }),
    message: text(
      `${certificates.length} 张证书已生成，每张一页（A4 ${template.portrait ? '纵向' : '横向'}），可直接打印。`,
      `${certificates.length} ${certificates.length === 1 ? 'certificate is' : 'certificates are'} made, a page each (A4 ${template.portrait ? 'portrait' : 'landscape'}), ready to print.`,
    ),
  };
}
