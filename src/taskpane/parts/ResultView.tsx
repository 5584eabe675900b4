// What came of a job: its message, what was written where, blocks of the step's own, decisions left to people, problems, notices.
import { useMemo } from 'react';
import { Body1, Button, Link, makeStyles } from '@fluentui/react-components';
import type { JobReport } from '../../app/run/job';
import { useWords } from '../language';
import { mendStep } from '../mendStep';
import type { PaneHost } from '../paneHost';
import type { Titles } from '../problemGroups';
import { placedInForm, reportTitles } from '../reportTitles';
import type { FollowUp, PaneStep, ResultBlock } from '../steps';
import { Card } from './Card';
import { ChangedSince } from './ChangedSince';
import { CopyButton } from './CopyButton';
import { DecisionCard } from './DecisionCard';
import { Message } from './Message';
import { PreviewTable } from './PreviewTable';
import { ProblemList } from './ProblemList';
import { Reveal } from './Reveal';
import { UNDO_STEP } from '../campaignSteps';
import { useChangedSince } from '../useChangedSince';
import { WrittenCards } from './WrittenCards';
import { presentationOf } from '../present/presenters';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    paddingLeft: '18px',
    overflowWrap: 'anywhere',
  },
  aside: { display: 'flex', alignItems: 'center', columnGap: '8px', flexWrap: 'wrap', flexShrink: 0 },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
});

interface Props {
  readonly step: PaneStep;
  readonly report: JobReport;
  readonly titles: Titles & Pick<PaneHost, 'isMadeSheet' | 'watch'>;
  readonly onFollow: (followUp: FollowUp) => void;
  /** What the person had filled in. */
  readonly given?: Readonly<Record<string, string>>;
  /** The same once more, with what it was run with. */
  readonly onAgain?: () => void;
}

/** Run once more it does nothing twice: it wrote nothing, or made sheets alone, which are made anew. */
const canRunAgain = ({ changed }: JobReport, { isMadeSheet }: Props['titles']): boolean =>
  Object.entries(changed).every(([name, { added, updated }]) => isMadeSheet(name) || added + updated === 0);

/** “单位名册：新增 3 行，更新 5 行” for each table that something was written to; tables of which the same is to be said share a line. */
function written(
  report: JobReport,
  { tableTitle, isMadeSheet }: Props['titles'],
  { t, pick, language }: ReturnType<typeof useWords>,
): readonly string[] {
  const said = new Map<string, { readonly line: (table: string) => string; readonly tables: string[] }>();
  for (const [name, { added, updated }] of Object.entries(report.changed)) {
    const made = isMadeSheet(name);
    if (!made && added + updated === 0) continue;
    const line = (table: string): string =>
      made
        ? t('result.made', { table })
        : added > 0 && updated > 0
          ? t('result.wrote', { table, added, updated })
          : added > 0
            ? t('result.wroteAdded', { table, added })
            : t('result.wroteUpdated', { table, updated });
    const same = said.get(line(''));
    if (same) same.tables.push(pick(tableTitle(name)));
    else said.set(line(''), { line, tables: [pick(tableTitle(name))] });
  }
  return [...said.values()].map(({ line, tables }) => line(tables.join(language === 'zh' ? '、' : ', ')));
}

/** The message in the colour of how it ended, then what was written, what is to be decided, problems and notices. */
export function ResultView({ step, report, titles: all, onFollow, given, onAgain }: Props) {
  const changedSince = useChangedSince(all, report, !report.stopped);
  const titles = useMemo(() => reportTitles(all, report, step.fields), [all, report, step]);
  const styles = useStyles();
  const words = useWords();
  const { t, pick } = words;
  const { blocks = [], decision, nothing } = presentationOf(step, report);
  const lines = written(report, titles, words);
  const mend = mendStep([...report.problems, ...report.notices]);
  const asks = report.stopped && decision !== undefined;
  const intent = asks
    ? 'warning'
    : report.stopped
      ? 'error'
      : report.problems.length > 0 || nothing
        ? 'warning'
        : 'success';
  const title = t(asks ? 'result.asks' : report.stopped ? 'result.stopped' : 'result.done');
  // What the message asks already need not be read twice.
  const open = asks ? report.problems.filter(({ message }) => pick(message) !== pick(report.message)) : report.problems;
  const problems = placedInForm(open, step.fields);
  return (
    <>
      <Reveal atTop={asks}>
        <Message intent={intent} title={nothing ? pick(nothing) : title}>
          {pick(report.message)}
        </Message>
      </Reveal>
      <ChangedSince sheets={changedSince} onAgain={canRunAgain(report, all) ? onAgain : undefined} />
      {lines.length > 0 && (
        <Card>
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      )}
      {report.written && (
        <WrittenCards
          written={report.written}
          titles={titles}
          onTakeBack={
            step.undoable
              ? () =>
                  onFollow({
                    label: step.title,
                    step: UNDO_STEP,
                    values: { act: report.written?.act ?? '' },
                    sure: true,
                  })
              : undefined
          }
        />
      )}
      {decision && <DecisionCard decision={decision} given={given} onChoose={onFollow} />}
      {asks && report.preview && decision.choices.some(({ sure }) => sure) && (
        <PreviewTable preview={report.preview} leftOut={0} titles={titles} />
      )}
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
      {mend !== null && mend !== step.id && (
        <Button appearance="primary" onClick={() => onFollow({ label: step.title, step: mend, values: {} })}>
          {t(mend === 'upgrade' ? 'result.mend' : 'result.mendCells')}
        </Button>
      )}
      <ProblemList heading={t('problems.title')} problems={problems} titles={titles} />
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
      {link && (
        <Link href={link.href} target="_blank" rel="noreferrer">
          {pick(link.label)}
        </Link>
      )}
    </span>
  );
}

function Block({ block }: { readonly block: ResultBlock }) {
  const styles = useStyles();
  const { pick } = useWords();
  return (
    <Card heading={pick(block.title)} aside={<Aside block={block} />}>
      <ul className={styles.lines}>
        {block.lines.map((line, index) => (
          <li key={index}>
            <Body1>{pick(line)}</Body1>
          </li>
        ))}
      </ul>
    </Card>
  );
}
