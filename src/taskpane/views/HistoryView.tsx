// What was done in the workbook: by whom, when, what changed, and what rests on it; one act is taken back after a look. Reads by the job 'undo'.
import { useCallback, useEffect, useState } from 'react';
import { Badge, Body1, Button, Caption1, Link, makeStyles } from '@fluentui/react-components';
import type { ActShown } from '../../app/care/history';
import type { CellChange, JobReport } from '../../app/run/job';
import { finishJob } from '../../app/run/finishJob';
import type { Text } from '../../core/ground/text';
import { changedRows, placeOfRow } from '../changedRows';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import { Busy } from '../parts/Busy';
import { Card } from '../parts/Card';
import { ChangedCell } from '../parts/ChangedCell';
import { Message } from '../parts/Message';
import type { Titles } from '../problemGroups';
import { reportTitles } from '../reportTitles';
import type { ActionStep, FieldValues } from '../steps';
import { tokens } from '../tokens';

/** Rows of an act that are listed; the whole is in the log. */
const SHOWN = 8;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  act: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    padding: '8px 0',
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', columnGap: '8px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground3 },
  undone: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  rests: { color: tokens.colorPaletteDarkOrangeForeground1 },
  cells: { display: 'flex', flexDirection: 'column', paddingLeft: '8px' },
});

interface Props {
  readonly undo: ActionStep;
  readonly host: PaneHost;
  readonly onOpen: (id: string, values: FieldValues, run: boolean) => void;
}

type History =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly acts: readonly ActShown[] }
  | { readonly kind: 'failed'; readonly why: Text };

const actsIn = ({ results }: JobReport): readonly ActShown[] => (results as { acts?: readonly ActShown[] }).acts ?? [];

/** It was not for want of acts that none is there: there is no campaign, or its log cannot be read. */
const unread = (report: JobReport): boolean =>
  report.stopped && actsIn(report).length === 0 && !report.problems.some(({ code }) => code === 'nothing-to-undo');

/** The acts of the log, latest first; one opens to its cells and its “undo”. */
export function HistoryView({ undo, host, onOpen }: Props) {
  const styles = useStyles();
  const { t, pick, language } = useWords();
  const [history, setHistory] = useState<History>({ kind: 'reading' });
  const look = useCallback(
    (values: FieldValues) => finishJob((alive) => undo.job(host.deps(language, alive), values, 'preview')),
    [undo, host, language],
  );
  useEffect(() => {
    let over = false;
    void look({}).then((outcome) => {
      if (over) return;
      setHistory(
        outcome.kind === 'failed'
          ? { kind: 'failed', why: outcome.why }
          : unread(outcome.report)
            ? { kind: 'failed', why: outcome.report.message }
            : { kind: 'read', acts: actsIn(outcome.report) },
      );
    });
    return () => {
      over = true;
    };
  }, [look]);
  if (history.kind === 'reading') return <Busy label={t('reading')} />;
  if (history.kind === 'failed')
    return (
      <Message intent="error" title={t('result.failed')}>
        {pick(history.why)}
      </Message>
    );
  if (history.acts.length === 0) return <Body1 className={styles.muted}>{t('history.none')}</Body1>;
  const days = new Map<string, ActShown[]>();
  for (const act of history.acts) days.set(act.at.slice(0, 10), [...(days.get(act.at.slice(0, 10)) ?? []), act]);
  return [...days].map(([day, acts]) => (
    <Card key={day} heading={day || '—'}>
      <ul className={styles.list}>
        {acts.map((act) => (
          <Act
            key={act.act}
            host={host}
            act={act}
            look={async () => {
              const outcome = await look({ act: act.act, anyway: 'true' });
              return outcome.kind === 'report' ? outcome.report : null;
            }}
            onUndo={(values) => onOpen(undo.id, values, true)}
          />
        ))}
      </ul>
    </Card>
  ));
}

const turned = (change: CellChange): CellChange => ({ ...change, before: change.after, after: change.before });

interface ActProps {
  readonly host: Titles;
  readonly act: ActShown;
  /** The cells that taking it back would change: now → as they were. */
  readonly look: () => Promise<JobReport | null>;
  readonly onUndo: (values: FieldValues) => void;
}

function Act({ act, host, look, onUndo }: ActProps) {
  const styles = useStyles();
  const { t, pick, language } = useWords();
  const [cells, setCells] = useState<readonly CellChange[] | 'reading' | null>(null);
  const [titles, setTitles] = useState<Titles>(host);
  const rests = act.builtOn.map((later) => pick(later.title)).join(language === 'zh' ? '、' : ', ');
  const rows = Array.isArray(cells) ? changedRows(cells as readonly CellChange[]) : [];
  // Of cells, what it did is what taking it back would do, the other way round; rows that it added are withdrawn in cells of another kind.
  const isWhole = act.added === 0;
  const open = (): void => {
    setCells('reading');
    void look().then((report) => {
      const back = report?.preview?.changed ?? [];
      setTitles(reportTitles(host, report ?? {}));
      setCells(isWhole ? back.map(turned) : back);
    });
  };
  return (
    <li className={styles.act}>
      <div className={styles.top}>
        <span className={act.undone ? styles.undone : styles.title}>{pick(act.title)}</span>
        <Caption1 className={styles.muted}>
          {act.at.slice(11, 16)}
          {' · '}
          {act.by === '' ? t('history.nobody') : act.by}
        </Caption1>
      </div>
      <Caption1>{act.summary}</Caption1>
      {act.builtOn.length > 0 && !act.undone && (
        <Caption1 className={styles.rests}>{t('history.rests', { acts: rests })}</Caption1>
      )}
      <div className={styles.buttons}>
        {act.undone && (
          <Badge appearance="outline" color="informative">
            {t('history.undone')}
          </Badge>
        )}
        {(act.cells > 0 || act.added > 0) && (
          <Caption1 className={styles.muted}>{t('history.size', { cells: act.cells, rows: act.added })}</Caption1>
        )}
        {act.canUndo && (
          <Link as="button" aria-expanded={cells !== null} onClick={cells === null ? open : () => setCells(null)}>
            {t(cells === null ? 'history.look' : 'history.hide')}
          </Link>
        )}
        {act.canUndo && (
          <Button
            size="small"
            aria-label={`${t('history.undo')} ${pick(act.title)} ${act.at.slice(11, 16)}`}
            onClick={() => onUndo({ act: act.act, ...(act.builtOn.length > 0 && { anyway: true }) })}
          >
            {t('history.undo')}
          </Button>
        )}
      </div>
      {cells === 'reading' && <Busy label={t('reading')} />}
      {Array.isArray(cells) && (
        <div className={styles.cells}>
          <Caption1 className={styles.muted}>
            {t(cells.length === 0 ? 'history.same' : isWhole ? 'history.did' : 'history.back')}
          </Caption1>
          {rows.slice(0, SHOWN).map((row) => (
            <div key={`${row.table} ${row.row}`}>
              <Caption1 className={styles.muted}>
                {placeOfRow(pick(titles.tableTitle(row.table)), pick(titles.rowTitle(row.table, row.row)), row.name)}
              </Caption1>
              {row.cells.map((change) => (
                <ChangedCell key={change.column} change={change} />
              ))}
            </div>
          ))}
          {rows.length > SHOWN && (
            <Caption1 className={styles.muted}>{t('history.more', { count: rows.length - SHOWN })}</Caption1>
          )}
        </div>
      )}
    </li>
  );
}
