// Home of a campaign: find anything, the selected row's card, the working list, how it stands, all jobs. Knows no Excel.
import { useContext, useMemo, useRef, useState } from 'react';
import type { CampaignState } from '../../app/care/campaignState';
import type { Text } from '../../core/ground/text';
import type { SelectedRow } from '../../workbook/contract/pointing';
import { findAnything, type Found } from '../findAnything';
import { firstSteps } from '../firstSteps';
import type { Former } from '../homeReading';
import { useWords } from '../language';
import { FirstSteps } from '../parts/FirstSteps';
import { Message } from '../parts/Message';
import { later as laterPart } from '../parts/later';
import { SearchBox } from '../parts/SearchBox';
import { StateCard } from '../parts/StateCard';
import { StepList } from '../parts/StepList';
import { WorkItems } from '../parts/WorkItems';
import { ShowContext } from '../showing';
import type { FieldValues, PaneStep } from '../steps';
import { useLasting } from '../useLasting';

interface Props {
  readonly state: Extract<CampaignState, { kind: 'campaign' }>;
  /** What is shown is from before. */
  readonly former: Former | null;
  readonly steps: readonly PaneStep[];
  readonly selected: SelectedRow | null;
  readonly recent: readonly string[];
  readonly onRefresh: () => void;
  readonly onOpen: (id: string, values?: FieldValues) => void;
  readonly onGo: (id: string, values?: FieldValues) => void;
  /** The cursor is to stand in the search. */
  readonly searching: boolean;
  readonly onTour: () => void;
}

/** It comes with the first row that is selected. */
const SelectedCard = laterPart(async () => (await import('../parts/SelectedCard')).SelectedCard, 'silent');

const nowhere = (): void => undefined;

/** Search, row card, working list, state and all jobs, under one another. */
export function CampaignHome(props: Props) {
  const { state, steps, selected, recent, onRefresh, onOpen, onGo, searching, onTour } = props;
  const { language } = useWords();
  const former = useLasting(props.former);
  const show = useContext(ShowContext) ?? nowhere;
  const act = ({ job, values }: { readonly job: string; readonly values?: FieldValues }): void => onGo(job, values);
  const atFirst = useRef(selected);
  // It stays once it was there: what is selected next is told from what was before.
  const [selecting, setSelecting] = useState(selected !== null);
  if (selected !== null && !selecting) setSelecting(true);
  const first = useMemo(() => firstSteps(state), [state]);
  const [later, setLater] = useState(false);
  const choose = (found: Found): void => {
    if (found.step !== undefined) onGo(found.step);
    else if (found.show) show(found.show);
  };
  return (
    <>
      <SearchBox
        focused={searching}
        find={(typed, pinyin) => findAnything(typed, { all: steps, state, language, pinyin })}
        onChoose={choose}
      />
      {first.length > 0 && !later && (
        <FirstSteps
          steps={first}
          onUnits={() => onOpen('import-roster')}
          onItems={() => show({ table: 'Requirements' })}
          onContest={() => show({ table: 'Settings' })}
          onTour={onTour}
          onLater={() => setLater(true)}
        />
      )}
      {selecting && (
        <SelectedCard selected={selected} atFirst={atFirst.current} behind={state.behind} onShow={show} onAct={act} />
      )}
      <WorkItems items={state.work} whole={props.former !== 'looking'} former={former} onShow={show} onAct={act} />
      <StateCard
        state={state}
        former={former === 'looking' ? null : former}
        onRefresh={onRefresh}
        onShow={(status) =>
          show({ table: 'Tracker', filter: [{ column: 'status', labels: 'status', values: [status] }] })
        }
      />
      <Hints hints={state.hints} />
      <StepList steps={steps} recent={recent} onOpen={onOpen} />
    </>
  );
}

function Hints({ hints }: { readonly hints: readonly Text[] }) {
  const { pick } = useWords();
  return hints.map((hint) => (
    <Message key={pick(hint)} intent="warning">
      {pick(hint)}
    </Message>
  ));
}
