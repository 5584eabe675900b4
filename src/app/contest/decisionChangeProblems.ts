// Words for what differs from the decision: who won is what was decided, not what somebody typed since. Decides nothing itself.
import { decisionChanges, keptNow, type DecisionChange } from '../../core/contest/decisionChanges';
import { frozenDecision } from '../../core/contest/frozenDecision';
import type { KeptPlace } from '../../core/contest/keptPlace';
import type { RulingOutcome } from '../../core/contest/ruling';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { LABELS } from '../../workbook/contract/labels';
import { columnOf } from '../../workbook/contract/spec';
import { sinceOf } from '../../workbook/tables/decisions/keptNames';
import { DECISIONS } from '../../workbook/tables/decisions/decisions';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { rulesOf } from './contestSituation';

/** What is another than it was decided, by what follows from it. */
export interface ChangesSinceDecision {
  /** Rows of 评选决定 that are not as decided: nothing may be printed from them. */
  readonly record: readonly Problem[];
  /** Entries and prizes that have changed since: what was decided is printed. */
  readonly besides: readonly Problem[];
}

type Column = DecisionChange['column'];

const HEADERS: Readonly<Partial<Record<Column, Text>>> = {
  outcome: columnOf(DECISIONS, 'outcome').header,
  tier: columnOf(DECISIONS, 'tier').header,
  rank: columnOf(DECISIONS, 'rank').header,
  shown: columnOf(DECISIONS, 'shown').header,
  blindNo: columnOf(DECISIONS, 'blindNo').header,
  title: columnOf(DECISIONS, 'title').header,
  unit: columnOf(DECISIONS, 'unit').header,
  storyteller: columnOf(ENTRIES, 'storyteller').header,
  category: columnOf(ENTRIES, 'category').header,
  eligible: columnOf(ENTRIES, 'eligible').header,
};

/** A value as people know it. */
function shownValue({ column }: DecisionChange, value: string, campaign: Campaign): Text {
  if (value === '') return text('空', 'nothing');
  if (column === 'outcome') return LABELS.outcome[value as RulingOutcome] ?? text(value, value);
  if (column === 'eligible') return value === 'true' ? LABELS.yesNo.yes : LABELS.yesNo.no;
  const unit = column === 'unit' ? campaign.units.find(({ unitId }) => unitId === value)?.name : undefined;
  return text(unit ?? value, unit ?? value);
}

function rowWords({ actId, blindNo, title, decided, now }: DecisionChange): Text {
  if (decided === '0')
    return text(
      `“评选决定”${actId} 的 ${blindNo}号《${title}》不是评定时记下的，是后来加的：请删去这一行，或重新评定。`,
      `Decisions, ${actId}: no. ${blindNo} “${title}” was not put there by the decision: delete the row, or decide again.`,
    );
  return now === '0'
    ? text(
        `“评选决定”${actId} 少了 ${blindNo}号《${title}》的一行：请撤销删除，或重新评定。`,
        `Decisions, ${actId}: the row of no. ${blindNo} “${title}” is gone: put it back, or decide again.`,
      )
    : text(
        `“评选决定”${actId} 的 ${blindNo}号《${title}》有 ${now} 行，只应有 1 行：请删去多余的。`,
        `Decisions, ${actId}: no. ${blindNo} “${title}” stands there ${now} times: delete the rows that are too many.`,
      );
}

function recordProblem(change: DecisionChange, campaign: Campaign): Problem {
  const { actId, entryId, blindNo, title, column } = change;
  const [decided, now] = [change.decided, change.now].map((value) => shownValue(change, value, campaign));
  const header = HEADERS[column];
  return {
    code: 'decision-record-changed',
    table: 'Decisions',
    row: `${actId} ${entryId}`,
    ...(column !== 'row' && { column }),
    found: change.now,
    expected: column === 'row' ? text('评定时的各行', 'the rows of the decision') : (decided ?? text('', '')),
    message:
      column === 'row'
        ? rowWords(change)
        : text(
            `“评选决定”${actId} 的 ${blindNo}号《${title}》“${header?.zh}”评定时是“${decided?.zh}”，现在是“${now?.zh}”：请改回；确要改变，请用“退出递补”或“重新评定”。`,
            `Decisions, ${actId}, no. ${blindNo} “${title}”: “${header?.en}” was decided as “${decided?.en}” and is “${now?.en}” now: put it back; to change it, use “Withdraw” or decide again.`,
          ),
  };
}

