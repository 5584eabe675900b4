import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from '../../../src/app/catalogue/catalogue';
import { ribbonFromManifest } from '../../../src/workbench/page/ribbonFromManifest';

const tab = ribbonFromManifest(readFileSync(path.join(process.cwd(), 'manifest.xml'), 'utf8'));
const buttons = tab.groups.flatMap((group) => group.buttons);

describe('the ribbon of the workbench', () => {
  it('is the tab of the manifest in both languages', () => {
    expect(tab.label).toEqual({ zh: '宣传活动', en: 'Campaign' });
    expect(tab.groups.every((group) => group.label.zh !== '' && group.label.en !== '')).toBe(true);
  });

  it('has every control of the manifest, each with words and an icon', () => {
    // The cells' menu is no part of the ribbon, and Excel on the web has none.
    const [manifest = ''] = readFileSync(path.join(process.cwd(), 'manifest.xml'), 'utf8').split(
      'xsi:type="ContextMenu"',
    );
    expect(buttons).toHaveLength(manifest.match(/<Control /g)?.length ?? 0);
    for (const button of buttons) {
      expect([button.label.zh, button.label.en, button.tip.zh]).not.toContain('');
      expect(button.icon).toMatch(/^\/assets\/.+-32\.png$/);
    }
  });

  it('knows what each button does', () => {
    const named = buttons.flatMap(({ action }) => (action?.kind === 'executeFunction' ? [action.name] : []));
    expect(named).toEqual(expect.arrayContaining(['highlightOverdue', 'computeRanking', 'makeBriefing']));
    expect(buttons.filter(({ action }) => action?.kind === 'showTaskpane' && action.page === '')).toHaveLength(1);
  });

  it('opens the pane at the job that a button names; a menu holds its items', () => {
    const menu = buttons.find(({ items }) => items.length > 0);
    expect(menu).toMatchObject({ label: { zh: '导入', en: 'Import' }, action: null });
    expect(menu?.items.map(({ action }) => action)).toEqual(
      ['import-roster', 'import-receipts', 'import-stories', 'import-scores'].map((job) => ({
        kind: 'showTaskpane',
        page: `step=${job}`,
      })),
    );
    const jobs = [...buttons, ...buttons.flatMap(({ items }) => items)].flatMap(({ action }) =>
      action?.kind === 'showTaskpane' && action.page !== ''
        ? [new URLSearchParams(action.page).get('step') ?? action.page]
        : [],
    );
    expect(jobs.filter((job) => !CATALOGUE.some(({ name }) => name === job))).toEqual(['page=history']);
  });

  it('leads from “undo” to the history, which says of each act whose it is and when it was', () => {
    const undo = buttons.find(({ label }) => label.zh === '撤销');
    expect(undo?.action).toEqual({ kind: 'showTaskpane', page: 'page=history' });
  });

  it('refuses a manifest without a tab', () => {
    expect(() => ribbonFromManifest('<OfficeApp/>')).toThrow('no custom tab');
  });
});
