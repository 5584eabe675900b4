// A reporting unit of the campaign: who must hand things in.

/** A county's four: township 乡镇 · park 园区 · member 成员单位 · other 县直机关单位 (outside the expected counts). */
export type CountyCategory = 'township' | 'park' | 'member' | 'other';
/** Of a county: one of its codes. Of any other campaign: the word as its roster has it, '' where none stands. */
export type Category = string;
/** A county's, in the order in which figures and lists show them. */
export const COUNTY_CATEGORIES: readonly CountyCategory[] = ['township', 'park', 'member', 'other'];

/** A row of 单位名册. */
export interface Unit {
  /** "U01"…; never changes, never reused. */
  readonly unitId: string;
  /** The id that the row was written with, where somebody typed over it or emptied it. */
  readonly formerId?: string;
  /** '' marks a row that is still to be filled in: no such unit takes part in anything. */
  readonly name: string;
  readonly shortName: string;
  /** Other spellings that mean exactly this unit. */
  readonly aliases: readonly string[];
  readonly category: Category;
  /** Contact data: '' where nobody gave it. */
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  /** The unit's task force (专班): who heads it, whom to call. */
  readonly forceHead: string;
  readonly forceContact: string;
  readonly forcePhone: string;
  /** An inactive unit keeps its history but owes nothing any more. */
  readonly active: boolean;
  readonly note: string;
}

/** What a unit is of which nobody has said more than its name. */
export const PLAIN_UNIT = {
  shortName: '',
  aliases: [],
  contact: '',
  phone: '',
  email: '',
  forceHead: '',
  forceContact: '',
  forcePhone: '',
  active: true,
  note: '',
} as const satisfies Partial<Unit>;
