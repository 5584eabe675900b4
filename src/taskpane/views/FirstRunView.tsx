// The first run in three steps: name and dates, the units, items and contest. Nothing is written before its last button; the answers are kept by the pane.
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Body1, Button, Caption1, makeStyles } from '@fluentui/react-components';
import { unitsListed } from '../../app/collect/unitsListed';
import type { ImportedFile } from '../../app/run/job';
import { explainError } from '../../app/run/explainError';
import { finishJob } from '../../app/run/finishJob';
import type { Text } from '../../core/ground/text';
import { readFields } from '../fieldValues';
import { focusWrong } from '../focusWrong';
import { FIRST_RUN_STEPS, rowsOf, type FirstRun } from '../firstRun';
import { useWords } from '../language';
import type { PaneHost, TellReading } from '../paneHost';
import { Busy } from '../parts/Busy';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { FieldForm } from '../parts/FieldForm';
import { FileDrop } from '../parts/FileDrop';
import { JobBusy } from '../parts/JobBusy';
import { Message } from '../parts/Message';
import { OwnLists } from '../parts/OwnLists';
import { PlannedRows } from '../parts/PlannedRows';
import { ProblemList } from '../parts/ProblemList';
import { StepPath } from '../parts/StepPath';
import type { ActionStep } from '../steps';
import { useStepRun } from '../useStepRun';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const LAST = FIRST_RUN_STEPS.length - 1;

interface Props {
  /** The job that makes the campaign. */
  readonly make: ActionStep;
  readonly host: PaneHost;
  readonly answers: FirstRun;
  readonly onAnswer: (change: Partial<FirstRun>) => void;
  readonly onBusy: (busy: boolean) => void;
  /** The campaign stands. */
  readonly onMade: () => void;
  readonly onTour: () => void;
}

/** Three short pages of questions; the last button of the third makes the campaign. */
export function FirstRunView({ make, host, answers, onAnswer, onBusy, onMade, onTour }: Props) {
  const styles = useStyles();
  const { t, pick, language } = useWords();
  const { at, draft, list } = answers;
  const fields = make.fields ?? [];
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const box = useRef<HTMLDivElement>(null);
  // Told by the job itself: this view goes as soon as the campaign is seen.
  const job = useMemo(
    (): ActionStep['job'] => async (deps, input, mode) => {
      const report = await make.job(deps, input, mode);
      if (mode === 'write' && !report.stopped) onMade();
      return report;
    },
    [make, onMade],
  );
  const { phase, run, stop } = useStepRun(job, host, onBusy);
  const busy = phase.kind === 'busy';
  const heading = useHeadingFocus(at);
  useEscape(at > 0 && !busy, () => onAnswer({ at: at - 1 }));

  const read = readFields(fields, draft, language);
  const go = (to: number): void => {
    setMessages(read.kind === 'wrong' ? read.messages : {});
    if (read.kind === 'wrong') focusWrong(box);
    if (read.kind === 'values' || to < at) onAnswer({ at: to });
  };
  const step = FIRST_RUN_STEPS[at] ?? 'make';
  const paste = usePasted(host, (taken) => onAnswer({ list: taken, at: at + 1 }));
  const inHand = step === 'units' && list === null && paste.pasted.trim() !== '';
  return (
    <>
      <StepPath
        label={t('first.title')}
        names={FIRST_RUN_STEPS.map((each) => t(`first.${each}`))}
        at={at}
        disabled={busy}
        onGo={go}
      />
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {t(`first.${step}`)}
      </h2>
      <Body1 as="p" block className={styles.muted}>
        {t(`first.${step}Why`)}
      </Body1>
      {step === 'make' && (
        <Card>
          <div ref={box}>
            <FieldForm
              fields={fields}
              draft={draft}
              messages={messages}
              disabled={false}
              onChange={(name, value) => onAnswer({ draft: { ...draft, [name]: value } })}
            />
          </div>
        </Card>
      )}
      {step === 'units' && (
        <ContactList
          host={host}
          list={list}
          onTake={(taken) => onAnswer({ list: taken, at: taken === null ? at : at + 1 })}
          onPasted={paste.setPasted}
        />
      )}
      {step === 'items' && list && phase.kind !== 'done' && <ChosenList list={list} />}
      {paste.unread && <Message intent="error">{pick(paste.unread)}</Message>}
      {step === 'items' && read.kind === 'values' && phase.kind !== 'done' && (
        <PlannedRows
          look={() => finishJob((alive) => make.job(host.deps(language, alive), read.values, 'preview'))}
          tableTitle={host.tableTitle}
        />
      )}
      <Outcome phase={phase} host={host} onStop={stop} />
      <ButtonRow sticky>
        {inHand ? (
          <Button appearance="primary" onClick={paste.take}>
            {t('first.take')}
          </Button>
        ) : at < LAST ? (
          <Button appearance="primary" onClick={() => go(at + 1)}>
            {t(step === 'units' && list === null ? 'first.unitsLater' : 'first.next')}
          </Button>
        ) : (
          <Button
            appearance="primary"
            disabled={busy || read.kind === 'wrong'}
            onClick={() => read.kind === 'values' && void run(read.values, 'write')}
          >
            {t('first.makeDo')}
          </Button>
        )}
        <BackButton at={at} disabled={busy} onGo={go} />
      </ButtonRow>
      {at === 0 && <TourButton onTour={onTour} />}
    </>
  );
}

