// What people call a time zone. Knows no offset and no clock.
import type { Text } from '../ground/text';
import { text } from '../ground/text';

/** Names of the one civil time of China in the zone database. */
const BEIJING = new Set(['asia/shanghai', 'asia/chongqing', 'asia/chungking', 'asia/harbin', 'prc']);

/** How people call that time themselves. */
const CALLED_BEIJING = /^(?:北京|中国|beijing|china)(?:标准)?(?:时间| (?:standard )?time)?$/i;

/**
 * The zone that somebody means, as the zone database calls it; any other word stays. Example: `zoneCalled('北京时间') === 'Asia/Shanghai'`.
 */
export function zoneCalled(word: string): string {
  const typed = word.normalize('NFKC').trim();
  return CALLED_BEIJING.test(typed) ? 'Asia/Shanghai' : typed;
}

/** “北京时间” for the zones of that time, else the zone's own name. Example: `zoneName('Asia/Shanghai').en === 'Beijing time'`. */
export function zoneName(zone: string): Text {
  return BEIJING.has(zoneCalled(zone).toLowerCase()) ? text('北京时间', 'Beijing time') : text(zone, zone);
}
