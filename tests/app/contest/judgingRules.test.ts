// The rules of judging held against those on record.
import { rulesDifference } from '../../../src/app/contest/judgingRules';

const RULES =
  '获奖名额=3；一等奖=1×2000；二等奖=2×500；候补名额=3；C1 真实性=权重60 0–25 间隔0.5；C2 感染力=权重40 0–25 间隔0.5';

it('tiers in another order are other rules: who comes first gets another award', () => {
  const turned = RULES.replace('一等奖=1×2000；二等奖=2×500', '二等奖=2×500；一等奖=1×2000');
  expect(rulesDifference(RULES, turned)).toEqual(['一等奖＞二等奖→二等奖＞一等奖']);
  expect(rulesDifference(RULES, RULES)).toEqual([]);
  expect(rulesDifference(RULES, RULES.replace('一等奖=1×2000；', ''))).toEqual(['一等奖 1×2000→—']);
});

it('criteria in another order are the same rules', () => {
  const [c1 = '', c2 = ''] = RULES.split('；').slice(-2);
  expect(rulesDifference(RULES, RULES.replace(`${c1}；${c2}`, `${c2}；${c1}`))).toEqual([]);
});
