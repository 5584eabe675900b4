// Under which conditions the add-in runs in the workbench: Office's colours, the Excel version claimed, how the connection behaves.
// It knows what a person may choose; it carries nothing out.
import { text, type Text } from '../../core/ground/text';

/** What the workbench pretends of Excel around the add-in. */
export interface Conditions {
  readonly theme: 'light' | 'dark' | 'contrast';
  /** The newest ExcelApi that the host claims. */
  readonly excelApi: '1.7' | '1.9' | '1.13';
  /** What a person may do to the workbook. */
  readonly rights: 'edit' | 'read';
  readonly connection: 'good' | 'slow' | 'failing' | 'silent' | 'editing';
}

type Choices = {
  readonly [Key in keyof Conditions]: {
    readonly label: Text;
    readonly values: Readonly<Record<Conditions[Key], Text>>;
  };
};

/** What the menu offers; keys and values are words of the page's address, too. */
export const CHOICES: Choices = {
  theme: {
    label: text('Office 主题', 'Office theme'),
    values: { light: text('浅色', 'Light'), dark: text('深色', 'Dark'), contrast: text('高对比度', 'High contrast') },
  },
  excelApi: {
    label: text('Excel 版本', 'Excel version'),
    values: {
      '1.7': text('2019（ExcelApi 1.7，太旧）', '2019 (ExcelApi 1.7, too old)'),
      '1.9': text('2021（ExcelApi 1.9）', '2021 (ExcelApi 1.9)'),
      '1.13': text('365（ExcelApi 1.13）', '365 (ExcelApi 1.13)'),
    },
  },
  rights: {
    label: text('工作簿', 'Workbook'),
    values: { edit: text('可以编辑', 'May be edited'), read: text('只读', 'Read-only') },
  },
  connection: {
    label: text('连接', 'Connection'),
    values: {
      good: text('正常', 'Good'),
      slow: text('慢：每次请求 1.5 秒', 'Slow: 1.5 s a request'),
      failing: text('时断时续：每三次失败一次', 'Failing: every third request'),
      silent: text('没有应答', 'No answer'),
      editing: text('单元格正在编辑', 'A cell is being edited'),
    },
  },
};

/** What an address that says nothing gets: a new Excel on a good line. */
export const USUAL: Conditions = { theme: 'light', excelApi: '1.13', rights: 'edit', connection: 'good' };

/** The conditions that a page's address asks for; what it does not name, or wrongly, is as usual. */
export function conditionsFrom(search: string): Conditions {
  const query = new URLSearchParams(search);
  const chosen = Object.entries(CHOICES).flatMap(([key, { values }]) => {
    const value = query.get(key);
    return value !== null && value in values ? [[key, value]] : [];
  });
  return { ...USUAL, ...(Object.fromEntries(chosen) as Partial<Conditions>) };
}

/** What Office says of its colours. */
export const THEMES: Readonly<
  Record<Conditions['theme'], { readonly background: string; readonly foreground: string }>
> = {
  light: { background: '#ffffff', foreground: '#000000' },
  dark: { background: '#262626', foreground: '#ffffff' },
  contrast: { background: '#000000', foreground: '#ffffff' },
};
