// What people call a time zone. Knows no offset and no clock.
import type { Text } from '../ground/text';
import { text } from '../ground/text';

/** Names of the one civil time of China in the zone database. */
const BEIJING = new Set(['asia/shanghai', 'asia/chongqing', 'asia/chungking', 'asia/harbin', 'prc']);

/** “北京时间” for the zones of that time, else the zone's own name. Example: `zoneName('Asia/Shanghai').en === 'Beijing time'`. */
export function zoneName(zone: string): Text {
  return BEIJING.has(zone.toLowerCase()) ? text('北京时间', 'Beijing time') : text(zone, zone);
}
