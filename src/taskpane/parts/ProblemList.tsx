// Problems or notices as cards: where, what to do, what was expected and found; the whole list can be copied.
import { useContext, useState } from 'react';
import { Button, Caption1, Caption1Strong, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { problemPlace } from '../../app/care/problemPlace';
import { kindHeading, sameKind } from '../../app/run/sameKind';
import type { Problem } from '../../core/ground/problem';
import { useWords } from '../language';
import { groupProblems, problemsAsText, rowAndColumn, type ProblemGroup, type Titles } from '../problemGroups';
import { ShowContext } from '../showing';
import { Card } from './Card';
import { CopyButton } from './CopyButton';
import { tokens } from '../tokens';

/** So many of a group are drawn at first; the rest on request. */
const AT_FIRST = 10;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  group: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    padding: '8px 0 8px 10px',
    borderLeft: `3px solid ${tokens.colorPaletteRedBackground3}`,
    marginBottom: '6px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  each: { minWidth: 'auto', paddingLeft: 0, color: tokens.colorBrandForegroundLink },
  mild: { borderLeftColor: tokens.colorPaletteMarigoldBackground3 },
  place: { color: tokens.colorNeutralForeground2 },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
});

interface Props {
  readonly heading: string;
  readonly problems: readonly Problem[];
  readonly titles: Titles;
  /** Notices: worth a look, nothing stopped. */
  readonly mild?: boolean;
}

/** Cards of problems of one kind each, with “copy all”; nothing where there are none. `mild`: notices, in quieter colours. */
export function ProblemList({ heading, problems, titles, mild = false }: Props) {
  const { t, language } = useWords();
  if (problems.length === 0) return null;
  return (
    <Card
      heading={t('problems.heading', { heading, count: problems.length })}
      aside={<CopyButton content={problemsAsText(problems, language, titles)} label={t('problems.copy')} />}
    >
      {groupProblems(problems).map((group) => (
        <Group key={group.key} group={group} titles={titles} mild={mild} />
      ))}
    </Card>
  );
}

function Group({
  group,
  titles,
  mild,
}: {
  readonly group: ProblemGroup;
  readonly titles: Titles;
  readonly mild: boolean;
}) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [all, setAll] = useState(false);
  const kinds = mild ? sameKind(group.problems) : group.problems.map((problem) => [problem]);
  const shown = all ? kinds : kinds.slice(0, AT_FIRST);
  const title = [
    group.table === undefined ? '' : pick(titles.tableTitle(group.table)),
    group.sheet === undefined ? '' : group.sheet === '' ? t('import.pasted') : t('place.sheet', { sheet: group.sheet }),
  ].filter(Boolean);
  return (
    <div>
      {title.length > 0 && (
        <Caption1 as="p" block className={styles.group}>
          {title.join(' · ')}
        </Caption1>
      )}
      <ul className={styles.list}>
        {shown.map((kind, index) => (
          <Kind key={index} kind={kind} titles={titles} mild={mild} />
        ))}
      </ul>
      {shown.length < kinds.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('problems.more', { count: kinds.slice(shown.length).flat().length })}
        </Button>
      )}
    </div>
  );
}

/** One notice, or many of one kind: the first of them, and the others on request. */
function Kind({
  kind,
  titles,
  mild,
}: {
  readonly kind: readonly Problem[];
  readonly titles: Titles;
  readonly mild: boolean;
}) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [open, setOpen] = useState(false);
  const [first] = kind;
  if (!first) return null;
  if (kind.length === 1) return <Item problem={first} titles={titles} mild={mild} />;
  return (
    <>
      {open ? (
        kind.map((problem, index) => <Item key={index} problem={problem} titles={titles} mild={mild} />)
      ) : (
        <li className={mergeClasses(styles.item, mild && styles.mild)}>
          <Caption1Strong className={styles.place}>{pick(kindHeading(kind))}</Caption1Strong>
          <span>{pick(first.message)}</span>
          <div>
            <Button size="small" appearance="transparent" className={styles.each} onClick={() => setOpen(true)}>
              {t('problems.each', { count: kind.length })}
            </Button>
          </div>
        </li>
      )}
    </>
  );
}

function Item({
  problem,
  titles,
  mild,
}: {
  readonly problem: Problem;
  readonly titles: Titles;
  readonly mild: boolean;
}) {
  const styles = useStyles();
  const { t, pick, language } = useWords();
  const place = rowAndColumn(problem, language, titles);
  const show = useContext(ShowContext);
  const target = problemPlace(problem);
  const expected = pick(problem.expected);
  return (
    <li className={mergeClasses(styles.item, mild && styles.mild)}>
      {place !== '' &&
        (show && target ? (
          <Link as="button" className={styles.link} title={t('show.cells')} onClick={() => show(target)}>
            {place}
          </Link>
        ) : (
          <Caption1Strong className={styles.place}>{place}</Caption1Strong>
        ))}
      <span>{pick(problem.message)}</span>
      {expected !== '' && (
        <dl className={styles.facts}>
          <dt className={styles.term}>{t('problems.found')}</dt>
          <dd className={styles.fact}>
            {problem.found === '' ? t('problems.empty') : problem.foundIn ? pick(problem.foundIn) : problem.found}
          </dd>
          <dt className={styles.term}>{t('problems.expected')}</dt>
          <dd className={styles.fact}>{expected}</dd>
        </dl>
      )}
    </li>
  );
}
