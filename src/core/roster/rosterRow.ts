// One row of an imported contact list, cell by cell. Compares it with nothing: only the unit it names is looked up.
import { foldText, looksLikeFormula, meansNone, personName, unitName } from '../import/cellText';
import type { WantedColumn } from '../import/matchHeaders';
import type { RowReader } from '../import/rowPlace';
import type { Place, Problem } from '../ground/problem';
import { text } from '../ground/text';
import { categoryInRoster, categoryName } from './categoryNames';
import { checkEmail, checkPhone, type CheckedContact } from './checkContact';
import { normalizeName } from './normalizeName';
import { COUNTY_CATEGORIES, type Category, type Unit } from './unit';
import { unitProblem } from './unitProblem';
import { NEW_UNIT, type UnitMatcher } from './unitMatcher';

/** What a contact list may bring, with the headers that it is known by; only the unit must be there. */
export const ROSTER_COLUMNS: readonly WantedColumn[] = [
  {
    key: 'unit',
    headers: ['单位名称', '单位', '报送单位', '填报单位', '单位全称', '部门', 'unit', 'unit name'],
    required: true,
  },
  { key: 'category', headers: ['类别', '单位类别', '分类', '单位类型', 'category'], required: false },
  {
    key: 'contact',
    headers: ['联络员', '联系人', '联络人', '姓名', '联络员姓名', '联系人姓名', 'contact', 'contact person'],
    required: false,
  },
  { key: 'position', headers: ['职务', '职位', '职务职称', 'position'], required: false },
  {
    key: 'phone',
    headers: ['手机号码', '手机', '手机号', '联系电话', '电话', '电话号码', '联系方式', 'phone', 'mobile', 'telephone'],
    required: false,
  },
  {
    key: 'email',
    headers: ['邮箱', '电子邮箱', '邮箱地址', '电子邮件', 'email', 'e-mail', 'mailbox'],
    required: false,
  },
  {
    key: 'forceHead',
    headers: ['专班负责人', '专班组长', '工作专班负责人', '工作专班组长', 'task force head'],
    required: false,
  },
  {
    key: 'forceContact',
    headers: ['专班联系人', '专班联络员', '专班联络人', '工作专班联系人', '工作专班联络员', 'task force contact'],
    required: false,
  },
  {
    key: 'forcePhone',
    headers: ['专班电话', '专班联系电话', '专班手机', '专班手机号', '专班联系方式', 'task force phone'],
    required: false,
  },
  { key: 'note', headers: ['备注', '说明', 'note', 'remarks'], required: false },
];

/** '' = the file says nothing. Normalised. */
export interface RosterFields {
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly forceHead: string;
  readonly forceContact: string;
  readonly forcePhone: string;
  readonly note: string;
}

/** A row of a contact list, every cell checked. */
export interface RosterRow {
  readonly reader: RowReader;
  readonly place: Place;
  /** The name as written, without blanks. */
  readonly name: string;
  /** Normalised: the same for two spellings of one new name. */
  readonly key: string;
  /** null = no unit of the roster is called so; then `name` may be a new one. */
  readonly unit: Unit | null;
  /** A person says that it is a unit of its own. */
  readonly isNew: boolean;
  readonly category: Category | null;
  readonly fields: RosterFields;
  /** One per wrong or doubtful cell that keeps the row out. */
  readonly problems: readonly Problem[];
  /** Phones and mailboxes that are left out, not their row. */
  readonly notices: readonly Problem[];
}

function formulaProblem(reader: RowReader, key: string): Problem[] {
  if (!looksLikeFormula(reader.text(key))) return [];
  return [
    {
      ...reader.placeOf(key),
      code: 'formula-like',
      found: reader.raw(key),
      expected: text('普通文字', 'Plain text'),
      message: text(
        '这段文字会被表格当作公式，没有采用：请改成真实内容。',
        'A spreadsheet would run this text as a formula, so it was not taken: write the real value.',
      ),
    },
  ];
}

/** The word as the roster writes it, else as it is written here. */
function ownCategory(written: string, existing: readonly Unit[]): Category {
  const word = foldText(written);
  return existing.find(({ category }) => foldText(category) === word)?.category ?? written.trim();
}

/** The roster that the row is compared with, and whether its categories are a county's four. */
interface RosterBefore {
  readonly existing: readonly Unit[];
  readonly county: boolean;
}

