// The printed pages over the workbench, as the browser shows a PDF. Prints nothing itself.
import type { ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';
import type { Preview } from '../sessionState';
import { useEscape } from '../useEscape';

interface PrintPreviewProps {
  readonly language: Language;
  readonly preview: Preview;
  readonly onAll: () => void;
  readonly onClose: () => void;
}

/** The PDF in a window, with “save”; from one sheet one comes to all of them. Esc closes it, wherever on the page the keyboard is. */
export function PrintPreview({ language, preview, onAll, onClose }: PrintPreviewProps): ReactElement {
  const title = `${TEXTS.printPreview[language]}${preview.sheet ?? TEXTS.allSheets[language]}`;
  useEscape(onClose);
  return (
    <div className="question" role="dialog" aria-modal aria-label={title}>
      <div className="print-preview">
        <header>{title}</header>
        <object data={preview.url} type="application/pdf" data-testid="pages" aria-label={title}>
          {TEXTS.noPdfViewer[language]}
        </object>
        <footer>
          <a href={preview.url} download={`${preview.name}.pdf`}>
            {TEXTS.savePdf[language]}
          </a>
          {preview.sheet !== null && (
            <button type="button" onClick={onAll}>
              {TEXTS.allSheets[language]}
            </button>
          )}
          <button type="button" className="is-main" autoFocus onClick={onClose}>
            {TEXTS.close[language]}
          </button>
        </footer>
      </div>
    </div>
  );
}
