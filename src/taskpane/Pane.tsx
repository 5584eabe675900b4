// The pane as a whole: language, theme, and which view is open. Knows no Excel and no particular step.
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import type { CampaignState } from '../app/care/campaignState';
import type { Language } from '../core/ground/text';
import { UNDO_STEP } from './campaignSteps';
import { stateOf } from './homeReading';
import { DraftsContext, noDrafts } from './keptDrafts';
import { LanguageContext, say } from './language';
import type { PaneHost } from './paneHost';
import { ColoursContext, paneTheme, type Colours } from './paneTheme';
import { later } from './parts/later';
import { Message } from './parts/Message';
import { PaneFrame } from './parts/PaneFrame';
import { PointingMessage } from './parts/PointingMessage';
import { UnderWay } from './parts/UnderWay';
import { ShowContext, useShowing } from './showing';
import type { PaneStep } from './steps';
import { IntakeContext, intakeIn, SuggestionsContext, suggestionsOf } from './suggestions';
import { useFirstRun, type FirstRunState } from './useFirstRun';
import { useHomeState, type Home } from './useHomeState';
import { useNavigation, useNavigationKeys, type Navigation, type PageName } from './useNavigation';
import { useWho, type Who } from './useWho';
import { CrashGuard } from './views/CrashGuard';
import { VanishedCard } from './parts/VanishedCard';
import { WhoCard } from './parts/WhoCard';
import { useCellCommand } from './useCellCommand';
import { useVanished } from './useVanished';
import { HomeView } from './views/HomeView';
import { MissingView } from './views/MissingView';
import { tokens } from './tokens';

