// A command of the cells' menu: once the workbook and the selection are known, opens the form of its act, filled in from the row. Reads the selection itself.
import { useEffect, useRef } from 'react';
import type { CampaignState } from '../app/care/campaignState';
import type { PaneHost } from './paneHost';
import type { FieldValues } from './steps';

/** Runs once, when the campaign is known; without a selected row the form opens empty. */
export function useCellCommand(
  { startCell, selection }: Pick<PaneHost, 'startCell' | 'selection'>,
  state: CampaignState | undefined,
  open: (step: string, values?: FieldValues) => void,
): void {
  const done = useRef(false);
  useEffect(() => {
    if (startCell === undefined || done.current || state?.kind !== 'campaign') return;
    done.current = true;
    const plain = (): void => open(startCell);
    if (!selection) return plain();
    const fromRow = async (): Promise<void> => {
      const row = await selection();
      const card = row && (await import('../app/care/selectionCard')).selectionCard(row, state.behind);
      const act = card?.acts.find(({ job }) => job === startCell);
      open(startCell, act?.values);
    };
    fromRow().catch(plain);
  }, [startCell, selection, state, open]);
}
