// What an import would do, row by row, with the buttons that check it again or write it. Writes nothing itself.
import { useMemo, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { JobReport } from '../../app/run/job';
import { countsIn } from '../../app/run/rowCounts';
import { changedRows } from '../changedRows';
import { isWritable, rowKey, rowsIn } from '../importRows';
import { useWords } from '../language';
import type { PaneHost } from '../paneHost';
import { reportTitles } from '../reportTitles';
import { uncheckedChoices, type Choice, type RowChoices } from '../rowChoices';
import { ButtonRow } from './ButtonRow';
import { ImportCounts } from './ImportCounts';
import { ImportRows, type Looking } from './ImportRows';
import { Message } from './Message';
import { PreviewTable } from './PreviewTable';
import { ProblemList } from './ProblemList';

/** What the person has made of the rows. */
interface Chosen {
  readonly choices: RowChoices;
  /** The choices with which the preview was made. */
  readonly checked: RowChoices;
  readonly looking: Looking;
}

interface Props {
  readonly report: JobReport;
  readonly titles: PaneHost;
  readonly chosen: Chosen;
  readonly onChoose: (choice: Choice) => void;
  readonly onLook: (looking: Looking) => void;
  readonly onCheckAgain: () => void;
  readonly onWrite: () => void;
  /** The way to the step that takes the file; null: there is none. */
  readonly elsewhere: ReactNode;
  /** The button for another file. */
  readonly again: ReactNode;
}

/** How many rows would be written, and how many choices nobody has looked at yet. */
function countsOf(
  report: JobReport,
  { choices, checked }: Chosen,
): { readonly count: number; readonly unchecked: number } {
  const rows = rowsIn(report);
  const { preview } = report;
  if (rows.length === 0)
    return { count: (preview?.added.length ?? 0) + changedRows(preview?.changed ?? []).length, unchecked: 0 };
  return {
    count: rows.filter((row) => isWritable(row) && !choices.left.has(rowKey(row))).length,
    unchecked: uncheckedChoices(rows, choices, checked),
  };
}

/** What is said above the rows: what changed meanwhile, what the report says, which job takes the file. */
function Said({ report, elsewhere }: Pick<Props, 'report' | 'elsewhere'>) {
  const { pick } = useWords();
  return (
    <>
      {(report.unagreed || countsIn(report.results) === null) && (
        <Message intent={report.unagreed ? 'warning' : 'info'}>{pick(report.message)}</Message>
      )}
      {report.takenBy !== undefined && (
        <>
          <Message intent="warning">
            {pick((report.notices.find(({ code }) => code === 'other-file') ?? report).message)}
          </Message>
          <ButtonRow>{elsewhere}</ButtonRow>
        </>
      )}
    </>
  );
}

/** Problems and notices that no row of the preview shows. */
function NotInRows({ report, titles }: Pick<Props, 'report' | 'titles'>) {
  const { t } = useWords();
  const shownKeys = new Set(rowsIn(report).map(rowKey));
  const isUnshown = ({ sheet = '', row }: { readonly sheet?: string; readonly row?: string | number }): boolean =>
    typeof row !== 'number' || !shownKeys.has(rowKey({ sheet, row }));
  return (
    <>
      <ProblemList heading={t('problems.title')} problems={report.problems.filter(isUnshown)} titles={titles} />
      <ProblemList
        heading={t('notices.title')}
        problems={report.notices.filter((notice) => isUnshown(notice) && notice.code !== 'other-file')}
        titles={titles}
        mild
      />
    </>
  );
}

/** The rows first, the buttons in sight, then whatever is wrong beside the rows. */
export function ImportPreview(props: Props) {
  const { report, titles: all, chosen, onChoose, onLook, onCheckAgain, onWrite, elsewhere, again } = props;
  const titles = useMemo(() => reportTitles(all, report), [all, report]);
  const { t } = useWords();
  const { preview, problems } = report;
  const byRow = rowsIn(report).length > 0;
  const { count, unchecked } = countsOf(report, chosen);
  return (
    <>
      <Said report={report} elsewhere={elsewhere} />
      <ImportCounts report={report} />
      {preview && byRow && (
        <ImportRows
          preview={preview}
          choices={chosen.choices}
          checked={chosen.checked}
          choose={onChoose}
          tableTitle={titles.tableTitle}
          looking={chosen.looking}
          onLook={onLook}
        />
      )}
      {preview && !byRow && <PreviewTable preview={preview} leftOut={problems.length} titles={titles} />}
      <ButtonRow sticky>
        {unchecked > 0 ? (
          <Button appearance="primary" onClick={onCheckAgain}>
            {t('rows.recheck', { count: unchecked })}
          </Button>
        ) : (
          <Button appearance="primary" disabled={count === 0} onClick={onWrite}>
            {count === 0 ? t('import.nothing') : t('import.write', { count })}
          </Button>
        )}
        {again}
      </ButtonRow>
      <NotInRows report={report} titles={titles} />
    </>
  );
}
