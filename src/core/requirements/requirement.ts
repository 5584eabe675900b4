// One thing that units must hand in or hold (T1…), and one unit's difference from it.
import type { Category } from '../roster/unit';
import type { WallTime } from '../ground/wallTime';

/** report 报送 · event 活动 */
type RequirementKind = 'report' | 'event';

/** A row of 报送事项. */
export interface Requirement {
  /** "T1"… */
  readonly requirementId: string;
  /** The id that the row was written with, where somebody typed over it. */
  readonly formerId?: string;
  readonly title: string;
  /** Name of an activity, or of a phase; '' = none. */
  readonly activity: string;
  readonly kind: RequirementKind;
  /** When its window begins: what is still to come is proposed after what has begun (D-12). Null: always open. */
  readonly opens: WallTime | null;
  /** null: no due time, never overdue (D-4). */
  readonly due: WallTime | null;
  readonly categories: readonly Category[];
  /** Units named one by one, by id, besides the categories. */
  readonly unitIds: readonly string[];
  /** How many accepted receipts make it complete; integer ≥ 1. */
  readonly quota: number;
  /** Required parts, at most MAX_PARTS. */
  readonly parts: readonly string[];
  /** Words by which a mail subject is recognised. */
  readonly keywords: readonly string[];
}

/** Of an item of which only the id is known: what every field means when nothing was said. */
export const PLAIN_REQUIREMENT: Omit<Requirement, 'requirementId'> = {
  title: '',
  activity: '',
  kind: 'report',
  opens: null,
  due: null,
  categories: [],
  unitIds: [],
  quota: 1,
  parts: [],
  keywords: [],
};

/** Required parts of one item: the tracker’s formulas look at so many columns (part1…part6). */
export const MAX_PARTS = 6;

/** 例外与延期: every field but the ids may be empty. */
export interface Exception {
  readonly unitId: string;
  readonly requirementId: string;
  readonly quota: number | null;
  /** Moves the due time of this unit (D-2). */
  readonly extendedTo: WallTime | null;
  readonly exempt: boolean;
  readonly approvedBy: string;
  readonly reason: string;
}
