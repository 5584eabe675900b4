// Home of a campaign: find anything, the selected row's card, the working list, how it stands, all jobs. Knows no Excel.
import { useCallback, useMemo, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { CampaignState } from '../../app/care/campaignState';
import type { KeyTarget } from '../../app/care/keyTarget';
import { rowCard } from '../../app/care/rowCard';
import { explainError } from '../../app/run/explainError';
import type { Text } from '../../core/ground/text';
import type { SelectedRow, Shown } from '../../workbook/contract/pointing';
import { findAnything, type Found } from '../findAnything';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import { Message } from '../parts/Message';
import { RowCardView } from '../parts/RowCardView';
import { SearchBox } from '../parts/SearchBox';
import { StateCard } from '../parts/StateCard';
import { StepList } from '../parts/StepList';
import { WorkItems } from '../parts/WorkItems';
import type { FieldValues, PaneStep } from '../steps';

interface Props {
  readonly state: Extract<CampaignState, { kind: 'campaign' }>;
  readonly busy: boolean;
  readonly steps: readonly PaneStep[];
  readonly host: Pick<PaneHost, 'show'>;
  readonly selected: SelectedRow | null;
  readonly recent: readonly string[];
  readonly onRefresh: () => void;
  readonly onOpen: (id: string, values?: FieldValues) => void;
}

/** What came of showing a place, where it is not simply in sight. */
type Pointing = { readonly target: KeyTarget; readonly shown: Exclude<Shown, 'shown'> } | { readonly failed: Text };

export function CampaignHome({ state, busy, steps, host, selected, recent, onRefresh, onOpen }: Props) {
  const { language } = useWords();
  const [pointing, setPointing] = useState<Pointing | null>(null);
  const show = useCallback(
    (target: KeyTarget): void => {
      setPointing(null);
      host.show?.(target).then(
        (shown) => setPointing(shown === 'shown' ? null : { target, shown }),
        (error: unknown) => {
          console.error(error);
          setPointing({ failed: explainError(error) });
        },
      );
    },
    [host],
  );
  const act = ({ job, values }: { readonly job: string; readonly values?: FieldValues }): void => onOpen(job, values);
  const card = useMemo(() => (selected ? rowCard(selected, state.behind) : null), [selected, state.behind]);
  const choose = (found: Found): void => {
    if (found.step !== undefined) onOpen(found.step);
    else if (found.show) show(found.show);
  };
  return (
    <>
      <SearchBox
        find={(typed, pinyin) => findAnything(typed, { all: steps, state, language, pinyin })}
        onChoose={choose}
      />
      {pointing && <PointingMessage pointing={pointing} onShow={show} />}
      {card && <RowCardView card={card} onShow={show} onAct={act} />}
      <WorkItems items={state.work} onShow={show} onAct={act} />
      <StateCard
        state={state}
        busy={busy}
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

function PointingMessage({
  pointing,
  onShow,
}: {
  readonly pointing: Pointing;
  readonly onShow: (target: KeyTarget) => void;
}) {
  const { t, pick } = useWords();
  if ('failed' in pointing) return <Message intent="error">{pick(pointing.failed)}</Message>;
  const { target, shown } = pointing;
  return (
    <>
      <Message intent="warning">{t(`show.${shown}`)}</Message>
      {shown === 'hidden' && (
        <Button size="small" onClick={() => onShow({ ...target, filter: [] })}>
          {t('show.clear')}
        </Button>
      )}
    </>
  );
}
