// The add-in's page of ribbon commands: it has no face, so its frame is not shown.
import type { ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';

interface CommandsFrameProps {
  readonly language: Language;
  /** Its scripts have run. */
  readonly onLoad: () => void;
}

/** A hidden frame that runs the ribbon's commands. */
export function CommandsFrame({ language, onLoad }: CommandsFrameProps): ReactElement {
  const address = `/frame/commands.html?language=${language}`;
  return <iframe title="commands" src={address} onLoad={onLoad} hidden aria-hidden tabIndex={-1} />;
}
