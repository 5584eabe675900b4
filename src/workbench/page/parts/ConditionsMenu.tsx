// The menu by which a person chooses the conditions under which the add-in runs. Draws only.
import { useState, type ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { CHOICES, USUAL, type Conditions } from '../conditions';
import { TEXTS } from '../pageTexts';

interface Props {
  readonly language: Language;
  readonly conditions: Conditions;
  readonly onChoose: (conditions: Conditions) => void;
  readonly onSecondWindow: () => void;
}

const KEYS = Object.keys(CHOICES) as (keyof Conditions)[];

/** A button with a panel of drop-downs; a dot beside it says that something is not as usual. */
export function ConditionsMenu({ language, conditions, onChoose, onSecondWindow }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const unusual = KEYS.some((key) => conditions[key] !== USUAL[key]);
  return (
    <div className="conditions" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button type="button" title={TEXTS.conditionsTip[language]} aria-expanded={open} onClick={() => setOpen(!open)}>
        {TEXTS.conditions[language]}
        {unusual && ' •'}
      </button>
      {open && (
        <>
          <div className="menu-ground" onClick={() => setOpen(false)} />
          <div className="conditions-panel" role="dialog" aria-label={TEXTS.conditions[language]}>
            {KEYS.map((key) => (
              <label key={key}>
                {CHOICES[key].label[language]}
                <select
                  value={conditions[key]}
                  onChange={(event) => onChoose({ ...conditions, [key]: event.target.value })}
                >
                  {Object.entries(CHOICES[key].values).map(([value, label]) => (
                    <option key={value} value={value}>
                      {label[language]}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <button type="button" onClick={onSecondWindow}>
              {TEXTS.secondWindow[language]}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
