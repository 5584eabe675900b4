// Names that no public sheet may show, and how they are found however they are padded. Knows no table.
import { foldForScan, maskPersonalData } from '../ground/personalData';

/** Words that stand in such a cell and name nobody. */
const NOBODY: ReadonlySet<string> = new Set([
  '讲述人',
  '姓名',
  '化名',
  '匿名',
  '本人',
  '某人',
  '未知',
  '不详',
  '没有',
  '家人',
  '家属',
  '全家',
  '一家',
  '丈夫',
  '妻子',
  '父亲',
  '母亲',
  '儿子',
  '女儿',
  '父母',
  '夫妇',
  '等人',
  '同志',
  'alias',
  'anonymous',
  'none',
]);

const HAN = '\\p{Script=Han}';

/** What is said of a person behind the name. */
const TITLES = /(?:同志|女士|先生|老师|夫妇|一家|等人?)$/;

/** Two people joined by a word; one character alone is a part of a name (李和平). */
const JOINED = /^(\p{Script=Han}{2,})(?:和|与|及|跟)(\p{Script=Han}{2,})$/u;

/** Blanks, line breaks, dots, quotes and strokes between the characters of a name hide it from nobody. */
export function squeezed(text: string): string {
  return foldForScan(text)
    .replace(/[\s·•・‧.\-_*'’‘"“”~/\\|+=#&^]/g, '')
    .toLowerCase();
}

/** What a cell calls an alias, with the word that says so. */
const ALIAS = /[([](?:化名|笔名|alias)([^)\]]*)[)\]]|(?:化名|笔名)[:：]?(\p{Script=Han}+)/giu;

/**
 * The alias that stands in the cell of a person beside the real name, or alone; '' where none does. No name is ever taken for one.
 * Example: `aliasIn('王芳（化名小丽）') === '小丽'`, `aliasIn('王芳') === ''`.
 */
export function aliasIn(cell: string): string {
  const said = [...foldForScan(cell).matchAll(ALIAS)].map(([, inside, behind]) => inside ?? behind ?? '');
  return said
    .map((alias) => alias.replace(/^[\s:：]+/, '').trim())
    .filter((alias) => alias !== '')
    .join('、');
}

/** What parts people of one cell; what stands between brackets parts nobody. */
const BETWEEN_PEOPLE = /[、,，;；/](?![^(（[]*[)）\]])/;

/** The people of a cell one by one. Example: `王芳（化名小丽）、李四` is ['王芳（化名小丽）', '李四']. */
export const peopleIn = (cell: string): string[] =>
  cell
    .split(BETWEEN_PEOPLE)
    .map((said) => said.trim())
    .filter((said) => said !== '');

/** Whether an alias is said of somebody; a pen name hides nobody. */
export const hasAlias = (said: string): boolean => /化名|alias/i.test(foldForScan(said)) && aliasIn(said) !== '';

/**
 * The names in a cell that holds one person or several. What is called an alias in it is no name. One character alone would match anything.
 * Example: `namesIn('王　芳（化名小丽）、李四')` is ['王芳', '李四'].
 */
export function namesIn(cell: string): string[] {
  const plain = maskPersonalData(foldForScan(cell))
    .replace(ALIAS, '、')
    .replace(/\d*\*{4}\d*/g, '、');
  const parts = plain.split(/[、,;/|()[\]:]+/).map((part) => part.trim());
  return [
    ...new Set(
      parts.flatMap((part) => {
        const joined = squeezed(part);
        const words = part.split(' ').filter((word) => new RegExp(`^${HAN}{2,}$`, 'u').test(word));
        const each = [joined, ...words].flatMap((name) => [name, ...(JOINED.exec(name)?.slice(1) ?? [])]);
        const plainly = each.flatMap((name) => [name, name.replace(TITLES, '')]);
        const latin = /^[a-z]+(?: [a-z]+)+$/i.test(part) ? [squeezed(part.split(' ').reverse().join(' '))] : [];
        return [...plainly, ...latin].filter(
          (name) => Array.from(name).length > 1 && !/^\d/.test(name) && !NOBODY.has(name),
        );
      }),
    ),
  ];
}

/** Whether a text, squeezed or as it is, shows a name. */
function showing(name: string): (plain: string, text: string) => boolean {
  const wanted = squeezed(name);
  if (wanted === '') return () => false;
  if (/\d$/.test(wanted)) {
    return (plain) =>
      plain
        .split(wanted)
        .slice(1)
        .some((after) => !/^\d/.test(after));
  }
  if (!/^[a-z]+$/.test(wanted)) return (plain) => plain.includes(wanted);
  // A name in Latin letters is one only where no other letters join it.
  const letters = new RegExp(`(?<![a-z])${Array.from(wanted).join('[\\s·•.\\-_*]*')}(?![a-z])`, 'i');
  return (_plain, text) => letters.test(foldForScan(text));
}

/** For many texts: gives the first of the names that a text shows; undefined when it shows none. */
export function nameFinder(names: readonly string[]): (text: string) => string | undefined {
  const each = names.map((name) => ({ name, isIn: showing(name) }));
  return (text) => {
    if (each.length === 0) return undefined;
    const plain = squeezed(text);
    return each.find(({ isIn }) => isIn(plain, text))?.name;
  };
}

/** The same for one text. Example: `shownName('讲述人：王\u200b芳', ['王芳']) === '王芳'`. */
export const shownName = (text: string, names: readonly string[]): string | undefined => nameFinder(names)(text);
