// The rules of judging as one line that can be kept on record and compared later. Settles nothing.
import { inOrderOfActs, settledRules } from '../../core/contest/ruling';
import { hasTiers, tiersOf } from '../../core/contest/tiers';
import type { Problem } from '../../core/ground/problem';
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import type { Campaign } from '../../workbook/campaign';
import { fingerprintOfText } from '../../workbook/contract/fingerprint';
import { labelOf } from '../../workbook/contract/labels';
import { SETTING_ROWS } from '../../workbook/tables/settings/settingRows';
import { rulesOf } from './contestSituation';

const GLUE = '；';

/**
 * Every setting and criterion that can change a place, as “name=value” joined by ；, in the workbook's language.
 * Example: “计分方法=去掉一个最高分和一个最低分；去极值起点=6；…；真实性=权重25 0–25 间隔0.5”.
 */
export function rulesContent(campaign: Campaign, language: Language): string {
  const rules = rulesOf(campaign);
  const nameOf = (key: string): string => SETTING_ROWS.find((row) => row.key === key)?.name[language] ?? key;
  const pieces: readonly (readonly [string, string | number])[] = [
    [nameOf('aggregate'), labelOf('aggregate', rules.aggregate, language)],
    [nameOf('trimFrom'), rules.trimFrom],
    [nameOf('decimals'), rules.decimals],
    [nameOf('shownDecides'), labelOf('yesNo', rules.shownDecides ? 'yes' : 'no', language)],
    [nameOf('rankingMethod'), labelOf('ranking', rules.method, language)],
    [nameOf('tieBreak'), rules.tieBreak.join('、') || '—'],
    [nameOf('minimumScores'), rules.minimumScores],
    [nameOf('awardQuota'), rules.awardQuota],
    [nameOf('prize'), rules.prize],
    ...(hasTiers(rules) ? tiersOf(rules).map(({ name, seats, prize }) => [name, `${seats}×${prize}`] as const) : []),
    [nameOf('reserve'), campaign.settings.reserve],
    ...campaign.criteria.map(
      ({ criterionId, name, weight, minimum, maximum, step }) =>
        [
          `${criterionId} ${name}`,
          text(
            `权重${weight} ${minimum}–${maximum} 间隔${step}`,
            `weight ${weight} ${minimum}–${maximum} step ${step}`,
          )[language],
        ] as const,
    ),
  ];
  return pieces.map(([name, value]) => `${name}=${value}`).join(GLUE);
}

/** A short text that differs when criteria, weights or the way of counting differ. `language`: that of the workbook. */
export function rulesFingerprint(campaign: Campaign, language: Language): string {
  return fingerprintOfText(rulesContent(campaign, language));
}

/** “一等奖＞二等奖→二等奖＞一等奖” where the tiers of both stand in another order. */
function tiersTurned(then: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const isTier = (value: string | undefined): boolean => /^\d+×\d+$/.test(value ?? '');
  const order = (own: ReadonlyMap<string, string>): string =>
    [...own.keys()].filter((name) => isTier(then.get(name)) && isTier(now.get(name))).join('＞');
  return order(then) === order(now) ? [] : [`${order(then)}→${order(now)}`];
}

/** “小数位数 2→1” for each piece that is another now; a piece that came or went is shown against —; tiers that changed their order. */
export function rulesDifference(before: string, after: string): string[] {
  const read = (content: string): Map<string, string> =>
    new Map(
      content
        .split(GLUE)
        .filter(Boolean)
        .map((piece) => {
          const at = piece.indexOf('=');
          return [piece.slice(0, at), piece.slice(at + 1)];
        }),
    );
  const [then, now] = [read(before), read(after)];
  const other = [...new Set([...then.keys(), ...now.keys()])]
    .filter((name) => then.get(name) !== now.get(name))
    .map((name) => `${name} ${then.get(name) ?? '—'}→${now.get(name) ?? '—'}`);
  return [...other, ...tiersTurned(then, now)];
}

/** When the rules were fixed and each later change with its reason, to be printed with the result, without the register's own numbers; nothing when nothing is on record. */
export function rulesOnRecord(campaign: Campaign): Text[] {
  const [first, ...changes] = inOrderOfActs(campaign.rulings).filter(({ act }) => act === 'rules');
  if (!first) return [];
  const day = (at: number, to: Language): string => formatMoment(at, to, 'minute');
  return [
    text(`规则于${day(first.at, 'zh')}确定。`, `The rules were fixed on ${day(first.at, 'en')}.`),
    ...changes.map(({ at, by, reason }) =>
      text(
        `${day(at, 'zh')}改动${by ? `（${by}）` : ''}：${reason}。`,
        `Changed on ${day(at, 'en')}${by ? ` (${by})` : ''}: ${reason}.`,
      ),
    ),
  ];
}

/** A notice when the rules are not those on record any more. Nothing on record yet: nothing to compare. */
export function rulesNotices(campaign: Campaign, language: Language): Problem[] {
  const settled = settledRules(campaign.rulings);
  if (!settled) return [];
  const changes = rulesDifference(settled.content, rulesContent(campaign, language));
  if (changes.length === 0) return [];
  const at = (to: Language): string => formatMoment(settled.at, to, 'full');
  return [
    {
      code: 'rules-changed',
      table: 'Decisions',
      row: settled.actId,
      found: changes.join(GLUE),
      expected: text(settled.fingerprint, settled.fingerprint),
      message: text(
        `评审规则与${at('zh')}确定的不同：${changes.join(GLUE)}。如确需改动，请用“确定评审规则”写明理由；否则请在设置中改回。`,
        `The rules of judging are not those fixed on ${at('en')}: ${changes.join('; ')}. Run “Fix the rules” with a reason if the change is meant; else change them back.`,
      ),
    },
  ];
}
