import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ribbonFromManifest } from '../../../src/workbench/page/ribbonFromManifest';

const tab = ribbonFromManifest(readFileSync(path.join(process.cwd(), 'manifest.xml'), 'utf8'));
const buttons = tab.groups.flatMap((group) => group.buttons);

describe('the ribbon of the workbench', () => {
  it('is the tab of the manifest in both languages', () => {
    expect(tab.label).toEqual({ zh: '宣传活动', en: 'Campaign' });
    expect(tab.groups.every((group) => group.label.zh !== '' && group.label.en !== '')).toBe(true);
  });

  it('has every control of the manifest, each with words and an icon', () => {
    const manifest = readFileSync(path.join(process.cwd(), 'manifest.xml'), 'utf8');
    expect(buttons).toHaveLength(manifest.match(/<Control /g)?.length ?? 0);
    for (const button of buttons) {
      expect([button.label.zh, button.label.en, button.tip.zh]).not.toContain('');
      expect(button.icon).toMatch(/^\/assets\/.+-32\.png$/);
    }
  });

  it('knows what each button does', () => {
    const named = buttons.flatMap(({ action }) => (action.kind === 'executeFunction' ? [action.name] : []));
    expect(named).toEqual(
      expect.arrayContaining(['highlightOverdue', 'checkWorkbook', 'computeRanking', 'makeBriefing']),
    );
    expect(buttons.filter(({ action }) => action.kind === 'showTaskpane')).toHaveLength(1);
  });

  it('refuses a manifest without a tab', () => {
    expect(() => ribbonFromManifest('<OfficeApp/>')).toThrow('no custom tab');
  });
});
