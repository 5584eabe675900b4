// How names read in pinyin, for the guard of pages. The dictionary is large: only the check before publishing loads it, when it is run.
import type { Syllables } from '../../core/awards/pinyinName';

/** Undefined where the dictionary cannot be loaded: the check is made without it. Example: `(await loadSyllables())?.('单雄信')` is ['shan', 'xiong', 'xin']. */
export async function loadSyllables(): Promise<Syllables | undefined> {
  try {
    const { pinyin } = await import('pinyin-pro');
    return (name) => pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true });
  } catch {
    return undefined;
  }
}
