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

/** One line that counts, then a line for each set of items: whoever owes several stands first, and every unit is named. */
export function overdueLines({ overdueUnits, soFar }: BriefingFigures, language: Language): string[] {
  const zh = language === 'zh';
  const [longest] = overdueUnits;
  if (!longest) return [zh ? '到期事项没有逾期的单位。' : 'No unit is overdue.'];
  const late = roughly(longest.minutesLate, language);
  const items = soFar.overdue;
  const several = overdueUnits.filter((unit) => unit.items.length > 1).length;
  const lines = bySameItems(overdueUnits).map(({ ids, units }) => {
    const title = ids.length === 1 ? (units[0]?.items[0]?.title ?? '') : '';
    const names = units.map((unit) => marked(unit, language)).join(zh ? '、' : ', ');
    return zh
      ? `${ids.join('、')}${title}（${units.length}家）：${names}。`
      : `${ids.join(', ')}${title === '' ? '' : ` ${title}`} (${units.length}): ${names}.`;
  });
  return [
    zh
      ? `共${overdueUnits.length}家${items}项，最长${late}（${longest.name}）${several > 0 ? `；两项以上的${several}家列在前面` : ''}。`
      : `${overdueUnits.length} ${overdueUnits.length === 1 ? 'unit' : 'units'}, ${items} ${items === 1 ? 'item' : 'items'}, ${late} at most (${longest.name})${several > 0 ? `; the ${several} with several items stand first` : ''}.`,
    ...lines,
  ];
}
