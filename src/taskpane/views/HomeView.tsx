// Home: how the workbook stands, and the steps. Knows what to show for each state, not how the state is found.
import type { ReactNode } from 'react';
import { Body1, Button, Subtitle2, makeStyles } from '@fluentui/react-components';
import { Busy } from '../parts/Busy';
import { Card } from '../parts/Card';
import { Message } from '../parts/Message';
import { ReadingTrouble } from '../parts/ReadingTrouble';
import { StepList } from '../parts/StepList';
import { formerOf, type HomeReading } from '../homeReading';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import type { FieldValues, PaneStep } from '../steps';
import type { SelectedRow } from '../../workbook/contract/pointing';
import { CampaignHome } from './CampaignHome';
import { tokens } from '../tokens';

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground2 }, heading: { margin: 0 } });

interface Props {
  readonly reading: HomeReading;
  readonly steps: readonly PaneStep[];
  readonly host: Pick<PaneHost, 'createStep' | 'mendStep' | 'excelFrom'>;
  /** The row that is selected in the sheets. */
  readonly selected: SelectedRow | null;
  readonly recent: readonly string[];
  readonly onRefresh: () => void;
  /** With `values` the form is filled in; nothing runs before the person says so. */
  readonly onOpen: (id: string, values?: FieldValues) => void;
  /** The same for a step that was asked for by name: one that needs nothing filled in runs at once. */
  readonly onGo: (id: string, values?: FieldValues) => void;
  /** The cursor is to stand in the search. */
  readonly searching: boolean;
  readonly onTour: () => void;
  /** The first run is making the campaign: it stays until it has ended. */
  readonly firstRunning: boolean;
  /** What is shown where there is no campaign yet. */
  readonly empty: ReactNode;
}

/** By state: the campaign's home, the way to mend a damaged workbook, or `empty` where there is no campaign. */
export function HomeView(props: Props) {
  const { reading, steps, host, selected, recent, onRefresh, onOpen, onGo, searching, onTour, empty, firstRunning } =
    props;
  const { createStep, mendStep } = host;
  const styles = useStyles();
  const { t, pick } = useWords();
  if (firstRunning) return empty;
  const state = reading.kind === 'read' ? reading.state : reading.last;
  if (state === undefined)
    return (
      <>
        {reading.kind === 'reading' && <Busy label={t('reading')} />}
        <ReadingTrouble reading={reading} from={host.excelFrom} onRefresh={onRefresh} />
        {reading.kind === 'failed' && <StepList steps={steps} onOpen={onOpen} />}
      </>
    );
  if (state.kind === 'notCampaign') return empty;
  if (state.kind === 'damaged') {
    const mend = state.mendable ? steps.find(({ id }) => id === mendStep) : undefined;
    return (
      <>
        <Card>
          <Subtitle2 as="h2" className={styles.heading}>
            {t('damaged.title')}
          </Subtitle2>
          <Message intent="warning">{pick(state.why)}</Message>
          {state.others > 0 && <Body1 className={styles.muted}>{t('damaged.more', { count: state.others })}</Body1>}
          {mend && <Body1 className={styles.muted}>{t('damaged.body')}</Body1>}
          {mend && (
            <Button appearance="primary" size="large" onClick={() => onOpen(mend.id)}>
              {pick(mend.title)}
            </Button>
          )}
        </Card>
        <StepList steps={steps.filter(({ id }) => id !== createStep)} onOpen={onOpen} />
      </>
    );
  }
  return (
    <>
      <ReadingTrouble reading={reading} from={host.excelFrom} onRefresh={onRefresh} />
      <CampaignHome
        state={state}
        former={formerOf(reading)}
        steps={steps.filter(({ id }) => id !== createStep)}
        selected={selected}
        recent={recent}
        onRefresh={onRefresh}
        onOpen={onOpen}
        onGo={onGo}
        searching={searching}
        onTour={onTour}
      />
    </>
  );
}