function besidesProblem(change: DecisionChange, campaign: Campaign): Problem {
  const { entryId, blindNo, title, column } = change;
  const [decided, now] = [change.decided, change.now].map((value) => shownValue(change, value, campaign));
  const at = {
    code: 'changed-since-decision' as const,
    row: entryId,
    found: change.now,
    expected: decided ?? text('', ''),
  };
  if (change.in === 'prize')
    return {
      ...at,
      table: 'AwardTiers',
      message: text(
        `${blindNo}号《${title}》评定时的奖金是 ${decided?.zh} 元，现在的奖项设置是 ${now?.zh} 元：名单按评定时的印；确要改变，请重新评定。`,
        `No. ${blindNo} “${title}” was awarded ${decided?.en} yuan, the tier says ${now?.en} now: lists print what was decided; to change it, decide again.`,
      ),
    };
  if (change.in === 'tier')
    return {
      ...at,
      table: 'AwardTiers',
      message: text(
        `${blindNo}号《${title}》评定时的奖项“${decided?.zh}”，奖项设置里现在没有：名单按评定时的印；确要改变，请重新评定。`,
        `No. ${blindNo} “${title}” was awarded “${decided?.en}”, which is no tier now: lists print what was decided; to change it, decide again.`,
      ),
    };
  if (column === 'row')
    return {
      ...at,
      table: 'Entries',
      message: text(
        `评定过的 ${blindNo}号《${title}》在作品登记表里找不到了：名单按评定时的印；请恢复这一行，或用“退出递补”。`,
        `No. ${blindNo} “${title}”, which was decided, is no longer among the entries: lists print what was decided; put the row back, or use “Withdraw”.`,
      ),
    };
  const header = HEADERS[column];
  return {
    ...at,
    table: 'Entries',
    column,
    message: text(
      `${blindNo}号《${title}》的“${header?.zh}”评定时是“${decided?.zh}”，现在是“${now?.zh}”：名单按评定时的印；如系更正，请重新评定并写明理由。`,
      `No. ${blindNo} “${title}”: “${header?.en}” was “${decided?.en}” when it was decided and is “${now?.en}” now: lists print what was decided; if it is a correction, decide again and say why.`,
    ),
  };
}

/** Both kinds, by the record of what was decided, wherever rows stand. Nothing for decisions of before it was kept. */
export function changesSinceDecision(campaign: Campaign): ChangesSinceDecision {
  const { rulings, kept, entries } = campaign;
  const changes = decisionChanges(frozenDecision(rulings), rulings, kept, entries, rulesOf(campaign));
  return {
    record: changes.filter((change) => change.in === 'record').map((change) => recordProblem(change, campaign)),
    besides: changes.filter((change) => change.in !== 'record').map((change) => besidesProblem(change, campaign)),
  };
}

/** What was kept of the awards in force, by entry. */
export function keptAwards(campaign: Campaign): ReadonlyMap<string, KeptPlace> {
  const frozen = frozenDecision(campaign.rulings);
  return new Map(frozen ? keptNow(frozen, campaign.kept).map((place) => [place.entryId, place]) : []);
}

/** What cannot be known of a decision whose second record was made later, from what stood then. */
export function keptLateProblem(actId: string, since: string): Problem {
  return {
    code: 'decision-kept-late',
    table: 'Decisions',
    row: actId,
    found: since,
    expected: text('评定时的留底', 'a record of what was decided'),
    message: text(
      `评定 ${actId} 的留底自升级之日（${since}）起：此前的改动看不出来。请核对一遍纸质决定。`,
      `The second record of decision ${actId} was made at the upgrade (${since}): earlier changes cannot be known. Compare it with the paper once.`,
    ),
  };
}

/** Said by 检查: a decision of an older version has nothing to be held against, or only since it was upgraded. */
export function notKept(campaign: Campaign): Problem[] {
  const frozen = frozenDecision(campaign.rulings);
  if (!frozen) return [];
  const { actId } = frozen.act;
  const since = sinceOf(campaign.keptSince, actId);
  if (since !== undefined) return [keptLateProblem(actId, since)];
  if (campaign.kept.some((place) => place.actId === actId)) return [];
  return [
    {
      code: 'decision-not-kept',
      table: 'Decisions',
      row: actId,
      found: actId,
      expected: text('评定时的留底', 'a record of what was decided'),
      message: text(
        `评定 ${actId} 没有留底，改动看不出来：请核对一遍纸质决定，再点“升级与修复”补上。`,
        `Decision ${actId} has no second record: changes cannot be seen. Compare it with the paper once, then run “Upgrade and repair”.`,
      ),
    },
  ];
}
