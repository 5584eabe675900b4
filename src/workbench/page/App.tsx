// The page around the grid: bars, ribbon, messages, pane. It shows the session's state and passes on what a person asks for.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DragEvent, ReactElement } from 'react';
import { type FileActions } from './fileActions';
import { TEXTS } from './pageTexts';
import { ChartLayer } from './parts/ChartLayer';
import { CommandsFrame } from './parts/CommandsFrame';
import { Dialog } from './parts/Dialog';
import { FindBar } from './parts/FindBar';
import { Notices } from './parts/Notices';
import { PaneFrame } from './parts/PaneFrame';
import { PrintPreview } from './parts/PrintPreview';
import { Question } from './parts/Question';
import { Ribbon } from './parts/Ribbon';
import type { TabName } from './parts/Ribbon';
import { TableFilterMenu } from './parts/TableFilterMenu';
import { TopBar } from './parts/TopBar';
import type { RibbonAction, RibbonTab } from './ribbonFromManifest';
import type { Session } from './session';
import type { UnfitPages } from './sessionState';

interface AppProps {
  readonly session: Session;
  readonly files: FileActions;
  readonly addIn: RibbonTab | null;
}

/** Ctrl+S, Ctrl+P and Ctrl+F do here what they do in Excel, not what the browser does. */
function useKeys(files: FileActions, onFind: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && key !== 'p' && key !== 'f') return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 's') void files.save();
      else if (key === 'f') onFind();
      else void files.print('sheet');
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [files, onFind]);
}

interface PageBarProps extends Omit<AppProps, 'addIn'> {
  /** Does it once a person has agreed to lose unsaved changes. */
  readonly careful: (act: () => void) => void;
  readonly onOpen: (file: File) => void;
}

/** The top bar with what its buttons do. */
function PageBar({ session, files, careful, onOpen }: PageBarProps): ReactElement {
  const { language, fileName, unsaved, fixedNow, conditions } = useSyncExternalStore(
    session.store.subscribe,
    session.store.get,
  );
  return (
    <TopBar
      language={language}
      fileName={fileName}
      unsaved={unsaved}
      fixedNow={fixedNow}
      now={() => session.now()}
      onOpen={onOpen}
      onSave={() => void files.save()}
      onPrint={() => void files.print('sheet')}
      onBlank={() => careful(() => void files.blank())}
      onSample={() => careful(() => void files.sample())}
      onNow={(moment) => session.setNow(moment)}
      onUnreadNow={() => session.notify('warning', TEXTS.nowUnread)}
      conditions={conditions}
      onConditions={(changed) => session.setConditions(changed)}
      onSecondWindow={() => {
        const address = new URL(location.href);
        address.searchParams.set('join', '1');
        window.open(address);
      }}
      onLanguage={() => session.setLanguage(language === 'zh' ? 'en' : 'zh')}
    />
  );
}

interface PrintQuestionProps {
  readonly session: Session;
  readonly files: FileActions;
  readonly unfit: UnfitPages;
}

/** Pages that should not leave the office are shown once a person says so. */
function PrintQuestion({ session, files, unfit: { which, why } }: PrintQuestionProps): ReactElement {
  const { language } = session.store.get();
  const answer = (yes: boolean): void => {
    session.store.set({ unfit: null });
    if (yes) void files.print(which, true);
  };
  return (
    <Question
      text={why[language] + TEXTS.unfitPages[language]}
      yes={TEXTS.printAnyway[language]}
      no={TEXTS.keep[language]}
      onAnswer={answer}
    />
  );
}

/** The page of the workbench: top bar, ribbon, messages, and the grid with the pane beside it. */
export function App({ session, files, addIn }: AppProps): ReactElement {
  const state = useSyncExternalStore(session.store.subscribe, session.store.get);
  const frames = useSyncExternalStore(session.frames.store.subscribe, session.frames.store.get);
  const [tab, setTab] = useState<TabName>(addIn ? 'addIn' : 'home');
  /** What is to happen once a person has agreed to lose unsaved changes. */
  const [asking, setAsking] = useState<(() => void) | null>(null);
  const [finding, setFinding] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const { language } = state;

  useEffect(() => {
    if (grid.current) session.showIn(grid.current);
  }, [session]);

  useKeys(files, () => setFinding(true));

  const careful = (act: () => void): void => (state.unsaved ? setAsking(() => act) : act());
  const open = (file: File): void => careful(() => void files.open(file));
  const act = (action: RibbonAction): void => {
    if (action.kind === 'showTaskpane') return session.openPane(action.page);
    const button = addIn?.groups
      .flatMap((group) => group.buttons.flatMap((each) => [each, ...each.items]))
      .find((candidate) => candidate.action === action);
    if (button) void session.runCommand(action.name, button.label);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) open(file);
  };

  return (
    <div
      className="workbench"
      data-tab={tab}
      data-theme={state.conditions.theme}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <PageBar session={session} files={files} careful={careful} onOpen={open} />
      <Ribbon
        language={language}
        addIn={addIn}
        tab={tab}
        disabled={state.busy !== null}
        onTab={setTab}
        onAction={act}
      />
      <Notices
        language={language}
        busy={state.busy}
        notices={state.notices}
        onClose={(id) => session.closeNotice(id)}
      />
      <main className="stage">
        <div className="grid" ref={grid} data-testid="grid" />
        <ChartLayer session={session} />
        {finding && <FindBar session={session} language={language} onClose={() => setFinding(false)} />}
        {frames.generation >= 0 && (
          <PaneFrame
            key={`pane-${frames.generation}-${language}-${state.panePage.asked}`}
            page={state.panePage.page}
            language={language}
            open={state.paneOpen}
            onClose={() => session.store.set({ paneOpen: false })}
          />
        )}
      </main>
      {frames.commands && (
        <CommandsFrame
          key={`commands-${frames.generation}-${language}`}
          language={language}
          onLoad={() => session.frames.commandsLoaded()}
        />
      )}
      {state.filter && <TableFilterMenu session={session} open={state.filter} />}
      {frames.dialog && (
        <Dialog language={language} url={frames.dialog.url} onClose={() => session.frames.closeDialog()} />
      )}
      {state.preview && (
        <PrintPreview
          language={language}
          preview={state.preview}
          onAll={() => void files.print('all')}
          onClose={() => files.endPreview()}
        />
      )}
      {state.unfit && <PrintQuestion session={session} files={files} unfit={state.unfit} />}
      {asking && (
        <Question
          text={TEXTS.leave[language]}
          yes={TEXTS.discard[language]}
          no={TEXTS.keep[language]}
          onAnswer={(yes) => {
            setAsking(null);
            if (yes) asking();
          }}
        />
      )}
    </div>
  );
}
