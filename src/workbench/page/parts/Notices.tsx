// The message bar under the ribbon: what went wrong, in words, and what is going on.
import type { ReactElement } from 'react';
import type { Language, Text } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';
import type { Notice } from '../sessionState';

const MARKS: Readonly<Record<Notice['kind'], string>> = { error: '✕', warning: '!', info: 'i' };

interface NoticesProps {
  readonly language: Language;
  readonly busy: Text | null;
  readonly notices: readonly Notice[];
  readonly onClose: (id: number) => void;
}

/** Coloured bars with a cross each; while something runs, a bar that says what. */
export function Notices({ language, busy, notices, onClose }: NoticesProps): ReactElement {
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <div className={`notice is-${notice.kind}`} role={notice.kind === 'error' ? 'alert' : 'status'} key={notice.id}>
          <span className="notice-mark" aria-hidden>
            {MARKS[notice.kind]}
          </span>
          <span className="notice-text">{notice.text[language]}</span>
          <button
            type="button"
            aria-label={TEXTS.close[language]}
            title={TEXTS.close[language]}
            onClick={() => onClose(notice.id)}
          >
            ×
          </button>
        </div>
      ))}
      {busy && (
        <div className="busy" role="status">
          <span className="busy-dot" />
          {busy[language]}
        </div>
      )}
    </div>
  );
}
