// What came of a job: its message, what was written where, blocks of the step's own, decisions left to people, problems, notices.
import { Body1, Button, Link, makeStyles } from '@fluentui/react-components';
import type { JobReport } from '../../app/job';
import { useWords } from '../language';
import { mendStep } from '../mendStep';
import type { PaneHost } from '../paneHost';
import type { Titles } from '../problemGroups';
import type { FollowUp, PaneStep, ResultBlock } from '../steps';
import { Card } from './Card';
import { CopyButton } from './CopyButton';
import { DecisionCard } from './DecisionCard';
import { Message } from './Message';
import { ProblemList } from './ProblemList';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  aside: { display: 'flex', alignItems: 'center', columnGap: '8px', flexWrap: 'wrap', flexShrink: 0 },
  lines: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

interface Props {
  readonly step: PaneStep;
  readonly report: JobReport;
  readonly titles: Titles & Pick<PaneHost, 'isMadeSheet'>;
  readonly onFollow: (followUp: FollowUp) => void;
}

/** “单位名册：新增 3 行，更新 5 行” for each table that something was written to. */
function written(report: JobReport, { tableTitle, isMadeSheet }: Props['titles'], { t, pick }: Pick<ReturnType<typeof useWords>, 't' | 'pick'>): readonly string[] {
  return Object.entries(report.changed).flatMap(([name, { added, updated }]) => {
    const table = pick(tableTitle(name));
    if (isMadeSheet(name)) return [t('result.made', { table })];
    if (added > 0 && updated > 0) return [t('result.wrote', { table, added, updated })];
    if (added > 0) return [t('result.wroteAdded', { table, added })];
    return updated > 0 ? [t('result.wroteUpdated', { table, updated })] : [];
  });
}

export function ResultView({ step, report, titles, onFollow }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { t, pick } = words;
  const { blocks = [], decision } = step.present?.(report) ?? {};
  const lines = written(report, titles, words);
  const mend = mendStep([...report.problems, ...report.notices]);
  const intent = report.stopped ? 'error' : report.problems.length > 0 ? 'warning' : 'success';
  return (
    <>
      <Message intent={intent} title={t(report.stopped ? 'result.stopped' : 'result.done')}>{pick(report.message)}</Message>
      {lines.length > 0 && <Card><ul className={styles.list}>{lines.map((line) => <li key={line}>{line}</li>)}</ul></Card>}
      {decision && <DecisionCard decision={decision} onChoose={onFollow} />}
      {blocks.map((block, index) => <Block key={index} block={block} />)}
      {mend !== null && mend !== step.id && <Button appearance="primary" onClick={() => onFollow({ label: step.title, step: mend, values: {} })}>{t('result.mend')}</Button>}
      <ProblemList heading={t('problems.title')} problems={report.problems} titles={titles} />
      <ProblemList heading={t('notices.title')} problems={report.notices} titles={titles} mild />
    </>
  );
}

function Aside({ block: { copy, link } }: { readonly block: ResultBlock }) {
  const styles = useStyles();
  const { t, pick } = useWords();
  if (!copy && !link) return null;
  return (
    <span className={styles.aside}>
      {copy && <CopyButton content={pick(copy)} label={t('copy')} />}
      {link && <Link href={link.href} target="_blank" rel="noreferrer">{pick(link.label)}</Link>}
    </span>
  );
}

function Block({ block }: { readonly block: ResultBlock }) {
  const styles = useStyles();
  const { pick } = useWords();
  return (
    <Card heading={pick(block.title)} aside={<Aside block={block} />}>
      <ul className={styles.lines}>{block.lines.map((line, index) => <li key={index}><Body1>{pick(line)}</Body1></li>)}</ul>
    </Card>
  );
}
