// The pane as a whole: language, theme, and which view is open. Knows no Excel and no particular step.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { ImportedFile } from '../app/run/job';
import type { Language } from '../core/ground/text';
import { UNDO_STEP } from './campaignSteps';
import { firstRun, type FirstRun } from './firstRun';
import { stateOf } from './homeReading';
import { DraftsContext, noDrafts } from './keptDrafts';
import { LanguageContext, say } from './language';
import type { PaneHost } from './paneHost';
import { paneTheme } from './paneTheme';
import { later } from './parts/later';
import { Message } from './parts/Message';
import { PaneFrame } from './parts/PaneFrame';
import { PointingMessage } from './parts/PointingMessage';
import { UnderWay } from './parts/UnderWay';
import { ShowContext, useShowing } from './showing';
import type { FieldValues, FollowUp, PaneStep } from './steps';
import { IntakeContext, intakeIn, SuggestionsContext, suggestionsOf } from './suggestions';
import { useHomeState } from './useHomeState';
import { CrashGuard } from './views/CrashGuard';
import { VanishedCard } from './parts/VanishedCard';
import { WhoCard } from './parts/WhoCard';
import { useCellCommand } from './useCellCommand';
import { useVanished } from './useVanished';
import { HomeView } from './views/HomeView';
import { MissingView } from './views/MissingView';
import { SelfTestCard } from './views/SelfTestCard';

