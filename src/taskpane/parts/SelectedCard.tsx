// The card of the row, or rows, selected in the sheet, in sight for whoever selects one there. Knows no Excel.
import { useEffect, useMemo, useRef } from 'react';
import type { Behind } from '../../app/care/campaignState';
import type { CardAct } from '../../app/care/rowCard';
import { selectionCard } from '../../app/care/selectionCard';
import type { KeyTarget, SelectedRow } from '../../workbook/contract/pointing';
import { RowCardView } from './RowCardView';

interface Props {
  readonly selected: SelectedRow | null;
  /** What was selected when home opened: nobody looks for that. */
  readonly atFirst: SelectedRow | null;
  readonly behind: Behind;
  readonly onShow: (target: KeyTarget) => void;
  readonly onAct: (act: CardAct) => void;
}

/** Nothing where nothing is known of the row. */
export function SelectedCard({ selected, atFirst, behind, onShow, onAct }: Props) {
  const card = useMemo(() => (selected ? selectionCard(selected, behind) : null), [selected, behind]);
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(atFirst);
  useEffect(() => {
    // Whoever selects a row in the sheet looks for its card; whoever is at work in the pane keeps the place.
    if (selected !== was.current && card && !document.hasFocus()) place.current?.scrollIntoView({ block: 'nearest' });
    was.current = selected;
  }, [selected, card]);
  return (
    <div ref={place} hidden={card === null}>
      {card && <RowCardView card={card} onShow={onShow} onAct={onAct} />}
    </div>
  );
}
