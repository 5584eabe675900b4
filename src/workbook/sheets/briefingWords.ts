// The sentences of the leaders' sheet, from its figures. Computes nothing and knows no layout.
import type { BriefingFigures, ContestFigures, NextStep } from '../../core/briefing/briefingFigures';
import { text, type Language } from '../../core/ground/text';
import { dueWords } from '../../core/time/dueWords';
import { formatMoment } from '../../core/time/formatMoment';
import type { WallTime } from '../../core/ground/wallTime';
import { winnersWords, type WinnersShown } from './briefingWinners';

/** “2021年6月11日”, “11 Jun 2021”. */
export function dateOf(time: WallTime, language: Language): string {
  const full = formatMoment(time, language, 'full');
  return language === 'zh' ? full.slice(0, full.indexOf('日') + 1) : full.slice(0, full.indexOf(','));
}

/** What has arrived and waits for the office counts as the office's own; '' when nothing waits. */
export function officeWords({ soFar }: BriefingFigures, language: Language): string {
  const { waiting } = soFar;
  if (waiting === 0) return '';
  return text(
    `收到的当中有${waiting}项等待办公室审核，由办公室负责，不算单位逾期。`,
    `Of what has arrived, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for the office’s own review: no unit owes ${waiting === 1 ? 'it' : 'them'}.`,
  )[language];
}

/** Who leads what is overdue: “牵头单位：T2（甲办、乙局）；T4（丙部）。”; '' when nobody is named. */
export function leadWords({ activities, requirements }: BriefingFigures, language: Language): string {
  const zh = language === 'zh';
  const late = new Set(requirements.filter(({ soFar }) => soFar.overdue > 0).map(({ requirementId }) => requirementId));
  const led = activities.flatMap(({ leads, requirementIds }) => {
    const ids = requirementIds.filter((id) => late.has(id));
    if (ids.length === 0 || leads.length === 0) return [];
    return [zh ? `${ids.join('、')}（${leads.join('、')}）` : `${ids.join(', ')} (${leads.join(', ')})`];
  });
  if (led.length === 0) return '';
  return zh ? `牵头单位：${led.join('；')}。` : `Led by: ${led.join('; ')}.`;
}

function decisionWords(
  { decision, winners }: ContestFigures,
  unitName: (unitId: string) => string,
  shown: WinnersShown,
  language: Language,
): string {
  const zh = language === 'zh';
  if (winners.length > 0) return winnersWords(winners, unitName, shown, language);
  if (decision.kind === 'tie') {
    const { contested, seatsLeft } = decision;
    return zh
      ? `有${contested.length}篇并列争${seatsLeft}个名额，须先按规则决定，获奖名单待定。`
      : `${contested.length} tied entries contend for ${seatsLeft} ${seatsLeft === 1 ? 'award' : 'awards'}; the list waits for a decision by the rules.`;
  }
  if (decision.kind === 'tooFewScored')
    return zh
      ? `还有${decision.waiting.length}篇评分不足，名次待定。`
      : `${decision.waiting.length === 1 ? '1 entry still lacks' : `${decision.waiting.length} entries still lack`} scores; places are undecided.`;
  if (decision.kind === 'decided')
    return zh ? '名次已算出，尚未评定。' : 'Places are computed; nothing is decided yet.';
  return zh ? '名次待定。' : 'Places are undecided.';
}

/** How far the judging is, and what came of it, in as much detail as asked. */
export function contestWords(
  { contest }: BriefingFigures,
  unitName: (unitId: string) => string,
  shown: WinnersShown,
  language: Language,
): string {
  const zh = language === 'zh';
  if (!contest) return zh ? '尚未登记参评作品。' : 'No entries are registered yet.';
  const { entries, ranked, judges, judgesDone, winners } = contest;
  if (judges === 0)
    return zh
      ? `已登记参评作品${entries}篇，尚未开始评分。`
      : `${entries === 1 ? '1 entry is' : `${entries} entries are`} registered; judging has not begun.`;
  // Once it is decided, nobody waits for a judge who left stories out.
  const done =
    winners.length > 0
      ? text(`由${judges}名评委评分`, `scored by ${judges === 1 ? '1 judge' : `${judges} judges`}`)
      : judgesDone === judges
        ? text(`${judges}名评委已全部评完`, `all ${judges} judges have finished`)
        : judgesDone === 0
          ? text(`${judges}名评委都还没有评完`, 'no judge has finished')
          : text(`${judges}名评委中${judgesDone}名已评完`, `${judgesDone} of ${judges} judges have finished`);
  const places =
    ranked === entries || ranked === 0 || winners.length > 0
      ? text('', '')
      : text(`，${ranked}篇已有名次`, `; ${ranked} entries are ranked`);
  const state = zh ? `参评作品${entries}篇，${done.zh}${places.zh}。` : `${entries} entries; ${done.en}${places.en}.`;
  return `${state}${zh ? '' : ' '}${decisionWords(contest, unitName, shown, language)}`;
}

/** Sentences without full stop as one. Example: `listWords(['已评定，尚未公示'], 'zh')` is [“已评定，尚未公示。”]. */
export function listWords(lines: readonly string[], language: Language): string[] {
  if (lines.length === 0) return [];
  return [language === 'zh' ? `${lines.join('；')}。` : `${lines.join('; ')}.`];
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function nextStepWords({ kind, time, title, open, leads = [] }: NextStep, language: Language): string {
  const zh = language === 'zh';
  const led =
    leads.length === 0 ? text('', '') : text(`（牵头：${leads.join('、')}）`, ` (led by ${leads.join(', ')})`);
  if (kind === 'due')
    return zh
      ? `${dueWords(time, 'zh')}“${title}”截止，${open === 0 ? '已报齐' : `还有${open}家未报齐`}${led.zh}`
      : capital(
          `${dueWords(time, 'en')}: “${title}” is due, ${open === 0 ? 'all complete' : `${open} ${open === 1 ? 'unit' : 'units'} open`}${led.en}`,
        );
  const day = formatMoment(time, language, 'short').replace(/,? 00:00$/, '');
  return zh ? `${day}进入“${title}”阶段` : `${day}: phase “${title}” begins`;
}

/** The next due times and phases, soonest first, each a sentence without its full stop. The ceremony is said elsewhere. */
export function nextWords({ next }: BriefingFigures, ceremony: string, language: Language): string[] {
  return next
    .filter(({ kind, title }) => kind === 'due' || title !== ceremony)
    .map((step) => nextStepWords(step, language));
}
