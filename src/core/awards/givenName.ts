// The given name of somebody whose name is hidden, without the surname. Many are words as well (和平, 光明): it is asked about, and stops nothing.
import { squeezed } from './hiddenName';
import { simplified } from './traditional';

/** Surnames of two characters; all others have one. */
const DOUBLE =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|夏侯|轩辕|端木|百里|南宫|呼延|东郭|申屠|淳于|单于|钟离|闻人|赫连|澹台|公羊|濮阳|太叔|独孤)/;

/** Whether the surname has two characters. */
export const hasDoubleSurname = (name: string): boolean => DOUBLE.test(name);

const plain = (words: string): string => squeezed(simplified(words));

/** Two characters or more behind the surname; one alone stands in any text. */
function givenOf(name: string): string[] {
  const whole = plain(name);
  // 某单位, 某某某: nobody is called 某.
  if (!/^(?!某)\p{Script=Han}{3,5}$/u.test(whole)) return [];
  const given = whole.slice(hasDoubleSurname(whole) ? 2 : 1);
  return given.length < 2 ? [] : [given];
}

/**
 * For many texts: the first given name that a text shows without its surname; undefined when it shows none. What stands in `known` (units, the campaign)
 * is no name of a person. Example: `givenNamesShown(['王国强'], [])('国强的新生活') === '国强'`.
 */
export function givenNamesShown(
  names: readonly string[],
  known: readonly string[],
): (text: string) => string | undefined {
  const elsewhere = known.map(plain);
  const whole = names.map(plain);
  const given = [...new Set(names.flatMap(givenOf))].filter((name) => !elsewhere.some((words) => words.includes(name)));
  return (text) => {
    if (given.length === 0) return undefined;
    // The whole name is found by the guard itself.
    const words = whole.reduce((rest, name) => (name === '' ? rest : rest.split(name).join('、')), plain(text));
    return given.find((name) => words.includes(name));
  };
}