const useStyles = makeStyles({
  provider: { height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

/** What is not home comes later; the steps are fetched as soon as home is read, so that the first click waits for nothing. */
const StepView = later(async () => (await import('./views/StepView')).StepView);
const HistoryView = later(async () => (await import('./views/HistoryView')).HistoryView);
const FirstRunView = later(async () => (await import('./views/FirstRunView')).FirstRunView);
const SelfTestCard = later(async () => (await import('./views/SelfTestCard')).SelfTestCard, 'silent');
const HelpView = later(async () => (await import('./views/HelpView')).HelpView);

interface Props {
  readonly steps: readonly PaneStep[];
  readonly host: PaneHost;
}

function pageTitle(page: PageName | null, step: PaneStep | undefined, language: Language): string {
  if (page !== null) return say(language, page === 'history' ? 'history.title' : 'help.title');
  return step ? step.title[language] : say(language, 'product');
}

/** The whole pane: home, one open step, history or help, in the chosen language and in Office's colours. */
export function Pane({ steps, host }: Props) {
  const styles = useStyles();
  const [language, setLanguage] = useState(host.language);
  const colours = host.colours ?? 'light';
  const navigation = useNavigation(steps, host);
  const { open, page, atHome, leave, openStep, openPage, reopen } = navigation;
  const home = useHomeState(host, language, atHome);
  const { refresh } = home;
  const goBack = useCallback(() => {
    // A job that is under way goes on; its view waits behind the home view.
    leave();
    refresh();
  }, [leave, refresh]);
  useNavigationKeys(atHome, goBack, navigation.search);
  const who = useWho(
    host,
    useCallback(() => reopen(UNDO_STEP), [reopen]),
  );
  const { show, pointing, forget } = useShowing(host);
  // A view that opens knows nothing of what was pointed at before.
  useEffect(forget, [open, forget]);
  const state = stateOf(home.reading);
  useCellCommand(host, state, openStep);
  const known = home.reading.kind !== 'reading';
  useEffect(() => {
    if (known) StepView.fetch();
  }, [known]);
  const theme = useMemo(() => paneTheme(language, colours), [language, colours]);
  return (
    // The browser's own parts, such as the sign of a date field, are drawn for what is behind them.
    <FluentProvider
      theme={theme}
      className={styles.provider}
      style={{ colorScheme: colours === 'light' ? 'light' : 'dark' }}
    >
      <PaneContexts language={language} colours={colours} state={state} show={show}>
        <CrashGuard language={language}>
          <PaneFrame
            title={pageTitle(page, atHome ? undefined : open?.step, language)}
            back={atHome ? undefined : goBack}
            onHistory={state?.kind === 'campaign' ? () => openPage('history') : undefined}
            onHelp={() => openPage('help')}
            who={who.by === null ? undefined : { name: who.by, onChange: () => who.say(null) }}
            onSwitchLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            <div className={styles.stack}>
              {pointing && show && <PointingMessage pointing={pointing} onShow={show} />}
              {host.readOnly && (
                <Message intent="warning" title={say(language, 'readOnly.title')}>
                  {say(language, 'readOnly.body')}
                </Message>
              )}
              {host.missing.length > 0 ? (
                <MissingView missing={host.missing} outside={host.outside === true} />
              ) : (
                <Usable
                  steps={steps}
                  host={host}
                  navigation={navigation}
                  home={home}
                  who={who}
                  state={state}
                  language={language}
                />
              )}
              <OpenPage steps={steps} host={host} navigation={navigation} who={who} />
            </div>
          </PaneFrame>
        </CrashGuard>
      </PaneContexts>
    </FluentProvider>
  );
}

interface ContextsProps {
  readonly language: Language;
  readonly colours: Colours;
  readonly state: CampaignState | undefined;
  readonly show: ReturnType<typeof useShowing>['show'];
  readonly children: ReactNode;
}

/** What every view may ask for without being given it. */
function PaneContexts({ language, colours, state, show, children }: ContextsProps) {
  const suggestions = useMemo(() => suggestionsOf(state), [state]);
  return (
    <LanguageContext.Provider value={language}>
      <ColoursContext.Provider value={colours}>
        <SuggestionsContext.Provider value={suggestions}>
          <IntakeContext.Provider value={intakeIn(state)}>
            <ShowContext.Provider value={show}>{children}</ShowContext.Provider>
          </IntakeContext.Provider>
        </SuggestionsContext.Provider>
      </ColoursContext.Provider>
    </LanguageContext.Provider>
  );
}

interface PageProps extends Props {
  readonly navigation: Navigation;
  readonly who: Who;
}

/** The history, the help or the tour, if one of them is open. Help is there in an Excel that is too old, too. */
function OpenPage({ steps, host, navigation, who }: PageProps) {
  const { page, openPage, openStep } = navigation;
  const undo = steps.find(({ id }) => id === UNDO_STEP);
  if (page === 'history' && host.missing.length === 0 && undo?.kind === 'action')
    return <HistoryView undo={undo} host={who.acting} onOpen={openStep} />;
  if (page === 'help' || page === 'tour')
    return <HelpView key={page} steps={steps} tour={page === 'tour'} onOpen={openStep} onEnd={() => openPage(null)} />;
  return null;
}

interface UsableProps extends PageProps {
  readonly home: Home;
  readonly state: CampaignState | undefined;
  readonly language: Language;
}

/** Home and the open step, where Excel has what the add-in needs. */
function Usable({ steps, host, navigation, home, who, state, language }: UsableProps) {
  const { open, away, page, atHome, busy, openStep } = navigation;
  const vanished = useVanished(host, state);
  const make = steps.find(({ id }) => id === host.createStep);
  // Kept here: what was answered is still there after a look at the help.
  const first = useFirstRun(make, host, navigation, home.refresh);
  // A button of the ribbon opens a step in a pane that knows nobody yet: what is done there needs a name as much as at home.
  const asksWho = page === null && !host.readOnly && state?.kind === 'campaign' && who.by === null;
  return (
    <>
      {open && away && page === null && (
        <UnderWay
          title={open.step.title[language]}
          busy={busy}
          onLook={navigation.look}
          onDismiss={navigation.backHome}
        />
      )}
      {atHome && vanished.lost.length > 0 && host.restoreStep && (
        <VanishedCard
          lost={vanished.lost}
          onRestore={() => openStep(host.restoreStep?.id ?? '', {}, true)}
          onLeave={vanished.leave}
        />
      )}
      {asksWho && host.people && <WhoCard people={host.people} onSay={who.say} />}
      {atHome && <AtHome {...{ steps, host, navigation, home, who, state, make, first }} />}
      <OpenStepView steps={steps} navigation={navigation} who={who} onWritten={home.refresh} />
    </>
  );
}

interface AtHomeProps extends Omit<UsableProps, 'language'> {
  /** The step that makes a campaign. */
  readonly make: PaneStep | undefined;
  readonly first: FirstRunState;
}

/** Home, with the first run where there is no campaign yet. */
function AtHome({ steps, host, navigation, home, who, state, make, first }: AtHomeProps) {
  const { busy, open, openPage } = navigation;
  const { answers, answer, onMade } = first;
  return (
    <>
      <HomeView
        reading={home.reading}
        steps={steps}
        host={host}
        selected={home.selected}
        recent={navigation.recent}
        onRefresh={home.refresh}
        onOpen={navigation.openStep}
        onGo={navigation.goTo}
        searching={navigation.searching}
        onTour={() => openPage('tour')}
        firstRunning={busy && open === null}
        empty={
          make?.kind === 'action' && (
            <FirstRunView
              make={make}
              host={who.acting}
              answers={answers}
              onAnswer={answer}
              onBusy={navigation.setBusy}
              onMade={onMade}
              onTour={() => openPage('tour')}
            />
          )
        }
      />
      {answers.at === 0 && host.selfTest && state?.kind === 'notCampaign' && <SelfTestCard selfTest={host.selfTest} />}
    </>
  );
}

interface StepProps {
  readonly steps: readonly PaneStep[];
  readonly navigation: Navigation;
  readonly who: Who;
  readonly onWritten: () => void;
}

/** The open step. It stays while home or the help stands before it: its job goes on, and what was typed is kept. */
function OpenStepView({ steps, navigation, who, onWritten }: StepProps) {
  const styles = useStyles();
  const { open, away, page } = navigation;
  const drafts = useMemo(noDrafts, []);
  if (!open) return null;
  const behind = away || page !== null;
  return (
    <div className={styles.stack} hidden={behind} style={behind ? { display: 'none' } : undefined}>
      <DraftsContext.Provider value={drafts}>
        <StepView
          key={open.opening}
          step={open.step}
          host={who.acting}
          start={open.start}
          runStart={open.run}
          sure={open.sure}
          file={open.file}
          onBusy={navigation.setBusy}
          onWritten={onWritten}
          onFollow={navigation.follow}
          steps={steps}
          onOpen={navigation.goTo}
        />
      </DraftsContext.Provider>
    </div>
  );
}