/** The heading has the focus after a step: what follows is read from there. */
function useHeadingFocus(at: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(true);
  useEffect(() => {
    if (opened.current) opened.current = false;
    else heading.current?.focus();
  }, [at]);
  return heading;
}

/** Esc, unless something nearer has taken it. */
function useEscape(on: boolean, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && on) act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on, act]);
}

/** What stands in the box for a paste, and reading it as a list. */
function usePasted(host: PaneHost, onTake: (list: ImportedFile) => void) {
  const [pasted, setPasted] = useState('');
  const [unread, setUnread] = useState<Text | null>(null);
  const take = (): void => {
    setUnread(null);
    host.readPaste(pasted).then(
      (taken) => {
        setPasted('');
        onTake(taken);
      },
      (error: unknown) => setUnread(explainError(error)),
    );
  };
  return { pasted, setPasted, unread, take };
}

function TourButton({ onTour }: Pick<Props, 'onTour'>) {
  const { t } = useWords();
  return (
    <div>
      <Button appearance="subtle" onClick={onTour}>
        {t('tour.start')}
      </Button>
    </div>
  );
}

interface BackProps {
  readonly at: number;
  readonly disabled: boolean;
  readonly onGo: (to: number) => void;
}

function BackButton({ at, disabled, onGo }: BackProps) {
  const { t } = useWords();
  if (at === 0) return null;
  return (
    <Button disabled={disabled} onClick={() => onGo(at - 1)}>
      {t('first.back')}
    </Button>
  );
}

interface OutcomeProps {
  readonly phase: ReturnType<typeof useStepRun>['phase'];
  readonly host: PaneHost;
  readonly onStop: () => void;
}

/** How far making it is, or why it was not made. */
function Outcome({ phase, host, onStop }: OutcomeProps) {
  const { t, pick } = useWords();
  if (phase.kind === 'busy') return <JobBusy running={phase} onStop={onStop} />;
  if (phase.kind === 'failed') return <Message intent="error">{pick(phase.why)}</Message>;
  if (phase.kind !== 'done' || !phase.report.stopped) return null;
  return (
    <>
      <Message intent="error" title={t('result.stopped')}>
        {pick(phase.report.message)}
      </Message>
      <ProblemList heading={t('problems.title')} problems={phase.report.problems} titles={host} />
    </>
  );
}

interface ListProps {
  readonly host: PaneHost;
  readonly list: ImportedFile | null;
  readonly onTake: (list: ImportedFile | null) => void;
  /** What stands in the box for a paste; the footer takes it. */
  readonly onPasted: (pasted: string) => void;
}

/** The list by its name, with how many units it names: it goes with whoever chose it to the last step. */
function ChosenList({ list, children }: { readonly list: ImportedFile; readonly children?: ReactNode }) {
  const { t } = useWords();
  const units = useMemo(() => unitsListed(list), [list]);
  return (
    <Card heading={list.name === '' ? t('import.pasted') : list.name}>
      <Caption1>
        {units > 0 ? t('first.listUnits', { count: units }) : t('first.listLater', { rows: rowsOf(list) })}
      </Caption1>
      {children}
    </Card>
  );
}

/** A contact list, chosen now and looked through when the roster stands. */
function ContactList({ host, list, onTake, onPasted }: ListProps) {
  const { t, pick } = useWords();
  const [reading, setReading] = useState<AbortController | null>(null);
  const [wrong, setWrong] = useState<Text | null>(null);
  const take = (read: (signal: AbortSignal, tell: TellReading) => Promise<ImportedFile>): void => {
    const reader = new AbortController();
    setWrong(null);
    setReading(reader);
    read(reader.signal, () => undefined)
      .then(onTake, (error: unknown) => {
        if (!reader.signal.aborted) setWrong(explainError(error));
      })
      .finally(() => setReading(null));
  };
  if (reading)
    return (
      <Card>
        <Busy label={t('readingFile')} />
        <div>
          <Button size="small" onClick={() => reading.abort()}>
            {t('busy.stop')}
          </Button>
        </div>
      </Card>
    );
  if (list)
    return (
      <ChosenList list={list}>
        <div>
          <Button size="small" onClick={() => onTake(null)}>
            {t('import.again')}
          </Button>
        </div>
      </ChosenList>
    );
  return (
    <>
      {wrong && <Message intent="error">{pick(wrong)}</Message>}
      <FileDrop onFile={(file) => take((signal, tell) => host.readFile(file, signal, tell))} onPasted={onPasted}>
        {host.ownLists && <OwnLists read={host.ownLists} onTake={onTake} />}
      </FileDrop>
    </>
  );
}
