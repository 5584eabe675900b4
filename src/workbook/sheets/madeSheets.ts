// The sheets that jobs make as a whole and whose layouts stand beside this file: the name under which jobs report them, what people see, whom they are for.
// Apart from their layouts, so that naming one loads none.
import { text, type Text } from '../../core/ground/text';
import type { ColumnKeys, TableName } from '../contract/keys';

/** public: shown to everybody · circulated: goes to other offices and leaders, names may stand on it · office: stays in the workbook. */
export type Reach = 'public' | 'circulated' | 'office';

/** What people call a made sheet, and whom it is for. */
export interface MadeSheetKind {
  readonly sheet: Text;
  readonly reach: Reach;
}

/** Columns of a table that stand on a page. */
export type ShownOf = {
  [T in TableName]: {
    readonly table: T;
    /** The column that names a row. */
    readonly key: ColumnKeys[T];
    readonly columns: readonly ColumnKeys[T][];
    /** Of these rows alone; else of all, and a row more or less counts. */
    readonly only?: readonly string[];
  };
}[TableName];

/** What a page shows, by which it says by itself that this has changed since. */
export interface MadeOf {
  /** Its place among the blocks of 生成依据, from 0: of this page for ever, for older pages point at it. A test names one that is taken. */
  readonly place: number;
  readonly shows: readonly ShownOf[];
}

/** A made sheet whose page stands in its job: the offer alone names it, and whoever asks for made sheets by name is told of it (app/run/sheetsMade). */
export interface OwnSheet extends MadeSheetKind {
  /** The name in plans and reports; no table and no other made sheet has it. */
  readonly key: string;
  /** Absent: its page cannot go stale, or says elsewhere what it rests on (`WATCHED`). */
  readonly madeOf?: MadeOf;
}

/** A page that says itself what it shows. */
export type OwnWatched = OwnSheet & { readonly madeOf: MadeOf };

/** True for a page that says itself what it shows. */
export const isOwnWatched = (own: OwnSheet): own is OwnWatched => own.madeOf !== undefined;

/** By the name that plans and reports know. `reach` decides whether the guard looks at it. */
export const MADE_SHEETS = {
  Accountability: { sheet: text('追责名单', 'Accountability'), reach: 'circulated' },
  Awards: { sheet: text('获奖名单', 'Awards'), reach: 'public' },
  Briefing: { sheet: text('领导简报', 'Briefing'), reach: 'circulated' },
  MadeFrom: { sheet: text('生成依据', 'Made from'), reach: 'office' },
  Matrix: { sheet: text('报送矩阵', 'Matrix'), reach: 'circulated' },
  Overview: { sheet: text('首页', 'Overview'), reach: 'office' },
  Summary: { sheet: text('汇总', 'Summary'), reach: 'circulated' },
  Agenda: { sheet: text('颁奖会议程', 'Ceremony agenda'), reach: 'public' },
  Certificates: { sheet: text('证书', 'Certificates'), reach: 'public' },
  Notice: { sheet: text('公示', 'Public notice'), reach: 'public' },
  PrizeReceipt: { sheet: text('奖金签收表', 'Prize receipt'), reach: 'circulated' },
  Remarks: { sheet: text('评语', 'Remarks'), reach: 'public' },
} as const satisfies Readonly<Record<string, MadeSheetKind>>;

/** The name of a made sheet in plans, reports and offers of jobs. */
export type MadeSheetName = keyof typeof MADE_SHEETS;

/** The word by which a page is remembered in defined names. Example: `madeKey('PrizeReceipt') === 'prizeReceipt'`. */
export const madeKey = (kind: string): string => kind.slice(0, 1).toLowerCase() + kind.slice(1);
