// English of one thing: “1 rows were left out” becomes “1 row was left out”. Sentences are written for many; what counts stands before its noun.

/** Plurals of whatever is counted in messages that do not go by the rule “without s”. */
const IRREGULAR: Readonly<Record<string, string>> = {
  activities: 'activity',
  categories: 'category',
  copies: 'copy',
  criteria: 'criterion',
  entries: 'entry',
  stories: 'story',
};
const REGULAR =
  'acts answers attachments awards cells changes columns days decisions documents files formulas hours items jobs judges letters lines ' +
  'marks minutes names numbers objections operations pages parts phases photos pieces places problems receipts records reminders rows ' +
  'scores seats sheets spellings steps tables tabs tiers trips units values votes winners words works';
const VERBS: Readonly<Record<string, string>> = {
  are: 'is',
  were: 'was',
  have: 'has',
  do: 'does',
  differ: 'differs',
  follow: 'follows',
  give: 'gives',
  go: 'goes',
  lack: 'lacks',
  need: 'needs',
  remain: 'remains',
  stand: 'stands',
  wait: 'waits',
};
const NOUNS = [...Object.keys(IRREGULAR), ...REGULAR.split(' ')].join('|');
/** A number after these names one of many: “row 1”. */
const ORDINAL =
  '(?<!\\b(?:rows?|lines?|no\\.|page|tier|judge|step|version|schema|round|place|rank|item|column|part|phase) )';
const ADJECTIVE = '(?:(?!(?:and|or|of|to|in|at|for|with|from|by|the|on|are|were|have|do)\\b)[a-z’-]+ )?';
const ONE = new RegExp(
  `(?<![\\w.,:/–+−-])${ORDINAL}1 (?:(${ADJECTIVE})(${NOUNS})\\b)?( ?)(?:\\b(${Object.keys(VERBS).join('|')})\\b)?`,
  'g',
);
/** What stands in quotation marks is somebody's own word. */
const QUOTED = /(“[^”]*”)/;

/** Example: `singular('1 entries are open, 2 rows are not') === '1 entry is open, 2 rows are not'`. */
export function singular(english: string): string {
  if (!english.includes('1 ')) return english;
  return english
    .split(QUOTED)
    .map((piece) =>
      piece.startsWith('“')
        ? piece
        : piece.replace(ONE, (_, adjective = '', noun = '', space = '', verb = '') => {
            const one = IRREGULAR[noun] ?? noun.replace(/s$/, '');
            return `1 ${adjective}${one}${space}${VERBS[verb] ?? verb}`;
          }),
    )
    .join('');
}
