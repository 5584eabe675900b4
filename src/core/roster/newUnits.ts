// Which names of a contact list may become new units: only as many as the roster still expects. Never invents a unit.
import type { Place, Problem } from '../ground/problem';
import { text } from '../ground/text';
import { categoriesOf, categoryName } from './categoryNames';
import { normalizeName } from './normalizeName';
import { resembles } from './resemblance';
import type { RosterRow } from './rosterRow';
import { PLAIN_UNIT, type Category, type Unit } from './unit';

/** The next free id behind the highest one. Example: after "U53" comes "U54". */
function nextIds(existing: readonly Unit[]): () => string {
  const numbers = existing.map(({ unitId }) => Number(/^U(\d+)$/.exec(unitId)?.[1] ?? 0));
  let last = Math.max(0, ...numbers);
  return () => {
    last += 1;
    return `U${String(last).padStart(2, '0')}`;
  };
}

function unexpected(row: RosterRow, expected: string, why: { zh: string; en: string }): Problem {
  return {
    ...row.reader.placeOf('unit'),
    code: 'unexpected-unit',
    found: row.reader.raw('unit'),
    expected: text(expected, expected),
    message: text(`名册里没有“${row.name}”，${why.zh}`, `“${row.name}” is not in the roster, and ${why.en}`),
  };
}

/** Two names of one unit in one list have one phone or contact: with two of each they are two units. */
function reachOthers({ fields: a }: RosterRow, { fields: b }: RosterRow): boolean {
  const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;
  return differ(a.phone, b.phone) && (a.contact === '' || b.contact === '' || a.contact !== b.contact);
}

/** Taken as new, for a person to look at: once is enough for all. */
function lookAt(rows: readonly RosterRow[]): Problem[] {
  const [first] = rows;
  if (!first) return [];
  const names = rows.map(({ name }) => name).join('、');
  const { row: _row, ...place } = first.reader.placeOf('unit');
  return [
    {
      ...place,
      code: 'new-units',
      found: names,
      expected: text('名册中的单位', 'A unit of the roster'),
      message: text(
        `名册里没有的 ${rows.length} 家作为新单位加入，请看一眼：${names}。`,
        `${rows.length} units that the roster lacks are added as new; have a look: ${names}.`,
      ),
    },
  ];
}

function lookAlikes(rows: readonly RosterRow[]): Problem[] {
  return rows.flatMap((row): Problem[] => {
    const other = rows.find(
      (candidate) =>
        candidate !== row &&
        candidate.key !== row.key &&
        !(row.isNew || candidate.isNew) &&
        resembles(candidate.key, row.key) &&
        !reachOthers(row, candidate),
    );
    if (!other) return [];
    return [
      {
        ...row.reader.placeOf('unit'),
        code: 'doubtful-unit',
        found: row.reader.raw('unit'),
        expected: text('每家单位一种写法', 'One spelling for each unit'),
        message: text(
          `“${row.name}”和第 ${other.place.row} 行的“${other.name}”很像，不能确定是不是同一家：请统一写法，或先在名册中添加。`,
          `“${row.name}” looks like “${other.name}” in row ${other.place.row}: use one spelling, or add the units to the roster first.`,
        ),
      },
    ];
  });
}

/** No office has more units that its roster lacks; and each is compared with each. */
const MOST_NEW = 500;

function tooMany(rows: readonly RosterRow[]): Problem[] {
  return rows.map((row) =>
    unexpected(row, `≤ ${MOST_NEW}`, {
      zh: `文件里这样的名称有 ${rows.length} 个，不像一份联络员名单：请核对是不是选错了文件。`,
      en: `the file has ${rows.length} such names, which is no contact list: check whether it is the right file.`,
    }),
  );
}

/**
 * Decides about rows whose name no unit of the roster has and none resembles. A row becomes a new unit when its category is known and
 * the category has room for all such rows of the file; placeholders (units without a name) are filled first and keep their id.
 * When there are more names than room, none of them is taken: which of them are wrong is for a person to say.
 * `places`: the row of each new unit, in their order.
 */
export function proposeNewUnits(
  rows: readonly RosterRow[],
  existing: readonly Unit[],
  expected: Partial<Record<Category, number>>,
): {
  readonly newUnits: readonly Unit[];
  readonly places: readonly Place[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
} {
  if (rows.length > MOST_NEW) return { newUnits: [], places: [], problems: tooMany(rows), notices: [] };
  const problems = lookAlikes(rows);
  const doubtful = new Set(problems.map(({ sheet, row }) => `${sheet}\n${row}`));
  const clear = rows.filter(({ place }) => !doubtful.has(`${place.sheet}\n${place.row}`));
  const newUnits: Unit[] = [];
  const taken: RosterRow[] = [];
  const places: Place[] = [];
  const nextId = nextIds(existing);
  for (const row of clear.filter(({ category }) => category === null)) {
    problems.push(
      unexpected(row, '名册中的单位', {
        zh: '文件也没有写明类别：请改成名册中的名称，或加上“类别”列。',
        en: 'the file gives no category: write a name from the roster, or add a category column.',
      }),
    );
  }
  for (const category of categoriesOf(
    clear.flatMap((row) => (row.category === null ? [] : [{ category: row.category }])),
  )) {
    const wanted = clear.filter((row) => row.category === category);
    const ofCategory = existing.filter((unit) => unit.category === category);
    const count = ofCategory.filter((unit) => unit.active && normalizeName(unit.name) !== '').length;
    const limit = expected[category];
    const room = limit === undefined ? wanted.length : Math.max(0, limit - count);
    if (wanted.length > room) {
      const name = categoryName(category);
      problems.push(
        ...wanted.map((row) =>
          unexpected(row, `${name.zh} ${count} / ${limit ?? count}`, {
            zh: `而${name.zh}只差 ${room} 家，文件里有 ${wanted.length} 家新名称：请核对，或改设置中的应有数。`,
            en: `${name.en} lack only ${room} while the file has ${wanted.length} new names: check them, or change the expected number in the settings.`,
          }),
        ),
      );
      continue;
    }
    const placeholders = ofCategory.filter((unit) => unit.unitId !== '' && normalizeName(unit.name) === '');
    taken.push(...wanted);
    wanted.forEach(({ name, fields, place }, index) => {
      places.push(place);
      const placeholder = placeholders[index];
      const base: Unit = placeholder ?? {
        ...PLAIN_UNIT,
        unitId: nextId(),
        name,
        category,
      };
      const { contact, phone, email, forceHead, forceContact, forcePhone, note } = fields;
      newUnits.push({
        ...base,
        name,
        active: true,
        contact: contact || base.contact,
        phone: phone || base.phone,
        email: email || base.email,
        forceHead: forceHead || base.forceHead,
        forceContact: forceContact || base.forceContact,
        forcePhone: forcePhone || base.forcePhone,
        note: base.note || note,
      });
    });
  }
  return { newUnits, places, problems, notices: lookAt(taken) };
}
