// Every overdue unit by name, as the leaders' sheet says it: those with several items first, then by item. Nobody is left out.
import type { BriefingFigures, OverdueUnit } from '../../core/briefing/briefingFigures';
import type { Language } from '../../core/ground/text';
import { formatLateness } from '../../core/time/formatLateness';

/** “3天” rather than “3天2小时5分”: the largest unit is enough on a page for leaders. */
function roughly(minutes: number, language: Language): string {
  const size = minutes >= 1440 ? 1440 : minutes >= 60 ? 60 : 1;
  return formatLateness(Math.floor(minutes / size) * size, language);
}

function reminded(times: number, language: Language): string {
  if (times === 0) return '';
  return language === 'zh' ? `催${times}次` : `reminded ${times}×`;
}

function marked({ name, reminders }: OverdueUnit, language: Language): string {
  if (reminders === 0) return name;
  return language === 'zh'
    ? `${name}（${reminded(reminders, language)}）`
    : `${name} (${reminded(reminders, language)})`;
}

/** Units that owe the same items, those with the most items first. */
function bySameItems(
  units: readonly OverdueUnit[],
): { readonly ids: readonly string[]; readonly units: OverdueUnit[] }[] {
  const groups = new Map<string, { ids: readonly string[]; units: OverdueUnit[] }>();
  for (const unit of units) {
    const ids = unit.items.map(({ requirementId }) => requirementId).sort();
    const group = groups.get(ids.join());
    if (group) group.units.push(unit);
    else groups.set(ids.join(), { ids, units: [unit] });
  }
  return [...groups.values()].sort((a, b) => b.ids.length - a.ids.length || (a.ids.join() < b.ids.join() ? -1 : 1));
}

/** “最长3天（西渡镇）”; when many are late for as long, none of them is singled out. */
function longestWords(units: readonly OverdueUnit[], language: Language): string {
  const zh = language === 'zh';
  const late = (unit: OverdueUnit | undefined): string => roughly(unit?.minutesLate ?? 0, language);
  const most = late(units[0]);
  const as = units.filter((unit) => late(unit) === most);
  if (as.length === units.length && units.length > 1) {
    // Of several items of a unit the longest is meant: the others are not overdue for so long.
    const several = units.some(({ items }) => items.length > 1);
    if (several) return zh ? `各家最长都是${most}` : `each for ${most} at most`;
    return zh ? `均已${most}` : `${most} each`;
  }
  const name = as[0]?.name ?? '';
  if (as.length === 1) return zh ? `最长${most}（${name}）` : `${most} at most (${name})`;
  return zh ? `最长${most}（${name}等${as.length}家）` : `${most} at most (${name} and ${as.length - 1} more)`;
}

function severalWords(units: readonly OverdueUnit[], language: Language): string {
  const zh = language === 'zh';
  const several = units.filter((unit) => unit.items.length > 1).length;
  if (several === 0) return '';
  if (several === units.length) return zh ? '，每家都在两项以上' : ', each with several items';
  return zh
    ? `；两项以上的${several}家列在前面`
    : `; the ${several} with several items ${several === 1 ? 'stands' : 'stand'} first`;
}

/** One line that counts, then a line for each set of items: whoever owes several stands first, and every unit is named. */
export function overdueLines({ overdueUnits, soFar }: BriefingFigures, language: Language): string[] {
  const zh = language === 'zh';
  if (overdueUnits.length === 0) return [zh ? '到期事项没有逾期的单位。' : 'No unit is overdue.'];
  const items = soFar.overdue;
  const units = overdueUnits.length;
  const lines = bySameItems(overdueUnits).map(({ ids, units: same }) => {
    const title = ids.length === 1 ? (same[0]?.items[0]?.title ?? '') : '';
    const names = same.map((unit) => marked(unit, language)).join(zh ? '、' : ', ');
    return zh
      ? `${ids.join('、')}${title}（${same.length}家）：${names}。`
      : `${ids.join(', ')}${title === '' ? '' : ` ${title}`} (${same.length}): ${names}.`;
  });
  const longest = longestWords(overdueUnits, language);
  const several = severalWords(overdueUnits, language);
  return [
    zh
      ? `共${units}家${items}项，${longest}${several}。`
      : `${units} ${units === 1 ? 'unit' : 'units'}, ${items} ${items === 1 ? 'item' : 'items'}, ${longest}${several}.`,
    ...lines,
  ];
}
