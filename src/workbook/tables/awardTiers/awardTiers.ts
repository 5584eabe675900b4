// 奖项设置: what so many of the best get, best first. Quota and prize in Settings are formulas of it.
import { text } from '../../../core/ground/text';
import type { Language } from '../../../core/ground/text';
import { foldCell, foldFormula } from '../../contract/cellFold';
import { withIssues } from '../../contract/issueColumn';
import { isTotalFormula } from '../../contract/totalRows';
import { noWholeIn } from '../../contract/wrongCells';
import { defineTable } from '../../contract/spec';
import type { FormulaWords, KeyOf } from '../../contract/spec';

declare module '../../contract/keys' {
  interface ColumnKeys {
    AwardTiers: KeyOf<typeof AWARD_TIERS>;
  }
}

/** What people may write in place of a prize. */
const CERTIFICATE_ONLY = text('仅证书', 'Certificate only');

const TIERS = defineTable({
  name: 'AwardTiers',
  sheet: text('奖项设置', 'Award tiers'),
  title: text('奖项、名额与奖金', 'Award tiers, seats and prizes'),
  guide: text(
    '一行一个奖项，从高到低；奖金留空为仅发证书。评分开始前定好，评定后不要改名。并列跨过任何一条线都要由评委会决定。',
    'A row a tier, best first; no prize means a certificate only. Settle it before scoring and do not rename a tier once decided. A tie across any line is for the committee.',
  ),
  key: ['tier'],
  tabColor: '#7C3AED',
  landscape: false,
  frozen: 0,
  columns: [
    {
      key: 'order',
      header: text('次序', 'Order'),
      type: 'integer',
      width: 8,
      input: true,
      center: true,
      prompt: text('1 为最高；留空按行的次序', '1 is the best; empty = the order of the rows'),
    },
    { key: 'tier', header: text('奖项', 'Tier'), type: 'text', width: 30, input: true },
    {
      key: 'seats',
      header: text('名额', 'Seats'),
      type: 'integer',
      width: 9,
      input: true,
      center: true,
      limits: [1, 999],
    },
    {
      key: 'prize',
      header: text('奖金', 'Prize'),
      type: 'any',
      width: 14,
      input: true,
      center: true,
      prompt: text('每名，元；留空或“仅证书”为只发证书', 'Each, yuan; empty or “Certificate only” = no money'),
    },
    {
      key: 'cost',
      header: text('小计', 'Cost'),
      type: 'integer',
      width: 12,
      center: true,
      typeInstead: text('请改同一行的“名额”或“奖金”。', 'Change the seats or the prize in this row.'),
      formula: (f): string => `=IFERROR(N(${f.cell('seats')})*N(${f.cell('prize')}),0)`,
    },
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 30, input: true },
  ],
});

/** What stands for no money, besides an empty cell. */
export const NO_MONEY = [CERTIFICATE_ONLY.zh, CERTIFICATE_ONLY.en, '证书', '无', '-', '—'] as const;

/**
 * One tier a row, best first. Marked: a name that is there twice or is a sum, seats that are no whole number from 1 on, a prize that is no number; doubtful:
 * two tiers of one order, or one without beside those that have one, so that sorting would change who wins what.
 */
export const AWARD_TIERS = withIssues(TIERS, [
  {
    columns: ['order'],
    when: (f): string => {
      const [order, all] = [f.cell('order'), f.column('AwardTiers', 'order')];
      return `IF(${order}="",AND(${f.cell('tier')}<>"",COUNT(${all})>0),COUNTIF(${all},${order})>1)`;
    },
    doubtful: true,
  },
  {
    columns: ['tier'],
    when: (f): string =>
      `IF(${f.cell('tier')}="",${f.cell('seats')}&${f.cell('prize')}<>"",OR(COUNTIF(${f.column('AwardTiers', 'tier')},${f.cell('tier')})>1,${isTotalFormula(f.cell('tier'))}))`,
  },
  {
    columns: ['seats'],
    when: (f): string => `IF(${f.cell('seats')}="",${f.cell('tier')}<>"",${noWholeIn(f.cell('seats'), 1)})`,
  },
  {
    columns: ['prize'],
    when: (f): string => {
      const words = NO_MONEY.map((word) => `"${foldCell(word)}"`).join(',');
      const prize = f.cell('prize');
      return `IF(${noWholeIn(prize, 0)},ISERROR(MATCH(${foldFormula(prize)},{${words}},0)),FALSE)`;
    },
  },
]);

/** Past an error so many tiers are looked through one by one; no contest has more. */
const MOST_TIERS = 12;

/** SUM or MAX of a column of the tiers; an error in one of its cells takes away none but its own. */
function pastErrors(f: FormulaWords<never>, together: 'SUM' | 'MAX', key: 'seats' | 'prize'): string {
  const cells = f.column('AwardTiers', key);
  const each = Array.from({ length: MOST_TIERS }, (_, at) => `IFERROR(N(INDEX(${cells},${at + 1})),0)`);
  return `IFERROR(${together}(0,${cells}),${together}(${each.join(',')}))`;
}

/** Settings that follow from the tiers, as formulas. */
export function tierSettings(f: FormulaWords): Readonly<Record<'awardQuota' | 'prize', string>> {
  return {
    awardQuota: `=${pastErrors(f, 'SUM', 'seats')}`,
    prize: `=${pastErrors(f, 'MAX', 'prize')}`,
  };
}

/** One tier as a row. */
export function tierRecord(order: number, tier: string, seats: number, prize: number, language: Language) {
  return { order, tier, seats, prize: prize > 0 ? prize : CERTIFICATE_ONLY[language] };
}
