// Marks for cells that people filled with something that counts as nothing: by the sheet itself, without the add-in. Knows no table.
import { AFTER_LAST_MOMENT, FIRST_MOMENT } from './cellFormulas';
import { PALETTE } from './palette';
import type { RowHighlight } from './spec';

const LOOK = { fill: PALETTE.overdueFill, color: PALETTE.overdueInk, bold: true } as const;

/** The cell holds something that is no moment of this century. */
export function noMoment<const K extends string>(key: K): RowHighlight<K> {
  return {
    when: (cell) =>
      `IF(ISNUMBER(${cell(key)}),OR(${cell(key)}<${FIRST_MOMENT},${cell(key)}>=${AFTER_LAST_MOMENT}),${cell(key)}<>"")`,
    columns: [key],
    ...LOOK,
  };
}

/** The cell holds something that is no whole number from 1 up. */
export function noCount<const K extends string>(key: K): RowHighlight<K> {
  return {
    when: (cell) => `IF(ISNUMBER(${cell(key)}),OR(${cell(key)}<1,${cell(key)}<>INT(${cell(key)})),${cell(key)}<>"")`,
    columns: [key],
    ...LOOK,
  };
}

/** A unit is named whom the sheet cannot tell. */
export const NO_UNIT: RowHighlight<'unit' | 'unitId'> = {
  when: (cell) => `AND(${cell('unit')}<>"",${cell('unitId')}="")`,
  columns: ['unit', 'unitId'],
  ...LOOK,
};

/** An item is named that is not among the requirements. */
export const NO_ITEM: RowHighlight<'requirementId' | 'itemRow'> = {
  when: (cell) => `AND(${cell('requirementId')}<>"",${cell('itemRow')}=0)`,
  columns: ['requirementId'],
  ...LOOK,
};
