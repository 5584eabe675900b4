// The ribbon: the tab “Home”, whose tools are the grid's own, and the add-in's tab as its manifest describes it.
import type { ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';
import type { RibbonAction, RibbonTab } from '../ribbonFromManifest';

export type TabName = 'home' | 'addIn';

interface RibbonProps {
  readonly language: Language;
  readonly addIn: RibbonTab | null;
  readonly tab: TabName;
  readonly disabled: boolean;
  readonly onTab: (tab: TabName) => void;
  readonly onAction: (action: RibbonAction) => void;
}

export function Ribbon({ language, addIn, tab, disabled, onTab, onAction }: RibbonProps): ReactElement {
  return (
    <div className="ribbon">
      <div className="ribbon-tabs" role="tablist">
        <button type="button" role="tab" aria-selected={tab === 'home'} onClick={() => onTab('home')}>
          {TEXTS.home[language]}
        </button>
        {addIn && (
          <button type="button" role="tab" aria-selected={tab === 'addIn'} onClick={() => onTab('addIn')}>
            {addIn.label[language]}
          </button>
        )}
      </div>
      {tab === 'addIn' && addIn && (
        <div className="ribbon-strip" role="tabpanel">
          {addIn.groups.map((group) => (
            <div className="ribbon-group" key={group.id}>
              <div className="ribbon-buttons">
                {group.buttons.map((button) => (
                  <button
                    type="button"
                    key={button.id}
                    title={button.tip[language]}
                    disabled={disabled}
                    data-command={button.action.kind === 'executeFunction' ? button.action.name : 'pane'}
                    onClick={() => onAction(button.action)}
                  >
                    <img src={button.icon} alt="" width={32} height={32} />
                    <span>{button.label[language]}</span>
                  </button>
                ))}
              </div>
              <div className="ribbon-group-label">{group.label[language]}</div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
