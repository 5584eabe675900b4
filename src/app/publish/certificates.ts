// Certificates: one page a winner from the decision on record. Who appears under an alias is not named. Before the notice is over, or with an objection
// open, they wait for a reason: a list can be printed again, a certificate that was handed over cannot be taken back.
import { startOfDay } from '../../core/awards/workingDays';
import type { Problem } from '../../core/ground/problem';
import type { CampaignSettings } from '../../core/campaign/settings';
import { text } from '../../core/ground/text';
import { formatDay } from '../../core/time/formatDay';
import { wallTimeFromIso } from '../../core/ground/wallTime';
import { certificatesSheet } from '../../workbook/sheets/certificatesSheet';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import { fromSource } from './sourceMark';
import { ceremonyOf } from './ceremony';
import { listState } from './listState';
import { noticeGate } from './noticeGate';
import { publicProblems } from './publicPage';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import {
  campaignFields,
  fieldValues,
  filled,
  ownTitle,
  templateProblems,
  type TemplateKey,
} from '../../core/campaign/ownWords';
import type { PublicWinner } from '../../core/awards/publicWinner';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import { notDecided, publicWinners, unknownTiers } from './winners';
import type { CertificatesInput } from './certificatesJob';

/** `number` is the year and a running number, “2021-001”; `date` as it is printed. */
export interface CertificatesResults {
  readonly certificates: readonly {
    readonly number: string;
    readonly entryId: string;
    readonly unit: string;
    readonly title: string;
  }[];
  readonly date: string;
}

const TEMPLATES: readonly TemplateKey[] = ['certificateText', 'certificateHonour', 'certificateClosing'];

function certificateFields(
  settings: CampaignSettings,
  { unit, title, storyteller, category, tier }: PublicWinner,
): Record<string, string> {
  return fieldValues([
    ...campaignFields(settings),
    [text('单位', 'unit'), unit],
    [text('题目', 'title'), title],
    [text('参评人', 'entrant'), storyteller],
    [text('类别', 'category'), category],
    [text('奖项', 'tier'), tier],
  ]);
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
  const winners = publicWinners(campaign);
  const typed = (date ?? '').trim() === '' ? undefined : wallTimeFromIso(date ?? '');
  const gate = noticeGate(listState(campaign, asOf), campaign, asOf, reason);
  const since = changesSinceDecision(campaign);
  const problems = [
    ...(winners ? [...since.record, ...gate.problems, ...unknownTiers(campaign)] : [notDecided()]),
    ...(winners?.slice(0, 1) ?? []).flatMap((winner) =>
      templateProblems(settings, TEMPLATES, certificateFields(settings, winner)),
    ),
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
  const certificates = winners.map((winner, index) => {
    const values = certificateFields(settings, winner);
    return {
      number: `${settings.year}-${String(index + 1).padStart(3, '0')}`,
      entryId: winner.entryId,
      unit: winner.unit,
      title: winner.title,
      sentence: filled(settings, 'certificateText', values),
      honour: filled(settings, 'certificateHonour', values),
      closing: filled(settings, 'certificateClosing', values),
    };
  });
  const sheet = certificatesSheet(
    {
      heading: ownTitle(settings.words.certificateTitle, text('荣 誉 证 书', 'CERTIFICATE'), language),
      organiser: settings.organiser,
      date: formatDay(day ?? asOf, language),
      certificates,
    },
    language,
  );
  const exposed = publicProblems(sheet, situation);
  if (exposed.length > 0) return notMade(exposed);
  const placing = placeMadeSheet(snapshot, { key: 'certificates', sheet }, now, language);
  return {
    steps: [...fromSource('Certificates', situation, placing.steps), { kind: 'activate', sheet: sheet.name }],
    changed: { Certificates: { added: certificates.length, updated: 0 } },
    notices: [...since.besides, ...gate.notices, ...placing.notices],
    results: {
      certificates: certificates.map(({ number, entryId, unit, title }) => ({ number, entryId, unit, title })),
      date: formatDay(day ?? asOf, language),
    },
    preview: {
      added: certificates.map(({ number, entryId, unit, title }) => ({
        table: 'Certificates',
        row: entryId,
        summary: `${number}　${unit}　${title}`,
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
      `${certificates.length} 张证书已生成，每张一页（A4 横向），可直接打印。`,
      `${certificates.length} certificates are made, a page each (A4 landscape), ready to print.`,
    ),
  };
}
