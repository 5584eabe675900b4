// A mail as a link (RFC 6068): everything that is not plain is percent-encoded, so no text can add a header or an address. Sends nothing.
import { checkEmail } from '../roster/checkContact';

/** Windows passes no longer link to the mail program. */
const LONGEST = 2000;

/** Half of a character outside the basic plane: encodeURIComponent throws at it. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Encodes what encodeURIComponent leaves and RFC 6068 does not allow plain. */
function encoded(words: string): string {
  return encodeURIComponent(words.replace(LONE_SURROGATE, '\uFFFD')).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * A mailto link with recipient, subject and body. An address that is not sound is left out; line breaks go out of the subject and become CRLF in the
 * body. A link of more than 2,000 characters would not open everywhere: then `otherwise` stands in for the body, as `shortened` says.
 * Example: `mailto('a@example.com', '催报', '一\n二', '…').link === 'mailto:a@example.com?subject=%E5%82%AC%E6%8A%A5&body=%E4%B8%80%0D%0A%E4%BA%8C'`.
 */
export function mailto(address: string, subject: string, body: string, otherwise: string): { readonly link: string; readonly shortened: boolean } {
  const checked = checkEmail(address);
  const to = 'value' in checked ? checked.value.split('@').map(encoded).join('@') : '';
  const plainSubject = encoded(subject.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim());
  const linkWith = (words: string): string => `mailto:${to}?subject=${plainSubject}&body=${encoded(words.replace(/\r\n?|\n/g, '\r\n'))}`;
  const full = linkWith(body);
  return full.length <= LONGEST ? { link: full, shortened: false } : { link: linkWith(otherwise), shortened: true };
}
