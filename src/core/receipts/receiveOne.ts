// One thing that a person records as it arrives: what speaks against it, and what it corrects (D-9). Knows no table and no clock.
import { foldText, looksLikeFormula } from '../import/cellText';
import type { Problem } from '../ground/problem';
import { appliesTo } from '../requirements/appliesTo';
import { effective } from '../requirements/effective';
import type { Exception, Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import { text } from '../ground/text';
import { formatMoment } from '../time/formatMoment';
import { MINUTE, type WallTime } from '../ground/wallTime';
import { asEarlierItem, correctionTarget } from './correctionTarget';
import { groupItems } from './items';
import type { Receipt, Review } from './receipt';
import { recognizeParts } from './recognizeParts';
import { isCorrection } from './recognizeSubject';

interface Arrival {
  readonly unit: Unit;
  readonly requirement: Requirement;
  readonly at: WallTime;
  readonly title: string;
  /** As given: names of parts, or words by which they are recognised. */
  readonly parts: readonly string[];
  readonly review: Review;
  readonly note: string;
  /** A receiptId, 'auto' (the latest version that can be meant), or '' (only a title that says so). */
  readonly corrects: string;
  /** The person has seen that something like it is registered and means another one. */
  readonly again: boolean;
}

interface ArrivalContext {
  readonly existing: readonly Receipt[];
  readonly exceptions: readonly Exception[];
  readonly partWords: Readonly<Record<string, readonly string[]>>;
}

interface Received {
  /** null when there is a problem. */
  readonly receipt: Omit<Receipt, 'receiptId'> | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

const place = (column: string, found: string): Pick<Problem, 'table' | 'column' | 'found'> => ({
  table: 'Receipts',
  column,
  found,
});

function notOwed({ unit, requirement }: Arrival): Problem[] {
  if (appliesTo(requirement, unit)) return [];
  const why = unit.active
    ? text('报送范围里没有它', 'it is not among those who owe it')
    : text('它在名册里已停用', 'it is inactive in the roster');
  return [
    {
      ...place('unit', unit.name),
      code: 'not-owed',
      expected: text(`应报 ${requirement.requirementId} 的单位`, `a unit that owes ${requirement.requirementId}`),
      message: text(
        `“${unit.name}”不用报“${requirement.title}”：${why.zh}，没有登记。`,
        `“${unit.name}” does not owe ${requirement.requirementId}: ${why.en}; nothing was registered.`,
      ),
    },
  ];
}

/** Names of parts as the requirement writes them; words that are none of them are problems. */
function readParts(
  { requirement, parts: given }: Arrival,
  partWords: ArrivalContext['partWords'],
): { readonly parts: readonly string[]; readonly problems: readonly Problem[] } {
  if (given.some((word) => foldText(word) === '全部' || foldText(word) === 'all'))
    return { parts: requirement.parts, problems: [] };
  const known = requirement.parts.join('、') || '（无）';
  const problems: Problem[] = [];
  const found = new Set(
    given.flatMap((word) => {
      const own = requirement.parts.filter((part) => foldText(part) === foldText(word));
      const parts = own.length > 0 ? own : recognizeParts([word], requirement.parts, partWords);
      if (parts.length > 0) return parts;
      problems.push({
        ...place('parts', word),
        code: 'unknown-part',
        expected: text(known, known),
        message: text(
          `${requirement.requirementId} 的材料里没有“${word}”，须含材料是：${known}。`,
          `“${word}” is no part of ${requirement.requirementId}; its parts are: ${known}.`,
        ),
      });
      return [];
    }),
  );
  return { parts: requirement.parts.filter((part) => found.has(part)), problems };
}

function partsMissing({ requirement }: Arrival, parts: readonly string[]): Problem[] {
  const missing = requirement.parts.filter((part) => !parts.includes(part)).join('、');
  if (missing === '') return [];
  return [
    {
      ...place('parts', parts.join('、')),
      code: 'parts-missing',
      expected: text(requirement.parts.join('、'), requirement.parts.join(', ')),
      message: text(`这一件没有勾上：${missing}。`, `Not ticked: ${missing}.`),
    },
  ];
}

function formulaLike({ title, note }: Arrival): Problem[] {
  return Object.entries({ title, note })
    .filter(([, written]) => looksLikeFormula(written))
    .map(([column, written]) => ({
      ...place(column, written),
      code: 'formula-like',
      expected: text('普通文字', 'plain text'),
      message: text(
        '这段文字会被表格当作公式：请改成普通文字。',
        'A spreadsheet would run this text as a formula: write plain text.',
      ),
    }));
}

/** The same unit, item and title less than a minute apart: most often two clicks, so it asks. */
function repeated({ unit, requirement, at, title, again }: Arrival, existing: readonly Receipt[]): Problem[] {
  const like = existing.find(
    (receipt) =>
      receipt.unitId === unit.unitId &&
      receipt.requirementId === requirement.requirementId &&
      Math.abs(receipt.receivedAt - at) < MINUTE &&
      foldText(receipt.title) === foldText(title),
  );
  if (!like || again) return [];
  return [
    {
      ...place('at', formatMoment(at, 'zh', 'full')),
      row: like.receiptId,
      code: 'repeated',
      expected: text('另一件，或确认再登记一次', 'another thing, or a yes to registering it again'),
      message: text(
        `${unit.name}的 ${requirement.requirementId} 在同一分钟里已登记为 ${like.receiptId}。确是另一件就选“再登记一次”。`,
        `${requirement.requirementId} of ${unit.name} was registered within the same minute as ${like.receiptId}. If this is another one, choose to register it again.`,
      ),
    },
  ];
}

type Link = { readonly replaces: string; readonly problems: readonly Problem[]; readonly notices: readonly Problem[] };

function linkTo(arrival: Arrival, { existing, exceptions }: ArrivalContext): Link {
  const { unit, requirement, at, title, corrects } = arrival;
  const own = existing.filter(
    ({ unitId, requirementId }) => unitId === unit.unitId && requirementId === requirement.requirementId,
  );
  const items = groupItems(own);
  if (corrects !== '' && corrects !== 'auto') {
    const item = items.find(({ receipts }) =>
      receipts.some(({ receiptId }) => receiptId.toUpperCase() === corrects.toUpperCase()),
    );
    if (item) return { replaces: item.root, problems: [], notices: [] };
    const known = own.map(({ receiptId }) => receiptId).join('、') || '—';
    return {
      replaces: '',
      notices: [],
      problems: [
        {
          ...place('corrects', corrects),
          code: 'unknown-receipt',
          expected: text(known, known),
          message: text(
            `${unit.name}的 ${requirement.requirementId} 里没有收件 ${corrects}（现有：${known}）。`,
            `${unit.name} has no receipt ${corrects} for ${requirement.requirementId} (there are: ${known}).`,
          ),
        },
      ],
    };
  }
  if (corrects === '' && !isCorrection(title)) return { replaces: '', problems: [], notices: [] };
  const { quota } = effective(requirement, unit, exceptions);
  const target = correctionTarget(items.map(asEarlierItem), at, quota);
  if (target.kind === 'item') return { replaces: target.root, problems: [], notices: [] };
  const roots = target.kind === 'doubtful' ? target.roots.join('、') : '';
  const problem: Problem =
    target.kind === 'doubtful'
      ? {
          ...place('corrects', title),
          code: 'doubtful-correction',
          expected: text(roots, roots),
          message: text(
            `${unit.name}的 ${requirement.requirementId} 要报 ${quota} 件，已有 ${roots}：请写明更正的是哪一件。`,
            `${unit.name} hands in ${quota} of ${requirement.requirementId} and has ${roots}: say which one this corrects.`,
          ),
        }
      : {
          ...place('corrects', title),
          code: 'correction-without-original',
          expected: text('更早的一稿', 'an earlier version'),
          message: text(
            `此前没有收到“${requirement.title}”，这件更正稿按首次报送登记。`,
            `Nothing came before for ${requirement.requirementId}; this corrected version is registered as the first.`,
          ),
        };
  return target.kind === 'doubtful'
    ? { replaces: '', problems: [problem], notices: [] }
    : { replaces: '', problems: [], notices: [problem] };
}

/**
 * Everything that speaks against recording it, all at once ('not-owed', 'unknown-part', 'formula-like', 'repeated', 'unknown-receipt',
 * 'doubtful-correction'), else the receipt without its id. A corrected version is linked as an import links it (D-9).
 * Example: a title with 更正稿 whose unit has R0003 for the item gives `replaces: 'R0003'`.
 */
export function receiveOne(arrival: Arrival, context: ArrivalContext): Received {
  const { parts, problems: partProblems } = readParts(arrival, context.partWords);
  const link = linkTo(arrival, context);
  const problems = [
    ...notOwed(arrival),
    ...partProblems,
    ...formulaLike(arrival),
    ...repeated(arrival, context.existing),
    ...link.problems,
  ];
  const { unit, requirement, at, title, review, note } = arrival;
  return {
    receipt:
      problems.length > 0
        ? null
        : {
            unitId: unit.unitId,
            requirementId: requirement.requirementId,
            receivedAt: at,
            title,
            parts,
            review,
            note,
            replaces: link.replaces,
          },
    problems,
    notices: [...link.notices, ...partsMissing(arrival, parts)],
  };
}
