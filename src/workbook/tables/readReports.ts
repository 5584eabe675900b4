// Tables of the reporting side → domain objects: units, requirements, exceptions, receipts.
import type { Problem } from '../../core/ground/problem';
import type { Receipt } from '../../core/receipts/receipt';
import type { Exception, Requirement } from '../../core/requirements/requirement';
import { MAX_PARTS } from '../../core/requirements/requirement';
import type { Unit } from '../../core/roster/unit';
import { text } from '../../core/ground/text';
import { CellReader, splitList } from '../contract/cells';
import { readRows } from '../contract/rows';
import type { TableSnapshot } from '../contract/snapshot';
import { EXCEPTIONS } from './exceptions/exceptions';
import { RECEIPTS } from './receipts/receipts';
import { REQUIREMENTS } from './requirements/requirements';
import { UNITS } from './units/units';
import { readWho } from './requirements/who';

export function readUnits(table: TableSnapshot, problems: Problem[]): Unit[] {
  const cells = new CellReader(UNITS, problems);
  return readRows(UNITS, table).map((row) => ({
    unitId: row.text('unitId'),
    name: row.text('name'),
    shortName: row.text('shortName'),
    aliases: splitList(row.text('aliases')),
    category: cells.choice(row, 'category', 'category', 'other'),
    contact: row.text('contact'),
    phone: row.text('phone'),
    email: row.text('email'),
    active: cells.choice(row, 'active', 'yesNo', 'yes') === 'yes',
    note: row.text('note'),
  }));
}

export function readRequirements(table: TableSnapshot, units: readonly Unit[], problems: Problem[]): Requirement[] {
  const cells = new CellReader(REQUIREMENTS, problems);
  return readRows(REQUIREMENTS, table).map((row) => {
    const requirementId = row.text('requirementId');
    const who = readWho(row.text('who'), units, requirementId);
    problems.push(...who.problems);
    const parts = splitList(row.text('parts'));
    if (parts.length > MAX_PARTS) {
      problems.push({
        code: 'too-many-parts',
        table: 'Requirements',
        row: requirementId,
        column: '须含材料',
        expected: text(`最多 ${MAX_PARTS} 项`, `at most ${MAX_PARTS}`),
        found: row.text('parts'),
        message: text(
          `事项 ${requirementId} 的须含材料多于 ${MAX_PARTS} 项。请合并几项，或拆成两个事项。`,
          `Item ${requirementId} has more than ${MAX_PARTS} required parts. Join some, or split the item.`,
        ),
      });
    }
    return {
      requirementId,
      title: row.text('title'),
      activity: row.text('activity'),
      kind: cells.choice(row, 'kind', 'kind', 'report'),
      opens: cells.moment(row, 'opens'),
      due: cells.moment(row, 'due'),
      categories: who.categories,
      unitIds: who.unitIds,
      quota: cells.integer(row, 'quota', 1, 1) ?? 1,
      parts,
      keywords: splitList(row.text('keywords')),
    };
  });
}

export function readExceptions(table: TableSnapshot, problems: Problem[]): Exception[] {
  const cells = new CellReader(EXCEPTIONS, problems);
  return readRows(EXCEPTIONS, table).map((row) => ({
    unitId: row.text('unitId'),
    requirementId: row.text('requirementId'),
    quota: cells.integer(row, 'quota', null, 1),
    extendedTo: cells.moment(row, 'extendedTo'),
    exempt: cells.choice(row, 'exempt', 'yesNo', 'no') === 'yes',
    approvedBy: row.text('approvedBy'),
    reason: row.text('reason'),
  }));
}

/** Rows without a readable time of arrival are named and left out: they count for nothing, as in the formulas. */
export function readReceipts(table: TableSnapshot, problems: Problem[]): Receipt[] {
  const cells = new CellReader(RECEIPTS, problems);
  const receipts: Receipt[] = [];
  for (const row of readRows(RECEIPTS, table)) {
    const receiptId = row.text('receiptId') || `#${row.index + 1}`;
    const receivedAt = row.get('receivedAt') === '' ? null : cells.moment(row, 'receivedAt');
    const unitId = row.text('unitId');
    const lacks = [
      unitId === '' && {
        code: 'unknown-unit',
        column: '单位',
        expected: text('名册里的单位', 'a unit of the roster'),
        found: row.text('unit'),
      },
      row.get('receivedAt') === '' && {
        code: 'missing-time',
        column: '收到时间',
        expected: text('日期时间', 'a date and time'),
        found: '',
      },
      row.text('requirementId') === '' && {
        code: 'unknown-requirement',
        column: '事项编号',
        expected: text('报送事项里的编号', 'an item ID'),
        found: '',
      },
    ].filter((lack) => lack !== false);
    for (const lack of lacks) {
      problems.push({
        ...lack,
        table: 'Receipts',
        row: receiptId,
        message: text(
          `收件登记 ${receiptId} 的“${lack.column}”${lack.found ? `“${lack.found}”无法认出` : '空缺'}，这一件暂不计入。请补正。`,
          `Receipt ${receiptId}: ${lack.found ? `“${lack.found}” is not recognised` : 'a cell is empty'} (${lack.expected.en} expected); it does not count yet. Please complete it.`,
        ),
      });
    }
    if (receivedAt === null) continue;
    receipts.push({
      receiptId,
      unitId,
      receivedAt,
      requirementId: row.text('requirementId'),
      title: row.text('title'),
      parts: splitList(row.text('parts')),
      review: cells.choice(row, 'review', 'review', 'pending'),
      replaces: row.text('replaces'),
      note: row.text('note'),
    });
  }
  return receipts;
}