const useStyles = makeStyles({
  provider: { height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

/** What is not home comes later; the steps are fetched as soon as home is read, so that the first click waits for nothing. */
const StepView = later(async () => (await import('./views/StepView')).StepView);
const HistoryView = later(async () => (await import('./views/HistoryView')).HistoryView);
const FirstRunView = later(async () => (await import('./views/FirstRunView')).FirstRunView);
const HelpView = later(async () => (await import('./views/HelpView')).HelpView);

/** Jobs that stand on top of the list. */
const RECENT = 3;

interface Props {
  readonly steps: readonly PaneStep[];
  readonly host: PaneHost;
}

/** A step that is open; `opening` makes each opening a new view, with nothing left of the one before. */
interface OpenStep {
  readonly step: PaneStep;
  readonly start?: FieldValues;
  /** The values were decided elsewhere: it runs at once when they are all it needs. Else the form is only filled in. */
  readonly run: boolean;
  /** What it writes has been seen already. */
  readonly sure: boolean;
  /** What another step could not take. */
  readonly file?: ImportedFile;
  readonly opening: number;
}

type PageName = 'history' | 'help' | 'tour';

function pageTitle(page: PageName | null, step: PaneStep | undefined, language: Language): string {
  if (page !== null) return say(language, page === 'history' ? 'history.title' : 'help.title');
  return step ? step.title[language] : say(language, 'product');
}

/** The whole pane: home, one open step, history or help, in the chosen language and in Office's colours. */
export function Pane({ steps, host }: Props) {
  const styles = useStyles();
  const [language, setLanguage] = useState(host.language);
  const [open, setOpen] = useState<OpenStep | null>(() => {
    const step = steps.find(({ id }) => id === host.startStep);
    const run = host.startRun === true;
    return step ? { step, run, ...(run && { start: {} }), sure: false, opening: 1 } : null;
  });
  const [busy, setBusyShown] = useState(false);
  const running = useRef(false);
  const setBusy = useCallback((now: boolean) => {
    running.current = now;
    setBusyShown(now);
  }, []);
  /** The home view is in front of a step whose job is under way, or has ended meanwhile. */
  const [away, setAway] = useState(false);
  /** A view that is no step: the history, the help, or the help as a tour. */
  const [page, setPage] = useState<PageName | null>(null);
  const atHome = (open === null || away) && page === null;
  /** null: nobody was asked yet; '' = without a name. */
  const [by, setBy] = useState<string | null>(() => host.who?.read() ?? null);
  const acting = useMemo(
    (): PaneHost => ({
      ...host,
      deps: (...given) => ({ ...host.deps(...given), ...(by !== null && by !== '' && { by }) }),
    }),
    [host, by],
  );
  const [recent, setRecent] = useState<readonly string[]>([]);
  const home = useHomeState(host, language, atHome);

  const openStep = useCallback(
    (id: string, start?: FieldValues, run = false, sure = false, file?: ImportedFile) => {
      const step = [...steps, ...(host.restoreStep ? [host.restoreStep] : [])].find((candidate) => candidate.id === id);
      if (!step) throw new Error(`no step “${id}”`);
      // One job at a time: whoever asks for the next one sees the one that is under way.
      setAway(false);
      setPage(null);
      setSearching(false);
      if (running.current) return;
      setOpen((old) => ({ step, start, run, sure, file, opening: (old?.opening ?? 0) + 1 }));
      setRecent((old) => [id, ...old.filter((other) => other !== id)].slice(0, RECENT));
    },
    [steps, host.restoreStep],
  );
  /** Opens a step that was asked for by name: what needs nothing filled in is run, or looked at, at once. */
  const goTo = useCallback(
    (id: string, start?: FieldValues) => {
      const atOnce = steps.find((step) => step.id === id)?.atOnce === true;
      openStep(id, atOnce ? { ...start } : start, atOnce);
    },
    [steps, openStep],
  );
  /** Home is opened for its search. */
  const [searching, setSearching] = useState(false);
  const goBack = useCallback(() => {
    // A job that is under way goes on; its view waits behind the home view.
    if (page !== null) setPage(null);
    else if (running.current) setAway(true);
    else setOpen(null);
    home.refresh();
  }, [home, page]);
  const backHome = useCallback(() => {
    setAway(false);
    setOpen(null);
  }, []);
  useEffect(() => {
    if (atHome) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      // A list or a menu that is open takes Esc for itself. Ctrl+K finds anything from everywhere: the search is at home.
      const search = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (search) event.preventDefault();
      if (search) setSearching(true);
      if (search || (event.key === 'Escape' && !event.defaultPrevented)) goBack();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [atHome, goBack]);
  const follow = useCallback(
    ({ step, values, sure, file }: FollowUp) => {
      if (step !== undefined) openStep(step, values, true, sure, file);
    },
    [openStep],
  );

  const { show, pointing, forget } = useShowing(host);
  // A view that opens knows nothing of what was pointed at before.
  useEffect(forget, [open, forget]);

  const { reading } = home;
  const state = stateOf(reading);
  useCellCommand(host, state, openStep);
  const vanished = useVanished(host, state);
  const suggestions = useMemo(() => suggestionsOf(state), [state]);
  const theme = useMemo(() => paneTheme(language, host.colours ?? 'light'), [language, host.colours]);
  const missing = host.missing.length > 0;
  const make = steps.find(({ id }) => id === host.createStep);
  const [answers, setAnswers] = useState<FirstRun>(() => firstRun(make?.fields ?? [], { zone: host.zone ?? '' }));
  const answer = useCallback((change: Partial<FirstRun>) => setAnswers((old) => ({ ...old, ...change })), []);
  /** The campaign stands, and its list is to be looked through next. */
  const [made, setMade] = useState(false);
  const onMade = useCallback(() => setMade(true), []);
  const known = reading.kind !== 'reading';
  useEffect(() => {
    if (known) StepView.fetch();
  }, [known]);
  useEffect(() => {
    if (!made || busy) return;
    setMade(false);
    home.refresh();
    if (answers.list) openStep(host.listStep, undefined, false, false, answers.list);
    answer({ at: 0, list: null });
  }, [made, busy, answers.list, answer, home, openStep, host.listStep]);
  const undo = steps.find(({ id }) => id === UNDO_STEP);
  const drafts = useMemo(noDrafts, []);
  // A button of the ribbon opens a step in a pane that knows nobody yet: what is done there needs a name as much as at home.
  const asksWho = !missing && page === null && !host.readOnly && state?.kind === 'campaign' && by === null;
  const saidWho = useCallback(
    (name: string | null) => {
      setBy(name);
      host.who?.keep(name);
      // Which act is offered depends on who asks: it is looked at again.
      if (name !== null && !running.current)
        setOpen((old) => (old?.step.id === UNDO_STEP ? { ...old, opening: old.opening + 1 } : old));
    },
    [host],
  );
  return (
    // The browser's own parts, such as the sign of a date field, are drawn for what is behind them.
    <FluentProvider
      theme={theme}
      className={styles.provider}
      style={{ colorScheme: (host.colours ?? 'light') === 'light' ? 'light' : 'dark' }}
    >
      <LanguageContext.Provider value={language}>
        <SuggestionsContext.Provider value={suggestions}>
          <IntakeContext.Provider value={intakeIn(state)}>
            <ShowContext.Provider value={show}>
              <CrashGuard language={language}>
                <PaneFrame
                  title={pageTitle(page, atHome ? undefined : open?.step, language)}
                  back={atHome ? undefined : goBack}
                  onHistory={state?.kind === 'campaign' ? () => setPage('history') : undefined}
                  onHelp={() => setPage('help')}
                  who={by === null ? undefined : { name: by, onChange: () => saidWho(null) }}
                  onSwitchLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
                >
                  <div className={styles.stack}>
                    {pointing && show && <PointingMessage pointing={pointing} onShow={show} />}
                    {host.readOnly && (
                      <Message intent="warning" title={say(language, 'readOnly.title')}>
                        {say(language, 'readOnly.body')}
                      </Message>
                    )}
                    {missing && <MissingView missing={host.missing} outside={host.outside === true} />}
                    {!missing && page === 'history' && undo?.kind === 'action' && (
                      <HistoryView undo={undo} host={acting} onOpen={openStep} />
                    )}
                    {(page === 'help' || page === 'tour') && (
                      <HelpView
                        key={page}
                        steps={steps}
                        tour={page === 'tour'}
                        onOpen={openStep}
                        onEnd={() => setPage(null)}
                      />
                    )}
                    {!missing && open && away && page === null && (
                      <UnderWay
                        title={open.step.title[language]}
                        busy={busy}
                        onLook={() => setAway(false)}
                        onDismiss={backHome}
                      />
                    )}
                    {!missing && atHome && vanished.lost.length > 0 && host.restoreStep && (
                      <VanishedCard
                        lost={vanished.lost}
                        onRestore={() => openStep(host.restoreStep?.id ?? '', {}, true)}
                        onLeave={vanished.leave}
                      />
                    )}
                    {asksWho && host.people && <WhoCard people={host.people} onSay={saidWho} />}
                    {!missing && atHome && (
                      <HomeView
                        reading={home.reading}
                        steps={steps}
                        host={host}
                        selected={home.selected}
                        recent={recent}
                        onRefresh={home.refresh}
                        onOpen={openStep}
                        onGo={goTo}
                        searching={searching}
                        onTour={() => setPage('tour')}
                        firstRunning={busy && open === null}
                        empty={
                          make?.kind === 'action' && (
                            <FirstRunView
                              make={make}
                              host={acting}
                              answers={answers}
                              onAnswer={answer}
                              onBusy={setBusy}
                              onMade={onMade}
                              onTour={() => setPage('tour')}
                            />
                          )
                        }
                      />
                    )}
                    {!missing && atHome && answers.at === 0 && host.selfTest && state?.kind === 'notCampaign' && (
                      <SelfTestCard selfTest={host.selfTest} />
                    )}
                    {!missing && open && (
                      <div
                        className={styles.stack}
                        hidden={away || page !== null}
                        style={away || page !== null ? { display: 'none' } : undefined}
                      >
                        <DraftsContext.Provider value={drafts}>
                          <StepView
                            key={open.opening}
                            step={open.step}
                            host={acting}
                            start={open.start}
                            runStart={open.run}
                            sure={open.sure}
                            file={open.file}
                            onBusy={setBusy}
                            onWritten={home.refresh}
                            onFollow={follow}
                            steps={steps}
                            onOpen={goTo}
                          />
                        </DraftsContext.Provider>
                      </div>
                    )}
                  </div>
                </PaneFrame>
              </CrashGuard>
            </ShowContext.Provider>
          </IntakeContext.Provider>
        </SuggestionsContext.Provider>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
