// A mail as a link (RFC 6068): everything that is not plain is percent-encoded, so no text can add a header or an address. Sends nothing.
import { checkEmail } from '../roster/checkContact';

/** Windows passes no longer link to the mail program. */
const LONGEST = 2000;

/** Half of a character outside the basic plane: encodeURIComponent throws at it. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Encodes what encodeURIComponent leaves and RFC 6068 does not allow plain. */
function encoded(words: string): string {
  return encodeURIComponent(words.replace(LONE_SURROGATE, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * A mailto link with recipient, subject and the first of the bodies (at least one, the most wanted first) with which the link has no more than
 * 2,000 characters, so that it opens everywhere; the last one if none has. An address that is not sound is left out; line breaks go out of
 * the subject and become CRLF in the body.
 * Example: `mailto('a@example.com', '催报', ['一\n二']) === 'mailto:a@example.com?subject=%E5%82%AC%E6%8A%A5&body=%E4%B8%80%0D%0A%E4%BA%8C'`.
 */
export function mailto(address: string, subject: string, bodies: readonly [string, ...string[]]): string {
  const checked = checkEmail(address);
  const to = 'value' in checked ? checked.value.split('@').map(encoded).join('@') : '';
  const head = `mailto:${to}?subject=${encoded(subject.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim())}&body=`;
  const links = bodies.map((body) => head + encoded(body.replace(/\r\n?|\n/g, '\r\n')));
  return links.find((link) => link.length <= LONGEST) ?? links[links.length - 1] ?? head;
}
