// Puts the spreadsheet view together: which Univer plugins the grid has, in which language. It knows no book and no host.
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import type { Injector } from '@univerjs/core';
import DesignEn from '@univerjs/design/locale/en-US';
import DesignZh from '@univerjs/design/locale/zh-CN';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import DocsEn from '@univerjs/docs-ui/locale/en-US';
import DocsZh from '@univerjs/docs-ui/locale/zh-CN';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsConditionalFormattingUIPlugin } from '@univerjs/sheets-conditional-formatting-ui';
import ConditionalEn from '@univerjs/sheets-conditional-formatting-ui/locale/en-US';
import ConditionalZh from '@univerjs/sheets-conditional-formatting-ui/locale/zh-CN';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import ValidationUiEn from '@univerjs/sheets-data-validation-ui/locale/en-US';
import ValidationUiZh from '@univerjs/sheets-data-validation-ui/locale/zh-CN';
import ValidationEn from '@univerjs/sheets-data-validation/locale/en-US';
import ValidationZh from '@univerjs/sheets-data-validation/locale/zh-CN';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import FormulaUiEn from '@univerjs/sheets-formula-ui/locale/en-US';
import FormulaUiZh from '@univerjs/sheets-formula-ui/locale/zh-CN';
import FormulaEn from '@univerjs/sheets-formula/locale/en-US';
import FormulaZh from '@univerjs/sheets-formula/locale/zh-CN';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import NumfmtEn from '@univerjs/sheets-numfmt-ui/locale/en-US';
import NumfmtZh from '@univerjs/sheets-numfmt-ui/locale/zh-CN';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import SheetsUiEn from '@univerjs/sheets-ui/locale/en-US';
import SheetsUiZh from '@univerjs/sheets-ui/locale/zh-CN';
import SheetsEn from '@univerjs/sheets/locale/en-US';
import SheetsZh from '@univerjs/sheets/locale/zh-CN';
import { greenTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import UiEn from '@univerjs/ui/locale/en-US';
import UiZh from '@univerjs/ui/locale/zh-CN';
import type { Language } from '../../core/ground/text';
import { IsFormulaInGrid } from './isFormulaInGrid';
import { narrowRuleFormulas } from './ruleFormulas';
import { withoutTextMarks } from './textMarks';

export interface GridEngine {
  readonly univer: Univer;
  readonly injector: Injector;
}

/** Tools of the grid whose effects the model cannot take over: rules are the add-in's, protection is the host's. */
const HIDDEN_MENUS = [
  'sheet.menu.data-validation',
  'sheet.operation.open.conditional.formatting.panel',
  'sheet.contextMenu.permission',
  'sheet.toolbar.text-to-number',
  'sheet.contextMenu.text-to-number',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
] as const;

/** Words that the grid's packages show but do not bring (0.25.1): the bar of a calculation in progress. */
const progress = (words: Readonly<Record<string, string>>): object => ({ 'sheets-formula': { progress: words } });
const PROGRESS_ZH = progress({
  analyzing: '正在分析公式',
  calculating: '正在计算',
  'array-analysis': '正在分析数组公式',
  'array-calculation': '正在计算数组公式',
  done: '计算完成',
});
const PROGRESS_EN = progress({
  analyzing: 'Analysing formulas',
  calculating: 'Calculating',
  'array-analysis': 'Analysing array formulas',
  'array-calculation': 'Calculating array formulas',
  done: 'Calculated',
});

/** Starts the view inside `container`, an element that is on the page and has a size. */
export function createGridEngine(container: HTMLElement, language: Language): GridEngine {
  const zh = mergeLocales(
    DesignZh,
    DocsZh,
    UiZh,
    SheetsZh,
    SheetsUiZh,
    FormulaZh,
    FormulaUiZh,
    NumfmtZh,
    ValidationZh,
    ValidationUiZh,
    ConditionalZh,
    PROGRESS_ZH,
  );
  const en = mergeLocales(
    DesignEn,
    DocsEn,
    UiEn,
    SheetsEn,
    SheetsUiEn,
    FormulaEn,
    FormulaUiEn,
    NumfmtEn,
    ValidationEn,
    ValidationUiEn,
    ConditionalEn,
    PROGRESS_EN,
  );
  narrowRuleFormulas();
  withoutTextMarks();
  const univer = new Univer({
    theme: greenTheme,
    locale: language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: { [LocaleType.ZH_CN]: zh, [LocaleType.EN_US]: en },
    logLevel: LogLevel.WARN,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: [[IsFormulaInGrid, 'ISFORMULA']] });
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: true,
    footer: true,
    ribbonType: 'simple',
    menu: Object.fromEntries(HIDDEN_MENUS.map((id) => [id, { hidden: true }])),
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    footer: { menus: false },
    clipboardConfig: { hidePasteOptions: true },
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true, disableTextFormatMark: true });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  // The list's search field would take the keyboard from the cell in the middle of a word.
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, { showSearchOnDropdown: false });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  return { univer, injector: univer.__getInjector() };
}
