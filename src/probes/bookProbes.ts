// Questions about the workbook as a whole: names, protection, calculation, the selection, events.
import type { Probe } from './probe';

const PATIENCE = 2000;

/** Part of `PROBES`. */
export const BOOK_PROBES: readonly Probe[] = [
  {
    id: 'texts-that-become-numbers',
    zh: '哪些写法会变成日期或数字',
    en: 'texts that become dates or numbers',
    needs: '1.9',
    ask: async (context, sheet) => {
      const words = [
        '2021年6月8日',
        '2021-06-08 16:00',
        '2021.6.8',
        '12%',
        '1,234',
        '１２',
        '1时30分',
        '二〇二一年',
        '+1',
        '(5)',
      ];
      const range = sheet.getRange(`A1:A${words.length}`);
      range.values = words.map((word) => [word]);
      range.load('valueTypes');
      await context.sync();
      return Object.fromEntries(words.map((word, at) => [word, String(range.valueTypes[at]?.[0])]));
    },
  },
  {
    id: 'formula-too-long',
    zh: '超过 8,192 个字符的公式',
    en: 'a formula of more than 8,192 characters',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1').formulas = [[`=${'1+'.repeat(4100)}1`]];
      await context.sync();
      return 'taken';
    },
  },
  {
    id: 'names-of-the-workbook',
    zh: '名称的添加、公式与删除',
    en: 'names are added, read and deleted',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1').values = [[5]];
      sheet.load('name');
      await context.sync();
      const { names } = context.workbook;
      const name = names.add('ProbeName', `='${sheet.name}'!$A$1`);
      sheet.getRange('B1').formulas = [['=ProbeName*2']];
      const result = sheet.getRange('B1').load('values');
      const found = names.getItem('ProbeName').load('formula');
      names.load('items/name');
      await context.sync();
      const seen = [
        result.values as never,
        found.formula.endsWith('!$A$1'),
        names.items.map((one) => one.name).includes('ProbeName'),
      ];
      name.delete();
      result.load('values');
      await context.sync();
      return [...seen, result.values as never];
    },
  },
  {
    id: 'protected-sheet',
    zh: '保护与解除保护',
    en: 'a sheet is protected and opened again',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true });
      sheet.protection.load('protected');
      await context.sync();
      const before = sheet.protection.protected;
      sheet.protection.unprotect();
      sheet.protection.load('protected');
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      return [before, sheet.protection.protected];
    },
  },
  {
    id: 'writing-into-a-protected-sheet',
    zh: '写入受保护的工作表',
    en: 'writing into a protected sheet',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.protection.protect();
      await context.sync();
      try {
        sheet.getRange('A1').values = [[1]];
        await context.sync();
        return 'taken';
      } catch (error) {
        return String((error as { code?: unknown }).code);
      } finally {
        sheet.protection.unprotect();
        await context.sync();
      }
    },
  },
  {
    id: 'calculation-suspended',
    zh: '暂停计算后再计算',
    en: 'calculation is suspended and caught up with',
    needs: '1.9',
    ask: async (context, sheet) => {
      const { application } = context.workbook;
      application.load('calculationMode');
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
      sheet.getRange('A1').values = [[2]];
      sheet.getRange('B1').formulas = [['=A1*2']];
      await context.sync();
      application.calculate('Recalculate');
      const result = sheet.getRange('B1').load('values');
      await context.sync();
      return [application.calculationMode, result.values as never];
    },
  },
  {
    id: 'selection-follows',
    zh: '切换工作表与选择单元格',
    en: 'a sheet is activated and a cell selected',
    needs: '1.9',
    ask: async (context, sheet) => {
      const before = context.workbook.worksheets.getActiveWorksheet().load('id');
      await context.sync();
      sheet.activate();
      sheet.getRange('C3').select();
      const active = context.workbook.getActiveCell().load('address');
      await context.sync();
      const place = active.address.split('!').at(-1) ?? '';
      context.workbook.worksheets.getItem(before.id).activate();
      await context.sync();
      return place;
    },
  },
  {
    id: 'selected-areas',
    zh: '选中的各块区域',
    en: 'the areas that are selected',
    needs: '1.9',
    ask: async (context, sheet) => {
      const before = context.workbook.worksheets.getActiveWorksheet().load('id');
      await context.sync();
      sheet.activate();
      sheet.getRange('C3:D5').select();
      const areas = context.workbook.getSelectedRanges().areas.load('items/rowIndex,items/rowCount');
      await context.sync();
      const rows = areas.items.map(({ rowIndex, rowCount }) => [rowIndex, rowCount]);
      context.workbook.worksheets.getItem(before.id).activate();
      await context.sync();
      return rows;
    },
  },
  {
    id: 'events-are-told',
    zh: '改动会有事件通知',
    en: 'a change is told by an event',
    needs: '1.9',
    ask: async (context, sheet) => {
      const { worksheets } = context.workbook;
      sheet.load('id');
      const told = new Set<string>();
      let ready = (): void => undefined;
      const changed = new Promise<void>((resolve) => (ready = resolve));
      const quiet = async (): Promise<void> => undefined;
      const handlers = [
        worksheets.onChanged.add(async ({ worksheetId }) => {
          told.add(worksheetId);
          ready();
        }),
        worksheets.onActivated.add(quiet),
        worksheets.onAdded.add(quiet),
        worksheets.onDeleted.add(quiet),
        worksheets.onSelectionChanged.add(quiet),
      ];
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      const patience = setTimeout(ready, PATIENCE);
      await changed;
      clearTimeout(patience);
      for (const handler of handlers) handler.remove();
      await context.sync();
      return told.has(sheet.id);
    },
  },
];
