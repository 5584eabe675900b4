// What is wrong with the roster as it stands: counts, ids, names, phones and mailboxes. Knows no file and no sheet.
import { text } from '../ground/text';
import type { Problem } from '../ground/problem';
import { categoryName } from './categoryNames';
import { checkEmail, checkPhone } from './checkContact';
import { normalizeName } from './normalizeName';
import { COUNTY_CATEGORIES, type Category, type Unit } from './unit';

const isNamed = (unit: Unit): boolean => normalizeName(unit.name) !== '';

function checkCounts(units: readonly Unit[], expected: Partial<Record<Category, number>>, members: string): Problem[] {
  return COUNTY_CATEGORIES.flatMap((category): Problem[] => {
    const wanted = expected[category];
    if (wanted === undefined) return [];
    const count = units.filter((unit) => unit.category === category && unit.active && isNamed(unit)).length;
    if (count === wanted) return [];
    const name = categoryName(category, members);
    const place = {
      table: 'Units',
      column: 'category',
      expected: text(`${wanted} 家`, String(wanted)),
      found: String(count),
    };
    if (count < wanted) {
      const message = text(
        `${name.zh} ${count} / ${wanted}，还差 ${wanted - count}：请在名册中补齐，或改设置中的应有数。`,
        `${name.en} ${count} / ${wanted}, ${wanted - count} to go: complete the roster, or change the expected number in the settings.`,
      );
      return [{ ...place, code: 'count-short', message }];
    }
    const message = text(
      `${name.zh} ${count} / ${wanted}，多出 ${count - wanted}：请停用多出的单位，或改设置中的应有数。`,
      `${name.en} ${count} / ${wanted}, ${count - wanted} too many: set units inactive, or change the expected number in the settings.`,
    );
    return [{ ...place, code: 'count-over', message }];
  });
}

function checkIds(units: readonly Unit[]): Problem[] {
  const seen = new Set<string>();
  return units.flatMap((unit): Problem[] => {
    const place = { table: 'Units', row: unit.unitId, column: 'unitId', found: unit.unitId };
    if (unit.unitId === '') {
      if (!isNamed(unit) || unit.formerId !== undefined) return [];
      const message = text(
        `“${unit.name}”没有单位编号，哪儿都不计它：点“改正”补上编号。`,
        `“${unit.name}” has no unit id and counts nowhere: “Mend” gives it one.`,
      );
      return [{ ...place, code: 'missing-id', expected: text('单位编号', 'A unit id'), message }];
    }
    if (!seen.has(unit.unitId)) {
      seen.add(unit.unitId);
      return [];
    }
    const message = text(
      `单位编号 ${unit.unitId} 出现两次：请给“${unit.name}”另一个编号。`,
      `The unit id ${unit.unitId} occurs twice: give “${unit.name}” another one.`,
    );
    return [{ ...place, code: 'duplicate-id', expected: text('不重复的编号', 'An id that occurs once'), message }];
  });
}

function checkNames(units: readonly Unit[]): Problem[] {
  const owner = new Map<string, { unit: Unit; isName: boolean }>();
  const problems: Problem[] = [];
  for (const unit of units.filter(isNamed)) {
    const spellings = [
      { raw: unit.name, column: 'name' },
      { raw: unit.shortName, column: 'shortName' },
      ...unit.aliases.map((raw) => ({ raw, column: 'aliases' })),
    ];
    for (const { raw, column } of spellings) {
      const key = normalizeName(raw);
      const first = owner.get(key);
      const isName = column === 'name';
      if (key === '' || first?.unit === unit) continue;
      if (!first) {
        owner.set(key, { unit, isName });
        continue;
      }
      const bothNames = isName && first.isName;
      const message = bothNames
        ? text(
            `“${raw}”在名册中出现两次（另一行是 ${first.unit.unitId}）：请删除一行或改名。`,
            `“${raw}” is in the roster twice (the other is ${first.unit.unitId}): remove one or rename it.`,
          )
        : text(
            `“${raw}”也指 ${first.unit.name}（${first.unit.unitId}）：同一称呼只能指一个单位，请改其中一个。`,
            `“${raw}” also means ${first.unit.name} (${first.unit.unitId}): a spelling may mean one unit only, change one of them.`,
          );
      problems.push({
        table: 'Units',
        row: unit.unitId,
        column,
        code: bothNames ? 'duplicate-name' : 'shared-alias',
        expected: text('只指一个单位的称呼', 'A spelling that means one unit only'),
        found: raw,
        message,
      });
    }
  }
  return problems;
}

function checkContacts(units: readonly Unit[]): Problem[] {
  return units.filter(isNamed).flatMap((unit) => {
    const cells = [
      { column: 'phone', raw: unit.phone, checked: checkPhone(unit.phone) },
      { column: 'forcePhone', raw: unit.forcePhone, checked: checkPhone(unit.forcePhone) },
      { column: 'email', raw: unit.email, checked: checkEmail(unit.email) },
    ];
    return cells.flatMap(({ column, raw, checked }): Problem[] =>
      'problem' in checked ? [{ table: 'Units', row: unit.unitId, column, found: raw, ...checked.problem }] : [],
    );
  });
}

/**
 * Everything wrong with the roster: counts per category of active, named units ('count-short', 'count-over'), ids ('missing-id',
 * 'duplicate-id'), names ('duplicate-name', 'shared-alias'), phones and mailboxes. Places: table Units, row = unitId, column = field name.
 * A category without an expected count is not counted. `members`: what the campaign calls its member units.
 * Example: 19 member units of 27 give “成员单位 19 / 27，还差 8…”.
 */
export function checkRoster(
  units: readonly Unit[],
  expected: Partial<Record<Category, number>>,
  members = '',
): Problem[] {
  return [...checkCounts(units, expected, members), ...checkIds(units), ...checkNames(units), ...checkContacts(units)];
}
