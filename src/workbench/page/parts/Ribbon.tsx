// The ribbon: the tab “Home”, whose tools are the grid's own, and the add-in's tab as its manifest describes it.
import { useState, type ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';
import type { RibbonAction, RibbonButton, RibbonTab } from '../ribbonFromManifest';

export type TabName = 'home' | 'addIn';

interface RibbonProps {
  readonly language: Language;
  readonly addIn: RibbonTab | null;
  readonly tab: TabName;
  readonly disabled: boolean;
  readonly onTab: (tab: TabName) => void;
  readonly onAction: (action: RibbonAction) => void;
}

/** The tab “Home” and, once the manifest is read, the add-in's own with its groups and buttons. */
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
                {group.buttons.map((button) =>
                  button.items.length > 0 ? (
                    <RibbonMenu
                      key={button.id}
                      menu={button}
                      language={language}
                      disabled={disabled}
                      onAction={onAction}
                    />
                  ) : (
                    <button
                      type="button"
                      key={button.id}
                      title={button.tip[language]}
                      disabled={disabled}
                      data-command={commandOf(button)}
                      onClick={() => button.action && onAction(button.action)}
                    >
                      <img src={button.icon} alt="" width={32} height={32} />
                      <span>{button.label[language]}</span>
                    </button>
                  ),
                )}
              </div>
              <div className="ribbon-group-label">{group.label[language]}</div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** What a test presses: the function, else the page of the pane. */
function commandOf({ action }: RibbonButton): string {
  if (action?.kind === 'executeFunction') return action.name;
  return action?.page || 'pane';
}

interface MenuProps extends Pick<RibbonProps, 'language' | 'disabled' | 'onAction'> {
  readonly menu: RibbonButton;
}

function RibbonMenu({ menu, language, disabled, onAction }: MenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const choose = (action: RibbonAction | null): void => {
    setOpen(false);
    if (action) onAction(action);
  };
  return (
    <div className="ribbon-menu">
      <button
        type="button"
        title={menu.tip[language]}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open}
        data-command={menu.id}
        onClick={() => setOpen(!open)}
      >
        <img src={menu.icon} alt="" width={32} height={32} />
        <span>{menu.label[language]} ▾</span>
      </button>
      {open && (
        <>
          <div className="menu-ground" onClick={() => setOpen(false)} />
          <div className="ribbon-items" role="menu">
            {menu.items.map((item) => (
              <button
                type="button"
                role="menuitem"
                key={item.id}
                title={item.tip[language]}
                data-command={commandOf(item)}
                onClick={() => choose(item.action)}
              >
                {item.label[language]}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
