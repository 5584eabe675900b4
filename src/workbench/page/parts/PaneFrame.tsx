// The add-in's task pane beside the grid: its own page in a frame, with a title and a border that can be dragged.
import { useRef, useState } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';
import { TEXTS } from '../pageTexts';

const NARROWEST = 320;
const WIDEST = 640;
const FIRST_WIDTH = 380;

/** What Excel says of itself in the address of a pane. */
const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };

interface PaneFrameProps {
  readonly language: Language;
  /** Query of the pane's page, e.g. “step=receive”. */
  readonly page: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A closed pane stays loaded, so that it opens as it was left. */
export function PaneFrame({ language, page, open, onClose }: PaneFrameProps): ReactElement {
  const [width, setWidth] = useState(FIRST_WIDTH);
  const [dragging, setDragging] = useState(false);
  const start = useRef({ x: 0, width: FIRST_WIDTH });
  const move = (event: PointerEvent): void => {
    if (dragging)
      setWidth(Math.min(WIDEST, Math.max(NARROWEST, start.current.width + start.current.x - event.clientX)));
  };
  return (
    <aside className="pane" style={{ width, display: open ? undefined : 'none' }}>
      <div
        className="splitter"
        role="separator"
        aria-orientation="vertical"
        title={TEXTS.splitter[language]}
        onPointerDown={(event) => {
          start.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragging(true);
        }}
        onPointerMove={move}
        onPointerUp={() => setDragging(false)}
      />
      <div className="pane-body">
        <div className="pane-title">
          <span>{TEXTS.pane[language]}</span>
          <button
            type="button"
            aria-label={TEXTS.closePane[language]}
            title={TEXTS.closePane[language]}
            onClick={onClose}
          >
            ×
          </button>
        </div>
        <iframe
          title={TEXTS.pane[language]}
          src={`/frame/taskpane.html?language=${language}&_host_Info=Excel$Web$16.01$${LOCALES[language]}${page === '' ? '' : `&${page}`}`}
          data-testid="pane"
          style={{ pointerEvents: dragging ? 'none' : undefined }}
        />
      </div>
    </aside>
  );
}
