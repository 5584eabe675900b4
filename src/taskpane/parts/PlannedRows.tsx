// What a job would make, table by table, before anything is written. Draws only.
import { useEffect, useState } from 'react';
import { Body1, Caption1, makeStyles } from '@fluentui/react-components';
import type { Preview } from '../../app/run/job';
import type { Outcome } from '../../app/run/finishJob';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import { Busy } from './Busy';
import { Card } from './Card';
import { Message } from './Message';
import { tokens } from '../tokens';

/** Rows of a table that are named; the others are counted. */
const NAMED = 8;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  /** Looks; asked once, when the rows come up. */
  readonly look: () => Promise<Outcome>;
  readonly tableTitle: PaneHost['tableTitle'];
}

function byTable({ added }: Preview): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const { table, summary } of added) tables.set(table, [...(tables.get(table) ?? []), summary]);
  return tables;
}

/** Runs the look once when it comes up, then lists the rows that would be written. */
export function PlannedRows({ look, tableTitle }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    let over = false;
    void look().then((looked) => {
      if (!over) setOutcome(looked);
    });
    return () => {
      over = true;
    };
  }, []);
  if (outcome === null) return <Busy label={t('running')} />;
  if (outcome.kind === 'failed') return <Message intent="error">{pick(outcome.why)}</Message>;
  const { report } = outcome;
  if (report.stopped) return <Message intent="error">{pick(report.message)}</Message>;
  if (!report.preview) return null;
  return [...byTable(report.preview)].map(([table, rows]) => (
    <Card
      key={table}
      heading={pick(tableTitle(table))}
      aside={<Caption1 className={styles.muted}>{t('first.rows', { count: rows.length })}</Caption1>}
    >
      <ul className={styles.list}>
        {rows.slice(0, NAMED).map((row, index) => (
          <li key={index}>
            <Body1>{row}</Body1>
          </li>
        ))}
      </ul>
      {rows.length > NAMED && (
        <Caption1 className={styles.muted}>{t('first.more', { count: rows.length - NAMED })}</Caption1>
      )}
    </Card>
  ));
}
