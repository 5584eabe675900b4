import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { storableText } from '../../../src/core/ground/cleanText';

describe('text that every file can hold', () => {
  test.each([
    ['从PDF复制的\uFFFE题目', '从PDF复制的题目'],
    ['甲\u0000\u0007乙', '甲乙'],
    ['一\ud83d二', '一二'],
    ['一\udc00二', '一二'],
    ['一\ud83d\u0001\ude00二', '一二'],
    ['\u{1fffe}末', '末'],
    ['换\t行\r\n', '换\t行\r\n'],
    ['😀王　芳\u00b7é', '😀王　芳\u00b7é'],
  ])('%j is stored as %j', (given, stored) => {
    expect(storableText(given)).toBe(stored);
  });

  test('whatever comes in, what is left is well-formed and stays so', () => {
    const any = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(any, (text) => {
        const stored = storableText(text);
        expect(storableText(stored)).toBe(stored);
        const xml = `<a>${stored.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</a>`;
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(new TextDecoder().decode(new TextEncoder().encode(stored))).toBe(stored.replace(/^\ufeff/, ''));
        expect(() => new XMLParser().parse(xml)).not.toThrow();
      }),
    );
  });
});