function readCategory(
  reader: RowReader,
  { existing, county }: RosterBefore,
): { category: Category | null; problems: Problem[] } {
  const written = reader.text('category');
  if (meansNone(written)) return { category: null, problems: [] };
  const category = county ? categoryInRoster(written, existing) : ownCategory(written, existing);
  if (category !== null) return { category, problems: [] };
  const names = COUNTY_CATEGORIES.map((known) => categoryName(known));
  return {
    category,
    problems: [
      {
        ...reader.placeOf('category'),
        code: 'unknown-category',
        found: reader.raw('category'),
        expected: text(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', ')),
        message: text(
          `没有“${written}”这个类别：请改成${names.map(({ zh }) => zh).join('、')}之一。`,
          `There is no category “${written}”: use one of ${names.map(({ en }) => en).join(', ')}.`,
        ),
      },
    ],
  };
}

/** A contact list may bring a unit that the roster lacks. */
function withNewUnit(problem: Problem | null): Problem | null {
  if (!problem?.choices) return problem;
  const label = { value: NEW_UNIT, label: '新单位 New unit' };
  return { ...problem, choices: [...problem.choices, label] };
}

/** A person, '' where the cell says that there is none. */
function nameIn(reader: RowReader, key: string): string {
  const written = reader.text(key);
  return meansNone(written) ? '' : personName(written);
}

/** Position and note joined: “职务：科员；已报专班名单”. */
function joinNote(reader: RowReader): string {
  const position = reader.text('position');
  const note = reader.text('note');
  return [meansNone(position) ? '' : `职务：${position}`, meansNone(note) ? '' : note].filter(Boolean).join('；');
}

/**
 * Reads one row: every cell checked, every wrong one a problem with table Units, sheet, row number and the header as found.
 * A unit that is merely unknown is no problem yet: it may be new.
 */
export function readRosterRow(reader: RowReader, matcher: UnitMatcher, before: RosterBefore): RosterRow {
  const raw = reader.raw('unit');
  const match = matcher.match(raw);
  const unit = withNewUnit(unitProblem(raw, match, reader.placeOf('unit')));
  const contactLeftOut = (key: string, checked: CheckedContact): Problem[] => {
    if (!('problem' in checked) || checked.problem.code === 'formula-like') return [];
    const { message } = checked.problem;
    const rest = text(
      '这一格没有采用，不影响这一行的其余内容。',
      'This cell was left out and keeps nothing else of its row out.',
    );
    const words = text(`${message.zh}${rest.zh}`, `${message.en} ${rest.en}`);
    return [{ ...reader.placeOf(key), found: reader.raw(key), ...checked.problem, message: words }];
  };
  const runnable = (key: string, checked: CheckedContact): Problem[] =>
    'problem' in checked && checked.problem.code === 'formula-like'
      ? [{ ...reader.placeOf(key), found: reader.raw(key), ...checked.problem }]
      : [];
  const phone = checkPhone(reader.text('phone'));
  const forcePhone = checkPhone(reader.text('forcePhone'));
  const email = checkEmail(reader.text('email'));
  const { category, problems } = readCategory(reader, before);
  return {
    reader,
    place: reader.place,
    name: unitName(reader.text('unit')),
    key: normalizeName(raw),
    unit: match.kind === 'exact' ? match.unit : null,
    isNew: match.kind === 'unknown' && match.isNew,
    category: before.county || match.kind === 'exact' ? category : (category ?? ''),
    fields: {
      contact: nameIn(reader, 'contact'),
      phone: 'value' in phone ? phone.value : '',
      email: 'value' in email ? email.value : '',
      forceHead: nameIn(reader, 'forceHead'),
      forceContact: nameIn(reader, 'forceContact'),
      forcePhone: 'value' in forcePhone ? forcePhone.value : '',
      note: joinNote(reader),
    },
    problems: [
      ...(unit && (unit.code !== 'unknown-unit' || unit.choices) ? [unit] : []),
      ...problems,
      ...formulaProblem(reader, 'contact'),
      ...formulaProblem(reader, 'position'),
      ...runnable('phone', phone),
      ...runnable('email', email),
      ...formulaProblem(reader, 'forceHead'),
      ...formulaProblem(reader, 'forceContact'),
      ...runnable('forcePhone', forcePhone),
      ...formulaProblem(reader, 'note'),
    ],
    notices: [
      ...contactLeftOut('phone', phone),
      ...contactLeftOut('email', email),
      ...contactLeftOut('forcePhone', forcePhone),
    ],
  };
}
