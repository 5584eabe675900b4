// The pane as a whole: language, theme, and which view is open. Knows no Excel and no particular step.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { LanguageContext, say } from './language';
import type { PaneHost } from './paneHost';
import { paneTheme } from './paneTheme';
import { PaneFrame } from './parts/PaneFrame';
import { PointingMessage } from './parts/PointingMessage';
import { ShowContext, useShowing } from './showing';
import type { FieldValues, FollowUp, PaneStep } from './steps';
import { IntakeContext, intakeIn, SuggestionsContext, suggestionsOf } from './suggestions';
import { useHomeState } from './useHomeState';
import { CrashGuard } from './views/CrashGuard';
import { HomeView } from './views/HomeView';
import { MissingView } from './views/MissingView';
import { SelfTestCard } from './views/SelfTestCard';
import { StepView } from './views/StepView';

const useStyles = makeStyles({
  provider: { height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

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
  readonly opening: number;
}

export function Pane({ steps, host }: Props) {
  const styles = useStyles();
  const [language, setLanguage] = useState(host.language);
  const [open, setOpen] = useState<OpenStep | null>(() => {
    const step = steps.find(({ id }) => id === host.startStep);
    return step ? { step, run: false, opening: 1 } : null;
  });
  const [busy, setBusy] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const home = useHomeState(host, language, open === null);

  const openStep = useCallback(
    (id: string, start?: FieldValues, run = false) => {
      const step = steps.find((candidate) => candidate.id === id);
      if (!step) throw new Error(`no step “${id}”`);
      setOpen((old) => ({ step, start, run, opening: (old?.opening ?? 0) + 1 }));
      setRecent((old) => [id, ...old.filter((other) => other !== id)].slice(0, RECENT));
    },
    [steps],
  );
  const goBack = useCallback(() => {
    setOpen(null);
    home.refresh();
  }, [home]);
  useEffect(() => {
    if (open === null || busy) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      // A list or a menu that is open takes Esc for itself.
      if (event.key === 'Escape' && !event.defaultPrevented) goBack();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, busy, goBack]);
  const follow = useCallback(
    ({ step, values }: FollowUp) => {
      if (step !== undefined) openStep(step, values, true);
    },
    [openStep],
  );

  const { show, pointing, forget } = useShowing(host);
  // A view that opens knows nothing of what was pointed at before.
  useEffect(forget, [open, forget]);

  const { reading } = home;
  const state = reading.kind === 'read' ? reading.state : reading.kind === 'reading' ? reading.last : undefined;
  const suggestions = useMemo(() => suggestionsOf(state), [state]);
  const theme = useMemo(() => paneTheme(language, host.colours ?? 'light'), [language, host.colours]);
  const missing = host.missing.length > 0;
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <LanguageContext.Provider value={language}>
        <SuggestionsContext.Provider value={suggestions}>
          <IntakeContext.Provider value={intakeIn(state)}>
            <ShowContext.Provider value={show}>
              <CrashGuard language={language}>
                <PaneFrame
                  title={open ? open.step.title[language] : say(language, 'product')}
                  back={open ? { go: goBack, disabled: busy } : undefined}
                  onSwitchLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
                >
                  <div className={styles.stack}>
                    {pointing && show && <PointingMessage pointing={pointing} onShow={show} />}
                    {missing && <MissingView missing={host.missing} />}
                    {!missing && !open && (
                      <HomeView
                        reading={home.reading}
                        steps={steps}
                        host={host}
                        selected={home.selected}
                        recent={recent}
                        onRefresh={home.refresh}
                        onOpen={openStep}
                      />
                    )}
                    {!missing && !open && host.selfTest && state?.kind === 'notCampaign' && (
                      <SelfTestCard selfTest={host.selfTest} />
                    )}
                    {!missing && open && (
                      <StepView
                        key={open.opening}
                        step={open.step}
                        host={host}
                        start={open.start}
                        runStart={open.run}
                        onBusy={setBusy}
                        onWritten={home.refresh}
                        onFollow={follow}
                        steps={steps}
                        onOpen={openStep}
                      />
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
