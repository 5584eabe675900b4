// The add-in's page of ribbon commands: it has no face, so its frame is not shown.
import type { ReactElement } from 'react';
import type { Language } from '../../../core/ground/text';

/** A hidden frame that runs the ribbon's commands. */
export function CommandsFrame({ language }: { readonly language: Language }): ReactElement {
  return <iframe title="commands" src={`/frame/commands.html?language=${language}`} hidden aria-hidden tabIndex={-1} />;
}
