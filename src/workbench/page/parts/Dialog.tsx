// A dialog that the add-in asked Office for: its own page in a small window over the workbench.
import { useState, type ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';
import { useEscape } from '../useEscape';

interface DialogProps {
  readonly language: Language;
  readonly url: string;
  readonly onClose: () => void;
}

/** A small window over the page with the add-in's message and “close”. */
export function Dialog({ language, url, onClose }: DialogProps): ReactElement {
  const { hash } = new URL(url, location.href);
  const [height, setHeight] = useState<number>();
  useEscape(onClose);
  return (
    <div className="question" role="dialog" aria-modal aria-label={TEXTS.pane[language]}>
      <div className="dialog">
        <iframe
          title={TEXTS.pane[language]}
          src={`/frame/message.html${hash}`}
          data-testid="dialog"
          style={{ height }}
          onLoad={({ currentTarget }) => setHeight(currentTarget.contentDocument?.documentElement.scrollHeight)}
        />
        <footer>
          <button type="button" className="is-main" autoFocus onClick={onClose}>
            {TEXTS.close[language]}
          </button>
        </footer>
      </div>
    </div>
  );
}
