// Arrivals that hardly count as they were meant: still to come, the same thing registered twice, parts in words that the item does not know.
// They count as they stand; somebody should look. Knows no cells.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { DAY, isoFromWallTime, type WallTime } from '../ground/wallTime';
import { differingExceptions } from '../requirements/differingExceptions';
import type { Exception, Requirement } from '../requirements/requirement';
import { arrivalsWithoutHour } from './arrivalsWithoutHour';
import { correctionCircles } from './correctionCircles';
import type { Receipt } from './receipt';

const words = (title: string): string => title.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const shown = (time: WallTime): string => isoFromWallTime(time).replace('T', ' ').replace(/:00$/, '');

/** What is still to come: it does not count before its time. */
export function futureArrivals(receipts: readonly Receipt[], now: WallTime): Problem[] {
  return receipts
    .filter(({ receivedAt }) => receivedAt > now)
    .map(({ receiptId, receivedAt }) => ({
      code: 'future-receipt',
      table: 'Receipts',
      row: receiptId,
      column: 'receivedAt',
      expected: text('不晚于现在', 'not later than now'),
      found: shown(receivedAt),
      message: text(
        `${receiptId} 的收到时间还没有到，那一刻之前不计入：请核对日期。`,
        `${receiptId} arrives in the future and does not count until then: check the date.`,
      ),
    }));
}

/** A day without an hour is not before what arrived on it, a minute not before its seconds. */
function reviewedBefore(reviewedAt: WallTime, receivedAt: WallTime): boolean {
  const said = [DAY, 60].find((unit) => reviewedAt % unit === 0) ?? 1;
  return reviewedAt < receivedAt - (receivedAt % said);
}

/**
 * Reviews of a moment that cannot be: before the arrival, or still to come. Until it comes pages count the arrival as under review, and the tracker
 * by its review (D-13). Arrivals still to come are named by themselves.
 */
export function impossibleReviews(receipts: readonly Receipt[], now: WallTime): Problem[] {
  return receipts.flatMap(({ receiptId, receivedAt, review, reviewedAt }): Problem[] => {
    if (review === 'pending' || reviewedAt === undefined) return [];
    if (receivedAt <= now && reviewedBefore(reviewedAt, receivedAt))
      return [
        {
          code: 'reviewed-before-received',
          table: 'Receipts',
          row: receiptId,
          column: 'reviewedAt',
          expected: text('不早于收到时间', 'not before the arrival'),
          found: shown(reviewedAt),
          message: text(
            `${receiptId} 的审核时间 ${shown(reviewedAt)} 早于收到时间 ${shown(receivedAt)}：请改正写错的一个。`,
            `${receiptId} is reviewed at ${shown(reviewedAt)}, before it arrived at ${shown(receivedAt)}: correct the wrong one.`,
          ),
        },
      ];
    if (reviewedAt <= now) return [];
    return [
      {
        code: 'future-review',
        table: 'Receipts',
        row: receiptId,
        column: 'reviewedAt',
        expected: text('不晚于现在', 'not later than now'),
        found: shown(reviewedAt),
        message: text(
          `${receiptId} 的审核时间 ${shown(reviewedAt)} 还没有到：台账按审核结果算，追责名单、汇总、简报在那之前按待审算，两边会不同。请改正审核时间。`,
          `${receiptId} is reviewed at ${shown(reviewedAt)}, which is still to come: the tracker goes by the review, pages take it as under review until then. Correct the time.`,
        ),
      },
    ];
  });
}

