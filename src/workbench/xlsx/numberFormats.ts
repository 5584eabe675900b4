// Keeps ExcelJS from turning numbers into dates: number formats travel through it in a form in which it sees no date.
// Serial numbers so come back exactly as stored, and no time zone can touch them.

/** Formats that files name by number only; those with a date or time, as Excel shows them in Chinese and English alike. */
const BUILT_IN: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const MARK = '"§';
const FREE_ID = 9000;

const hidden = (format: string): string => `&quot;§${encodeURIComponent(format)}&quot;`;

/** Rewrites the formats of a styles part. `unescape` turns an attribute's text into the format itself. */
export function hideFormats(stylesXml: string, unescape: (attribute: string) => string): string {
  const own = stylesXml.replace(
    /(<numFmt\b[^>]*formatCode=)(?:"([^"]*)"|'([^']*)')/g,
    (_all, head: string, double: string | undefined, single: string | undefined) =>
      `${head}"${hidden(unescape(double ?? single ?? ''))}"`,
  );
  const used = new Set<number>();
  const renumbered = own.replace(/(<xf\b[^>]*numFmtId=")(\d+)"/g, (all, head: string, id: string) => {
    if (!(Number(id) in BUILT_IN) || own.includes(`<numFmt numFmtId="${id}"`)) return all;
    used.add(Number(id));
    return `${head}${FREE_ID + Number(id)}"`;
  });
  const added = [...used]
    .map((id) => `<numFmt numFmtId="${FREE_ID + id}" formatCode="${hidden(BUILT_IN[id] ?? '')}"/>`)
    .join('');
  if (added === '') return renumbered;
  if (/<numFmts\b[^>]*[^/]>/.test(renumbered)) return renumbered.replace('</numFmts>', `${added}</numFmts>`);
  return renumbered.replace(/<numFmts\b[^>]*\/>/, '').replace(/(<styleSheet\b[^>]*>)/, `$1<numFmts>${added}</numFmts>`);
}

/** The format that was hidden; any other as it is. */
export function shownFormat(format: string | undefined): string | undefined {
  return format?.startsWith(MARK) ? decodeURIComponent(format.slice(MARK.length, -1)) : format;
}
