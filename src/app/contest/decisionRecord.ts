// The record of decisions as the contest's jobs use it: what is in force, whether the scores have moved since, how an act is added.
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import { frozenDecision, frozenResolution, sinceDecision } from '../../core/contest/frozenDecision';
import { resolveTie } from '../../core/contest/resolveTie';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { rulesOf } from './contestSituation';
import { rulesContent } from './judgingRules';
import type { Situation } from '../run/runJob';

/** Fingerprint of the rules and of every score that counts, whatever the order of rows, judges or sheets. */
export function contestFingerprint(standings: readonly Standing[], { campaign, language }: Situation): string {
  const byId = (a: string, b: string): number => (a < b ? -1 : 1);
  const scores = [...standings]
    .sort((a, b) => byId(a.entryId, b.entryId))
    .map(({ entryId, decision, subtotals, tieBreak }) => [
      entryId,
      decision === 'ineligible',
      Object.entries(subtotals)
        .filter(([, value]) => value !== null)
        .sort(([a], [b]) => byId(a, b)),
      tieBreak.map(({ exact }) => exact),
    ]);
  return fingerprint({ rules: rulesContent(campaign, language), scores });
}

/** The decision in force, or null. */
export function decisionInForce({ campaign }: Pick<Situation, 'campaign'>): FrozenDecision | null {
  return frozenDecision(campaign.rulings);
}

/** Says that scores or rules moved after the decision and what would differ. The decision itself stands. */
export function decisionNotices(standings: readonly Standing[], situation: Situation): Problem[] {
  const frozen = decisionInForce(situation);
  if (!frozen || frozen.act.fingerprint === contestFingerprint(standings, situation)) return [];
  const { campaign } = situation;
  const resolution = frozenResolution(frozen);
  const now = resolution ? resolveTie(standings, rulesOf(campaign), resolution, campaign.settings.reserve) : standings;
  const { comesIn, goesOut, moved } = sinceDecision(frozen, now);
  const numbers = (ids: readonly string[]): string =>
    ids.map((id) => campaign.entries.find(({ entryId }) => entryId === id)?.blindNo ?? id).join('、');
  const lines = moved.slice(0, 5).map(({ blindNo, before, after, rankBefore, rankAfter }) => ({
    zh: `${blindNo}号 ${before}→${after || '无'}${rankBefore === rankAfter ? '' : `（第${rankBefore ?? '—'}名→第${rankAfter ?? '—'}名）`}`,
    en: `no. ${blindNo} ${before}→${after || 'none'}${rankBefore === rankAfter ? '' : ` (rank ${rankBefore ?? '—'}→${rankAfter ?? '—'})`}`,
  }));
  const zh = [
    comesIn.length + goesOut.length === 0
      ? '获奖者不变'
      : `如按现在的分数重评，${[comesIn.length > 0 ? `${numbers(comesIn)}号进入` : '', goesOut.length > 0 ? `${numbers(goesOut)}号退出` : ''].filter(Boolean).join('、')}`,
    ...(lines.length > 0
      ? [`变动：${lines.map((line) => line.zh).join('、')}${moved.length > 5 ? ` 等${moved.length}篇` : ''}`]
      : []),
  ].join('；');
  const en = [
    comesIn.length + goesOut.length === 0
      ? 'the winners would be the same'
      : `decided today, ${[comesIn.length > 0 ? `no. ${numbers(comesIn)} would come in` : '', goesOut.length > 0 ? `no. ${numbers(goesOut)} would go out` : ''].filter(Boolean).join(', ')}`,
    ...(lines.length > 0
      ? [`changed: ${lines.map((line) => line.en).join(', ')}${moved.length > 5 ? `, ${moved.length} in all` : ''}`]
      : []),
  ].join('; ');
  return [
    {
      code: 'changed-after-decision',
      table: 'Decisions',
      row: frozen.act.actId,
      found: [...comesIn, ...goesOut].join('、'),
      expected: text(frozen.act.fingerprint, frozen.act.fingerprint),
      message: text(
        `评定（${frozen.act.actId}）之后分数或规则有变动，决定不变：${zh}。`,
        `Scores or rules changed after the decision ${frozen.act.actId}, which stands: ${en}.`,
      ),
    },
  ];
}
