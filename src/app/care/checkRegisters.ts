// What refers to something that is not there: receipts, exceptions and entries whose unit, item, part or original is unknown.
import { sameNumber } from '../../core/contest/blindNumber';
import type { Problem } from '../../core/ground/problem';
import { correctionCircle } from '../../core/receipts/correctionCircles';
import { futureArrivals, impossibleReviews, unknownParts } from '../../core/receipts/doubtfulArrivals';
import type { Receipt } from '../../core/receipts/receipt';
import { appliesTo } from '../../core/requirements/appliesTo';
import { unapproved } from '../../core/requirements/unapproved';
import { text, type Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { Campaign } from '../../workbook/campaign';
import type { ColumnKeys } from '../../workbook/contract/keys';

export interface RegisterCheck {
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

interface Known {
  readonly unit: (unitId: string) => Campaign['units'][number] | undefined;
  readonly requirement: (requirementId: string) => Campaign['requirements'][number] | undefined;
}

function knownIn({ units, requirements }: Campaign): Known {
  const unitOf = new Map(units.map((unit) => [unit.unitId, unit]));
  const requirementOf = new Map(requirements.map((requirement) => [requirement.requirementId, requirement]));
  return { unit: (unitId) => unitOf.get(unitId), requirement: (requirementId) => requirementOf.get(requirementId) };
}

const A_UNIT = text('名册里的单位', 'a unit of the roster');
const COLUMNS = {
  unit: text('单位', 'unit'),
  unitId: text('单位编号', 'unit id'),
  requirementId: text('事项编号', 'item id'),
} as const;
const AN_ITEM = text('报送事项里的编号', 'an item of Requirements');

function unknown<T extends 'Receipts' | 'Exceptions' | 'Entries'>(
  table: T,
  row: string,
  column: ColumnKeys[T] & ('unit' | 'unitId' | 'requirementId'),
  found: string,
  expected: Text,
): Problem {
  const called = COLUMNS[column];
  const code = expected === A_UNIT ? 'unknown-unit' : 'unknown-requirement';
  return {
    code,
    table,
    row,
    column,
    expected,
    found,
    message: text(
      `${row} 的${called.zh}“${found}”不是${expected.zh}，不会被计入：请改正。`,
      `${row}: ${called.en} “${found}” is not ${expected.en} and does not count: correct it.`,
    ),
  };
}

function receiptProblems(receipt: Receipt, known: Known, receipts: ReadonlyMap<string, Receipt>): Problem[] {
  const { receiptId, unitId, requirementId, replaces } = receipt;
  const problems: Problem[] = [];
  if (unitId !== '' && !known.unit(unitId)) problems.push(unknown('Receipts', receiptId, 'unitId', unitId, A_UNIT));
  if (requirementId !== '' && !known.requirement(requirementId))
    problems.push(unknown('Receipts', receiptId, 'requirementId', requirementId, AN_ITEM));
  const original = receipts.get(replaces);
  if (
    replaces !== '' &&
    (!original || original.unitId !== unitId || original.requirementId !== requirementId || replaces === receiptId)
  ) {
    problems.push({
      code: 'unknown-original',
      table: 'Receipts',
      row: receiptId,
      column: 'replaces',
      expected: text('同一单位同一事项的收件编号', 'a receipt of the same unit and item'),
      found: replaces,
      message: text(
        `${receiptId} 更正的“${replaces}”不是同一单位同一事项的收件，现按另一件计算：请改正或清空。`,
        `${receiptId} replaces “${replaces}”, which is no receipt of the same unit and item; it counts as another one: correct or clear it.`,
      ),
    });
  }
  problems.push(...correctionCircle(receipt, receipts));
  return problems;
}

function receiptNotices(receipt: Receipt, known: Known, now: WallTime): Problem[] {
  const { receiptId, unitId, requirementId } = receipt;
  const unit = known.unit(unitId);
  const requirement = known.requirement(requirementId);
  const place = { table: 'Receipts', row: receiptId };
  const notices: Problem[] = futureArrivals([receipt], now);
  if (!unit || !requirement) return notices;
  if (!appliesTo(requirement, unit)) {
    notices.push({
      ...place,
      code: 'not-owed',
      column: 'unit',
      expected: text(`应报 ${requirementId} 的单位`, `a unit that owes ${requirementId}`),
      found: unit.name,
      message: text(
        `“${unit.name}”不用报 ${requirementId}，${receiptId} 不计入：请核对。`,
        `${unit.name} does not owe ${requirementId}; ${receiptId} does not count: check it.`,
      ),
    });
  }
  notices.push(...unknownParts([receipt], [requirement]));
  return notices;
}

function exceptionProblems({ exceptions }: Campaign, known: Known): Problem[] {
  return exceptions.flatMap((exception): Problem[] => {
    const { unitId, requirementId } = exception;
    const row = `${unitId} ${requirementId}`.trim();
    return [
      // A row that shows no unit was named by the reader.
      ...(unitId === '' || known.unit(unitId) ? [] : [unknown('Exceptions', row, 'unit', unitId, A_UNIT)]),
      ...(known.requirement(requirementId)
        ? []
        : [unknown('Exceptions', row, 'requirementId', requirementId, AN_ITEM)]),
      ...(known.unit(unitId) && known.requirement(requirementId) ? unapproved(exception) : []),
    ];
  });
}

function entryProblems({ entries, settings }: Campaign, known: Known): Problem[] {
  return entries.flatMap(({ entryId, unitId, category, blindNo, title }, index): Problem[] => {
    const place = { table: 'Entries', row: entryId };
    const problems: Problem[] = [];
    if (unitId !== '' && !known.unit(unitId)) problems.push(unknown('Entries', entryId, 'unit', unitId, A_UNIT));
    if (title === '')
      problems.push({
        ...place,
        code: 'missing-title',
        column: 'title',
        expected: text('题目', 'a title'),
        found: '',
        message: text(`${entryId} 没有题目：请补上。`, `${entryId} has no title: fill it in.`),
      });
    if (settings.storyCategories.length > 0 && !settings.storyCategories.includes(category)) {
      const list = settings.storyCategories;
      problems.push({
        ...place,
        code: 'unknown-category',
        column: 'category',
        expected: text(list.join('、'), list.join(', ')),
        found: category,
        message: text(
          `${entryId} 的类别“${category}”不在设置的类别里：请改正。`,
          `${entryId}: the category “${category}” is none of the settings: correct it.`,
        ),
      });
    }
    const twin = entries.slice(0, index).find((other) => sameNumber(other.blindNo, blindNo));
    if (twin)
      problems.push({
        ...place,
        code: 'number-twice',
        column: 'blindNo',
        expected: text('不重复的盲评号', 'a unique blind number'),
        found: blindNo,
        message: text(
          `${entryId} 和 ${twin.entryId} 的盲评号相同，评委分不清：请改一个。`,
          `${entryId} and ${twin.entryId} have the same blind number: change one.`,
        ),
      });
    return problems;
  });
}

/** Problems keep something from counting, or make it count wrongly; notices are worth a look. */
export function checkRegisters(campaign: Campaign, now: WallTime): RegisterCheck {
  const known = knownIn(campaign);
  const byId = new Map(campaign.receipts.map((receipt) => [receipt.receiptId, receipt]));
  return {
    problems: [
      ...campaign.receipts.flatMap((receipt) => receiptProblems(receipt, known, byId)),
      ...exceptionProblems(campaign, known),
      ...entryProblems(campaign, known),
    ],
    notices: [
      ...impossibleReviews(campaign.receipts, now),
      ...campaign.receipts.flatMap((receipt) => receiptNotices(receipt, known, now)),
    ],
  };
}
