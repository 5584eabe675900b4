// How personal data looks in whatever is made for the public: one mask for each kind, the same everywhere, so that
// fragments of different masks can never be joined. Knows no table.

const COMPOUND_SURNAMES = new Set([
  '欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '夏侯', '长孙', '宇文', '端木', '南宫',
  '轩辕', '西门', '独孤', '闻人', '申屠', '太史', '澹台', '公冶', '宗政', '濮阳', '淳于', '单于', '呼延', '百里', '东郭', '钟离',
]);

/**
 * A phone number with only its first three and last four digits, or, when it is shorter than 11 digits, its last two (none of 3 or fewer).
 * Everything that is no digit goes. '' stays ''. Examples: "138 1234 5678" → "138****5678"; "6812345" → "*****45".
 */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  if (digits === '') return '';
  if (digits.length < 4) return '*'.repeat(digits.length);
  if (digits.length < 11) return '*'.repeat(digits.length - 2) + digits.slice(-2);
  return digits.slice(0, 3) + '*'.repeat(digits.length - 7) + digits.slice(-4);
}

/**
 * A personal name with its surname only, a star for every other character. Words of a name in Latin letters keep their first letter.
 * Examples: “张三” → “张*”; “欧阳小明” → “欧阳**”; "Li Lei" → "L* L**". A name of one character becomes a star; '' stays ''.
 */
export function maskName(name: string): string {
  const plain = name.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (/^[\p{Script=Latin} .'-]+$/u.test(plain)) {
    return plain.split(' ').map((word) => (word.length > 1 ? word.slice(0, 1) + '*'.repeat(word.length - 1) : '*')).join(' ');
  }
  const characters = Array.from(plain.replace(/ /g, ''));
  if (characters.length === 0) return '';
  if (characters.length === 1) return '*';
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, surname).join('') + '*'.repeat(characters.length - surname);
}
