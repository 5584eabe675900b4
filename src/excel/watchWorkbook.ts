// Tells what happens in the workbook, whoever does it. Registered once; writes nothing and reads nothing in answer.
import type { WorkbookEvent } from '../workbook/contract/pointing';

/** Of what an event of changed cells says, what tells whose they are. */
interface Changed {
  readonly source: string;
  readonly triggerSource?: string;
}

/**
 * Registers on the whole workbook (four registrations, whatever the number of sheets) and gives what takes them off again.
 * Sheets that come later are told as `edited` with sheet null: whoever listens takes it that anything may have changed.
 */
export async function watchWorkbook(
  run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>,
  tell: (event: WorkbookEvent) => void,
  /** Runs a batch in the context of the registrations; where several runtimes live beside each other it is the one that registered. */
  runIn: (
    context: OfficeExtension.ClientRequestContext,
    batch: (context: Excel.RequestContext) => Promise<void>,
  ) => Promise<void> = (context, batch) => Excel.run(context, batch),
): Promise<() => Promise<void>> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/id,items/name');
    await context.sync();
    const nameOf = new Map(sheets.items.map(({ id, name }) => [id, name]));
    const say = (event: WorkbookEvent): Promise<void> => {
      tell(event);
      return Promise.resolve();
    };
    const others = ({ source }: { readonly source: string }): { readonly remote?: true } =>
      source === 'Remote' ? { remote: true } : {};
    // Excel says so from ExcelApi 1.14 on; where it does not, nothing is taken for typed.
    const byHand = ({ source, triggerSource }: Changed): { readonly byHand?: true } =>
      source === 'Local' && triggerSource === 'Unknown' ? { byHand: true } : {};
    const handlers = [
      sheets.onChanged.add((event) =>
        say({ kind: 'edited', sheet: nameOf.get(event.worksheetId) ?? null, ...others(event), ...byHand(event) }),
      ),
      sheets.onSelectionChanged.add(() => say({ kind: 'selected' })),
      sheets.onActivated.add(() => say({ kind: 'activated' })),
      sheets.onAdded.add((event) => say({ kind: 'sheets', ...others(event) })),
      sheets.onDeleted.add((event) => say({ kind: 'sheets', ...others(event) })),
    ];
    await context.sync();
    return async () => {
      const [first] = handlers;
      if (!first) return;
      await runIn(first.context, async (own) => {
        for (const handler of handlers) handler.remove();
        await own.sync();
      });
    };
  });
}
