// The bar at the top: product, file, what can be done with files, the clock, the language.
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Language, Text } from '../../../core/ground/text';
import { isoFromWallTime } from '../../../core/ground/wallTime';
import type { WallTime } from '../../../core/ground/wallTime';
import { readClock } from '../clock';
import type { Conditions } from '../conditions';
import { TEXTS } from '../pageTexts';
import { ConditionsMenu } from './ConditionsMenu';

interface TopBarProps {
  readonly language: Language;
  readonly fileName: string;
  readonly unsaved: boolean;
  readonly fixedNow: WallTime | null;
  readonly now: () => WallTime;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
  readonly onBlank: () => void;
  readonly onSample: () => void;
  readonly onNow: (moment: WallTime | null) => void;
  /** What was typed into the clock is no time. */
  readonly onUnreadNow: () => void;
  readonly onLanguage: () => void;
  readonly conditions: Conditions;
  readonly onConditions: (conditions: Conditions) => void;
  readonly onSecondWindow: () => void;
}

/** File name with a mark for unsaved changes, the buttons for files, the clock and the language. */
export function TopBar(props: TopBarProps): ReactElement {
  const { language, fileName, unsaved, onOpen, onSave, onPrint, onBlank, onSample, onLanguage } = props;
  const picker = useRef<HTMLInputElement>(null);
  const word = (text: Text): string => text[language];
  return (
    <header className="top-bar">
      <img className="top-icon" src="/assets/icons/app-32.png" alt="" />
      <span className="product">{word(TEXTS.product)}</span>
      <nav className="file-buttons">
        <button type="button" title={word(TEXTS.openTip)} onClick={() => picker.current?.click()}>
          {word(TEXTS.open)}
        </button>
        <button type="button" title={word(TEXTS.saveTip)} onClick={onSave}>
          {word(TEXTS.save)}
        </button>
        <button type="button" title={word(TEXTS.printTip)} onClick={onPrint}>
          {word(TEXTS.print)}
        </button>
        <button type="button" title={word(TEXTS.blankTip)} onClick={onBlank}>
          {word(TEXTS.blank)}
        </button>
        <button type="button" title={word(TEXTS.sampleTip)} onClick={onSample}>
          {word(TEXTS.sample)}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".xlsx"
          hidden
          data-testid="file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onOpen(file);
          }}
        />
      </nav>
      <span className="file-name">
        {fileName}.xlsx{unsaved && <small> · {word(TEXTS.unsaved)}</small>}
      </span>
      <ClockControl {...props} />
      <ConditionsMenu
        language={language}
        conditions={props.conditions}
        onChoose={props.onConditions}
        onSecondWindow={props.onSecondWindow}
      />
      <button type="button" className="language" title={word(TEXTS.languageTip)} onClick={onLanguage}>
        {word(TEXTS.language)}
      </button>
    </header>
  );
}

/** The time in one order everywhere, whatever the browser's language: a browser's own control would show it in its own way. */
function ClockControl({ language, fixedNow, now, onNow, onUnreadNow }: TopBarProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = isoFromWallTime(fixedNow ?? now()).replace('T', ' ');
  const read = (written: string): WallTime | null => readClock(written, Number(shown.slice(0, 4)));
  const take = (): void => {
    if (draft !== null && draft.trim() !== '' && draft !== shown) {
      const moment = read(draft);
      if (moment === null) return onUnreadNow();
      onNow(moment);
    }
    setDraft(null);
  };
  return (
    <label className={fixedNow === null ? 'clock' : 'clock is-fixed'} title={TEXTS.nowTip[language]}>
      <span>{TEXTS.now[language]}</span>
      <input
        value={draft ?? (fixedNow === null ? shown.slice(0, 16) : shown)}
        size={18}
        spellCheck={false}
        data-testid="now"
        aria-invalid={draft !== null && read(draft) === null}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {fixedNow !== null && (
        <button type="button" onClick={() => onNow(null)}>
          {TEXTS.realTime[language]}
        </button>
      )}
    </label>
  );
}
