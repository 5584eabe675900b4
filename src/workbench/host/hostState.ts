// What the host holds between batches, shared by the queue (host.ts) and by what the API's classes may do (liveContext.ts).
import type { Calculator } from '../calc/calculator';
import type { Book, Sheet } from '../model/book';
import type { BookLanguage } from '../model/tableParts';
import { refuse } from './apiError';
import { Events } from './events';
import type { HostContext } from './hostContext';
import { UNKIND, type Manners } from './manners';
import { References } from './references';

/** How the host behaves; it can be changed while it runs. */
export interface HostOptions {
  readonly book: Book;
  /** Without one, formulas keep the results they have. */
  readonly calculator?: Calculator;
  /** Excel serial of the present moment. */
  readonly now: () => number;
  /** Characters of a request or response; Excel on the web takes 5 MB. */
  readonly limits?: { readonly bytes: number };
  /** The newest requirement set that is claimed, e.g. '1.9'. */
  readonly excelApi?: string | (() => string);
  /** Language of default names such as Table1 or 表1. */
  readonly language?: BookLanguage;
  /** Milliseconds after which a batch is answered with an error. */
  readonly timeout?: number;
  /** Whether tables take in what the API writes directly below them (AutoCorrect does it in some hosts). */
  readonly tablesGrow?: boolean;
  /** Where the host is to be kinder than it is by itself. */
  readonly manners?: Partial<Manners>;
  /** Name of the open file, as Workbook.name tells it. */
  readonly fileName?: () => string;
}

/**
 * cellEditing: a cell is being edited, every batch is refused, as in Excel. silence: batches are done but never answered,
 * as a lost connection leaves them.
 */
export type Trouble = 'cellEditing' | 'silence' | null;

/** Remote: a co-author did it, as events say it. */
export type Source = 'Local' | 'Remote';

export class HostState {
  readonly events = new Events();
  readonly references = new References();
  /** Ids of the sheets that changed since listeners were last told. */
  readonly touched = new Set<string>();
  calculationMode: HostContext['calculationMode'] = 'Automatic';
  /** True when a formula may give another result than it shows. */
  dirty = true;
  /** True when somebody asked for the results, also where they are worked out only on demand. */
  asked = false;
  /** True until the batch ends: the add-in asked not to calculate. */
  suspended = false;
  /** What is wrong with the host at the moment, for those who must cope with it. */
  trouble: Trouble = null;
  /** Whose edit is being carried out; null while it is the add-in's. */
  byPerson: Source | null = null;
  readonly manners: Manners;

  constructor(
    readonly options: HostOptions,
    public book: Book,
  ) {
    this.manners = { ...UNKIND, ...options.manners };
  }

  sheet(id: string): Sheet {
    return this.book.sheets.find((sheet) => sheet.id === id) ?? refuse('ItemNotFound', `there is no sheet ${id}`);
  }

  touchEverything(): void {
    this.dirty = true;
    for (const sheet of this.book.sheets) this.touched.add(sheet.id);
  }

  async calculate(): Promise<void> {
    this.asked = false;
    if (!this.dirty) return;
    this.dirty = false;
    if (!this.options.calculator) return;
    try {
      const sheets = await this.options.calculator.recalculate(this.book, this.options.now());
      if (sheets) {
        for (const index of sheets) {
          const sheet = this.book.sheets[index];
          if (sheet) this.touched.add(sheet.id);
        }
        return;
      }
    } catch (error) {
      this.dirty = true;
      throw error;
    }
    for (const sheet of this.book.sheets) {
      for (const cell of sheet.cells.values()) {
        if (cell.formula === undefined) continue;
        this.touched.add(sheet.id);
        break;
      }
    }
  }
}
