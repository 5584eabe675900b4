// The first words of the leaders' sheet: how it stands in one word, in figures, and since the last issue. Computes no figure.
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import { verdictOf, type Verdict } from '../../core/briefing/dueFigures';
import type { IssueInSequence } from '../../core/briefing/issues';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';

const VERDICTS: Readonly<Record<Verdict, Text>> = {
  none: text('尚无到期事项', 'Nothing is due yet'),
  good: text('总体正常', 'On course'),
  fair: text('基本正常', 'Nearly on course'),
  behind: text('总体滞后', 'Behind'),
  far: text('严重滞后', 'Far behind'),
};

function change(now: number, then: number): Text {
  if (now === then) return text('持平', 'as many as');
  const by = Math.abs(now - then);
  return now < then ? text(`少${by}家`, `${by} fewer than`) : text(`多${by}家`, `${by} more than`);
}

/** “，比上期（6月10日）少4家”; '' for the first issue. */
function sinceLast({ last }: IssueInSequence, overdueUnits: number, language: Language): string {
  if (!last) return '';
  const day = formatMoment(last.day, language, 'short').replace(/,? 00:00$/, '');
  const { zh, en } = change(overdueUnits, last.overdueUnits);
  return language === 'zh' ? `，比上期（${day}）${zh}` : `, ${en} in the last issue (${day})`;
}

function nothingDue({ total }: BriefingFigures, language: Language): string[] {
  const early = total.done + total.underReview;
  const { zh, en } = VERDICTS.none;
  if (total.must === 0) return [text('还没有单位应报的事项', 'No unit owes anything yet')[language]];
  if (early === 0)
    return [
      text(`${zh}：应报${total.must}项，还没有收到`, `${en}: ${total.must} items are owed, none has arrived`)[language],
    ];
  return [
    text(`${zh}：应报${total.must}项，已先收到${early}项`, `${en}: ${early} of ${total.must} items have arrived early`)[
      language
    ],
  ];
}

/** One line on what has arrived, one on who is overdue; without full stop. */
export function verdictLines(figures: BriefingFigures, issue: IssueInSequence, language: Language): string[] {
  const { soFar, overdueUnits } = figures;
  if (soFar.due === 0) return nothingDue(figures, language);
  const verdict = VERDICTS[verdictOf(soFar)];
  const since = sinceLast(issue, overdueUnits.length, language);
  const rate = (soFar.receivedRate ?? '—').replace(/^(0|100)\.0$/, '$1');
  const units = overdueUnits.length;
  if (language === 'zh')
    return [
      `${verdict.zh}：到期${soFar.due}项收到${soFar.received}项（收到率${rate}%）`,
      `${units === 0 ? '没有单位逾期' : `${units}家逾期`}${since}`,
    ];
  return [
    `${verdict.en}: ${soFar.received} of ${soFar.due} due items have arrived (${rate}%)`,
    `${units === 0 ? 'no unit overdue' : `${units} ${units === 1 ? 'unit' : 'units'} overdue`}${since}`,
  ];
}

/** Example: “总体滞后：到期135项收到126项（收到率93.3%），9家逾期，比上期（6月10日）少4家。” */
export function verdictLine(figures: BriefingFigures, issue: IssueInSequence, language: Language): string {
  const lines = verdictLines(figures, issue, language);
  return language === 'zh' ? `${lines.join('，')}。` : `${lines.join(', ')}.`;
}
