// A text with fields, as the office edits it in Settings, and its values → the sentence. Knows no field of its own.

interface FilledTemplate {
  readonly words: string;
  /** Names in braces that are no field, in their order. */
  readonly unknown: readonly string[];
}

const FIELD = /[{｛]([^{}｛｝]*)[}｝]/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

/**
 * Puts the values in. What stands in brackets is left out when a field in it is empty. Names may be of either language and of any case.
 * Example: `fillTemplate('《{题目}》[（{参评人}）]', { 题目: '重生', 参评人: '' }).words === '《重生》'`.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): FilledTemplate {
  const known = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  const unknown: string[] = [];
  const valueOf = (name: string): string | undefined => known.get(name.normalize('NFKC').trim().toLowerCase());
  for (const [, name = ''] of template.matchAll(FIELD)) if (valueOf(name) === undefined) unknown.push(name);
  const chosen = template.replace(OPTIONAL, (_whole, piece: string) =>
    [...piece.matchAll(FIELD)].some(([, name = '']) => valueOf(name) === '') ? '' : piece,
  );
  return { words: chosen.replace(FIELD, (whole, name: string) => valueOf(name) ?? whole), unknown };
}
