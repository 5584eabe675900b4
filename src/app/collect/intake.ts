// What somebody who records arrivals chooses from: every unit with its spellings and the items it may be handing in (D-12). Reads no workbook.
import { isOpen, orderOwed } from '../../core/tracker/itemsOwed';
import { text, type Text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import type { WallTime } from '../../core/ground/wallTime';
import type { Campaign } from '../../workbook/campaign';
import { labelOf } from '../../workbook/contract/labels';

/** An item as the form for one arrival offers it. */
export interface IntakeItem {
  readonly requirementId: string;
  readonly title: string;
  /** “待报，6月7日 18:00 截止” */
  readonly state: Text;
  readonly parts: readonly string[];
  /** Those of the parts that have not arrived yet. */
  readonly missing: readonly string[];
  /** Something of it is still to come. */
  readonly open: boolean;
}

/** A unit with the items that may arrive from it. */
export interface IntakeUnit {
  readonly unitId: string;
  readonly name: string;
  /** Id, short name and aliases. */
  readonly spellings: readonly string[];
  /** The likeliest first. */
  readonly items: readonly IntakeItem[];
}

function stateOf({ status, due }: TrackerRow): Text {
  const zh = labelOf('status', status, 'zh');
  const en = labelOf('status', status, 'en');
  return due === null
    ? text(zh, en)
    : text(`${zh}，${formatMoment(due, 'zh')} 截止`, `${en}, due ${formatMoment(due, 'en')}`);
}

/** `rows`: the tracker at `asOf`. Units without a name and inactive ones are left out. Linear in the rows. */
export function intakeOf(
  { units, requirements }: Pick<Campaign, 'units' | 'requirements'>,
  rows: readonly TrackerRow[],
  asOf: WallTime,
): IntakeUnit[] {
  const requirementOf = new Map(requirements.map((requirement) => [requirement.requirementId, requirement]));
  const rowsOf = new Map<string, TrackerRow[]>();
  for (const row of rows) {
    const own = rowsOf.get(row.unitId);
    if (own) own.push(row);
    else rowsOf.set(row.unitId, [row]);
  }
  return units
    .filter(({ name, active }) => name !== '' && active)
    .map(({ unitId, name, shortName, aliases }) => {
      const owed = (rowsOf.get(unitId) ?? []).flatMap((row) => {
        const requirement = requirementOf.get(row.requirementId);
        return requirement ? [{ requirement, row, open: isOpen(row) }] : [];
      });
      return {
        unitId,
        name,
        spellings: [unitId, shortName, ...aliases].filter((spelling) => spelling !== ''),
        items: orderOwed(owed, asOf).map(({ requirement: { requirementId, title, parts }, row, open }) => ({
          requirementId,
          title,
          parts,
          open,
          state: stateOf(row),
          missing: row.missingParts,
        })),
      };
    });
}
