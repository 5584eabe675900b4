// One question with two answers, over the page.
import type { ReactElement } from 'react';

interface QuestionProps {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}

/** A question with “yes” and “no”; the cursor is on “no”, Esc means no. */
export function Question({ text, yes, no, onAnswer }: QuestionProps): ReactElement {
  return (
    <div
      className="question"
      role="dialog"
      aria-modal
      aria-label={text}
      onKeyDown={(event) => event.key === 'Escape' && onAnswer(false)}
    >
      <div>
        {text}
        <footer>
          <button type="button" className="is-main" data-testid="yes" onClick={() => onAnswer(true)}>
            {yes}
          </button>
          <button type="button" autoFocus onClick={() => onAnswer(false)}>
            {no}
          </button>
        </footer>
      </div>
    </div>
  );
}