/** Parts that the item does not ask for. `lacking`: only of receipts that lack one that it asks for. */
export function unknownParts(
  receipts: readonly Receipt[],
  requirements: readonly Requirement[],
  { lacking = false }: { readonly lacking?: boolean } = {},
): Problem[] {
  const partsOf = new Map(requirements.map(({ requirementId, parts }) => [requirementId, parts]));
  return receipts.flatMap(({ receiptId, requirementId, parts }): Problem[] => {
    const required = partsOf.get(requirementId) ?? [];
    const strange = partsOf.has(requirementId) ? parts.filter((part) => !required.includes(part)) : [];
    if (strange.length === 0 || (lacking && required.every((part) => parts.includes(part)))) return [];
    return [
      {
        code: 'unknown-part',
        table: 'Receipts',
        row: receiptId,
        column: 'parts',
        expected: text(required.join('、'), required.join(', ')),
        found: strange.join('、'),
        message: text(
          `${receiptId} 的材料“${strange.join('、')}”不是 ${requirementId} 须含的材料：请用事项里的写法。`,
          `${receiptId}: “${strange.join(', ')}” is no required part of ${requirementId}: use the item’s own words.`,
        ),
      },
    ];
  });
}

/**
 * Receipts that stand, of one unit and item, of one second and one title, of which none corrects another: each but the first is named. One without
 * a title is like any other of its second; days without an hour are no seconds.
 * Example: R0001 and R0008, both of one unit for T2, with one title and one moment → R0008.
 */
export function sameArrivals(receipts: readonly Receipt[]): Problem[] {
  const first = new Map<string, Receipt>();
  return receipts.flatMap((receipt): Problem[] => {
    const { receiptId, unitId, requirementId, receivedAt, title, review, replaces } = receipt;
    if (review === 'returned' || replaces !== '' || unitId === '') return [];
    const said = words(title);
    if (said === '' && receivedAt % DAY === 0) return [];
    const second = [unitId, requirementId, receivedAt].join('\n');
    const twin = first.get(said === '' ? second : `${second}\n${said}`) ?? first.get(`${second}\n`);
    if (!twin) {
      first.set(`${second}\n${said}`, receipt);
      if (receivedAt % DAY !== 0 && !first.has(second)) first.set(second, receipt);
      return [];
    }
    if (twin.receiptId === receiptId) return [];
    return [
      {
        code: 'same-arrival',
        table: 'Receipts',
        row: receiptId,
        column: 'title',
        found: title,
        expected: text('每件登记一次', 'each arrival once'),
        message: text(
          `${receiptId} 与 ${twin.receiptId} 的单位、事项、时间都相同，标题也相同或空着，现按两件计：如是重复登记，请删去一行或审核为“退回”；确是两件，请写出不同的标题。`,
          `${receiptId} is like ${twin.receiptId} in unit, item and time, with the same title or none, and both count: if it was registered twice, delete one or send it back; if they are two, give them different titles.`,
        ),
      },
    ];
  });
}

/** Ids that stand twice: rows were pasted over others, whose arrivals are lost, or copied below. */
function sameIds(receipts: readonly Receipt[]): Problem[] {
  const seen = new Set<string>();
  return receipts.flatMap(({ receiptId }): Problem[] => {
    if (!seen.has(receiptId)) {
      seen.add(receiptId);
      return [];
    }
    return [
      {
        code: 'duplicate-id',
        table: 'Receipts',
        row: receiptId,
        column: 'receiptId',
        found: receiptId,
        expected: text('不重复', 'unique'),
        message: text(
          `收件登记里 ${receiptId} 出现了两次：如是粘贴盖住了别的收件，请撤销；否则请只留一行，或给另一行新的编号。`,
          `${receiptId} stands twice in the register: if rows were pasted over others, undo that; else keep one row, or give the other a new id.`,
        ),
      },
    ];
  });
}

/** What every job that looks at the register says. */
export function doubtfulArrivals(
  {
    receipts,
    requirements,
    exceptions,
  }: {
    readonly receipts: readonly Receipt[];
    readonly requirements: readonly Requirement[];
    readonly exceptions: readonly Exception[];
  },
  now: WallTime,
): Problem[] {
  return [
    ...sameIds(receipts),
    ...futureArrivals(receipts, now),
    ...impossibleReviews(receipts, now),
    ...correctionCircles(receipts),
    ...sameArrivals(receipts),
    ...arrivalsWithoutHour(receipts, requirements, exceptions),
    ...differingExceptions(exceptions),
    ...unknownParts(receipts, requirements, { lacking: true }),
  ];
}
