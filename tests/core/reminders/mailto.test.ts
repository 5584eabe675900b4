import fc from 'fast-check';
import { mailto } from '../../../src/core/reminders/mailto';

const query = (link: string): URLSearchParams =>
  new URLSearchParams(link.slice(link.indexOf('?') + 1).replaceAll('+', '%2B'));

describe('mailto (RFC 6068)', () => {
  it('encodes subject and body, line breaks as CRLF', () => {
    expect(mailto('a@example.com', '催报', ['一\n二'])).toBe(
      'mailto:a@example.com?subject=%E5%82%AC%E6%8A%A5&body=%E4%B8%80%0D%0A%E4%BA%8C',
    );
  });

  it('lets no subject add a header', () => {
    const link = mailto('a@example.com', '催报\r\nBcc: x@example.com&cc=y@example.com', ['正文']);
    expect(link).not.toMatch(/%0[AD].*&body/i);
    expect([...query(link).keys()]).toEqual(['subject', 'body']);
    expect(query(link).get('subject')).toBe('催报 Bcc: x@example.com&cc=y@example.com');
  });

  it('leaves out an address that is none, so that no cell can add recipients', () => {
    for (const address of [
      '',
      '无',
      'a@example.com,b@example.com',
      'a@example.com?cc=b@example.com',
      '138 0000 0000',
      'a@b',
      'a@example.com\nBcc: b@example.com;c',
    ]) {
      expect(mailto(address, 's', ['b'])).toMatch(/^mailto:\?subject=s&body=b$/);
    }
  });

  it('takes the first body that keeps the link short, the last when none does', () => {
    const long = '长'.repeat(300);
    expect(query(mailto('a@example.com', 's', [long, '短'])).get('body')).toBe('短');
    expect(query(mailto('a@example.com', 's', [long, `${long}二`])).get('body')).toBe(`${long}二`);
  });

  it('gives back what was put in, for any texts, with exactly two fields', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (subject, body) => {
        const link = mailto('a+b@example.com', subject, [body]);
        expect(link).toMatch(/^mailto:a%2Bb@example\.com\?subject=[\w.~%-]*&body=[\w.~%-]*$/);
        expect([...query(link).keys()]).toEqual(['subject', 'body']);
        expect(query(link).get('body')).toBe(
          body
            .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
            .replace(/\r\n?|\n/g, '\r\n'),
        );
      }),
      { numRuns: 300 },
    );
  });
});
