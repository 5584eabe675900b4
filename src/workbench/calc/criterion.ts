// What COUNTIF, SUMIFS and their kin mean by a criterion: ">=3", "<>甲", "*、x、*", "". Knows no engine and no cells.

/** A cell as a criterion sees it: null = truly blank; an error is its text in a box. */
export type Subject = string | number | boolean | null | { readonly error: string };

type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/**
 * Makes the test that a criterion stands for. Text compares without regard to case; ? * ~ are wildcards for = and <>.
 * A blank criterion cell (null) means 0. "" matches blanks and empty text, "=" only blanks, "<>" all that is not blank.
 * Example: `criterionTest('>2')(3) === true`, `criterionTest('*甲*')('乙、甲') === true`.
 */
export function criterionTest(criterion: Subject): (subject: Subject) => boolean {
  if (criterion === null) return equalsNumber(0);
  if (typeof criterion === 'number') return equalsNumber(criterion);
  if (typeof criterion === 'boolean') return (subject) => subject === criterion;
  if (typeof criterion === 'object') return (subject) => errorOf(subject) === criterion.error;
  const [operator, operand] = split(criterion);
  const equality = operator === '=' || operator === '<>' || operator === null;
  if (!equality) return ordered(operator, operand);
  if (operand === '' && operator === null) return (subject) => subject === null || subject === '';
  if (operand === '') return operator === '=' ? (subject) => subject === null : (subject) => subject !== null;
  const matches = equals(operand);
  return operator === '<>' ? (subject) => !matches(subject) : matches;
}

function split(criterion: string): [Operator | null, string] {
  const match = /^(<=|>=|<>|<|>|=)([\s\S]*)$/.exec(criterion);
  return match ? [match[1] as Operator, match[2] ?? ''] : [null, criterion];
}

function equals(operand: string): (subject: Subject) => boolean {
  const number = numberIn(operand);
  if (number !== null) return equalsNumber(number);
  if (/^(true|false)$/i.test(operand)) return (subject) => subject === (operand.toUpperCase() === 'TRUE');
  if (/^#(N\/A|[A-Z0-9]+(\/0)?[!?])$/i.test(operand)) return (subject) => errorOf(subject) === operand.toUpperCase();
  const pattern = wildcards(operand);
  return (subject) => typeof subject === 'string' && pattern.test(subject);
}

/** Text that spells the same number counts as equal to it, as in Excel. */
function equalsNumber(number: number): (subject: Subject) => boolean {
  return (subject) =>
    typeof subject === 'number'
      ? subject === number
      : typeof subject === 'string' && subject !== '' && numberIn(subject) === number;
}

function ordered(operator: Operator, operand: string): (subject: Subject) => boolean {
  const number = numberIn(operand);
  const holds = (order: number): boolean =>
    operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
  if (number !== null) return (subject) => typeof subject === 'number' && holds(subject - number);
  const wanted = operand.toLowerCase();
  return (subject) =>
    typeof subject === 'string' && holds(subject.toLowerCase() < wanted ? -1 : subject.toLowerCase() > wanted ? 1 : 0);
}

function numberIn(text: string): number | null {
  const trimmed = text.trim();
  const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(%?)$/i.exec(trimmed);
  if (plain) return plain[1] === '%' ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed);
  return serialIn(trimmed);
}

/** A date such as 2021-06-07 or 2021/6/7 18:00 as Excel's serial number. */
function serialIn(text: string): number | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return days + 25569 + (hour * 3600 + minute * 60 + second) / 86400;
}

/** A pattern for the whole text in which ? is one character, * any number of them and ~ takes the next one as it is. */
function wildcards(text: string): RegExp {
  return new RegExp(`^${wildcardSource(text)}$`, 'isu');
}

/** The same, not tied to the ends of the text: for SEARCH. */
export function wildcardSource(text: string): string {
  return text.replace(
    /~([?*~])|([?*])|([\\^$.|+()[\]{}/-])/gsu,
    (_all, escaped: string | undefined, wild: string | undefined, special: string | undefined) => {
      if (escaped !== undefined) return escaped === '~' ? '~' : `\\${escaped}`;
      if (wild !== undefined) return wild === '?' ? '.' : '.*?';
      return special === '-' ? '-' : `\\${special}`;
    },
  );
}

const errorOf = (subject: Subject): string | null =>
  typeof subject === 'object' && subject !== null ? subject.error : null;
