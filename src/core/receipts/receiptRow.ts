// One row of an imported mailbox list, cell by cell. Compares it with nothing: neither other rows nor the workbook.
import { foldText, looksLikeFormula, meansNone } from '../import/cellText';
import type { RowReader } from '../import/rowPlace';
import type { Problem } from '../ground/problem';
import { appliesTo } from '../requirements/appliesTo';
import type { Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import type { UnitMatcher } from '../roster/unitMatcher';
import { unitProblem } from '../roster/unitProblem';
import { text } from '../ground/text';
import type { WallTime } from '../ground/wallTime';
import { readMoment } from './receiptMoment';
import { recognizeParts, splitAttachments } from './recognizeParts';
import { isCorrection, requirementsIn } from './recognizeSubject';

/** What a row of arrivals is read against. */
export interface ReceiptContext {
  readonly units: UnitMatcher;
  readonly requirements: readonly Requirement[];
  readonly campaignYear: number;
  readonly partWords: Readonly<Record<string, readonly string[]>>;
}

/** An arrival of a file, read and found sound. */
export interface ReadReceipt {
  readonly reader: RowReader;
  readonly unit: Unit;
  readonly requirement: Requirement;
  readonly receivedAt: WallTime;
  readonly yearAssumed: boolean;
  readonly title: string;
  readonly parts: readonly string[];
  readonly correction: boolean;
  readonly note: string;
  /** Equal for rows in which every cell says the same. */
  readonly content: string;
}

type ReceiptRow =
  | { readonly kind: 'receipt'; readonly receipt: ReadReceipt }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

function readRequirement(reader: RowReader, requirements: readonly Requirement[]): Requirement | Problem {
  const ownItem = requirementsIn(reader.text('item'), requirements);
  const key = ownItem.length > 0 ? 'item' : 'title';
  const title = reader.text(key);
  const place = { ...reader.placeOf(key), found: reader.raw(key) };
  if (looksLikeFormula(title)) {
    return {
      ...place,
      code: 'formula-like',
      expected: text('邮件主题', 'A mail subject'),
      message: text(
        '这段文字会被表格当作公式，没有采用：请改成邮件主题。',
        'A spreadsheet would run this text as a formula, so it was not taken: write the subject.',
      ),
    };
  }
  const found = requirementsIn(title, requirements);
  const [only] = found;
  if (only && found.length === 1) return only;
  const all = (found.length > 0 ? found : requirements)
    .map((requirement) => `${requirement.requirementId} ${requirement.title}`)
    .join('、');
  const expected = text(`能认出一项报送事项的主题：${all}`, `A subject that names one requirement: ${all}`);
  if (found.length > 1) {
    return {
      ...place,
      code: 'doubtful-requirement',
      expected,
      message: text(
        `主题同时像几项报送事项（${all}）：请改成只说一项，或分成几行。`,
        `The subject fits several requirements (${all}): name one, or split the row.`,
      ),
    };
  }
  return {
    ...place,
    code: 'unknown-requirement',
    expected,
    message: text(
      '主题里认不出是哪一项：请写明事项名称，或在报送事项的关键词里加上这种说法。',
      'The subject names no requirement: write its name, or add this wording to the requirement’s keywords.',
    ),
  };
}

function notOwed(reader: RowReader, unit: Unit, requirement: Requirement): Problem {
  const why = unit.active
    ? text('报送范围里没有它', 'it is not among those who owe it')
    : text('它在名册里已停用', 'it is inactive in the roster');
  return {
    ...reader.placeOf('unit'),
    code: 'not-owed',
    found: reader.raw('unit'),
    expected: text(`应报“${requirement.title}”的单位`, `A unit that owes ${requirement.requirementId}`),
    message: text(
      `“${unit.name}”不用报“${requirement.title}”：${why.zh}。请核对单位和主题，或先改报送事项的范围。`,
      `“${unit.name}” does not owe ${requirement.requirementId}: ${why.en}. Check unit and subject, or change who owes it first.`,
    ),
  };
}

function noteProblem(reader: RowReader): Problem[] {
  if (!looksLikeFormula(reader.text('note'))) return [];
  return [
    {
      ...reader.placeOf('note'),
      code: 'formula-like',
      found: reader.raw('note'),
      expected: text('普通文字', 'Plain text'),
      message: text(
        '这段文字会被表格当作公式，没有采用：请改成普通文字。',
        'A spreadsheet would run this text as a formula, so it was not taken: write plain text.',
      ),
    },
  ];
}

/** Reads one row: either a receipt, or one problem for each wrong cell (table Receipts, sheet, row number, header as found). */
export function readReceiptRow(
  reader: RowReader,
  { units, requirements, campaignYear, partWords }: ReceiptContext,
): ReceiptRow {
  const time = readMoment(reader, campaignYear);
  const raw = reader.raw('unit');
  const match = units.match(raw);
  const unitWrong = unitProblem(raw, match, reader.placeOf('unit'));
  const requirement = readRequirement(reader, requirements);
  const problems: Problem[] = [
    ...('code' in time ? [time] : []),
    ...(unitWrong ? [unitWrong] : []),
    ...('code' in requirement ? [requirement] : []),
    ...noteProblem(reader),
  ];
  if ('code' in time || 'code' in requirement || match.kind !== 'exact') return { kind: 'problems', problems };
  if (!appliesTo(requirement, match.unit)) problems.push(notOwed(reader, match.unit, requirement));
  if (problems.length > 0) return { kind: 'problems', problems };
  const title = reader.text('title');
  const attachments = splitAttachments(reader.text('attachments'));
  const note = meansNone(reader.text('note')) ? '' : reader.text('note');
  return {
    kind: 'receipt',
    receipt: {
      reader,
      requirement,
      title,
      note,
      unit: match.unit,
      receivedAt: time.time,
      yearAssumed: time.yearAssumed,
      parts: recognizeParts(attachments, requirement.parts, partWords),
      correction: isCorrection(title),
      content: JSON.stringify([match.unit.unitId, time.time, foldText(title), attachments.map(foldText), note]),
    },
  };
}
