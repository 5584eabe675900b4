// Why a row of the source is not taken as it stands: what was found, how to mend it, and the question or the cell that settles it.
import { Button, makeStyles } from '@fluentui/react-components';
import type { PreviewRow } from '../../app/run/job';
import { doubtfulSpellings } from '../doubtfulSpellings';
import { useWords } from '../language';
import type { Choice, RowChoices } from '../rowChoices';
import { AskUnit } from './AskUnit';
import { RowEditor } from './RowEditor';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  discard: { alignSelf: 'flex-start', minWidth: 0 },
});

/** Problems between rows of one file: leaving one of them out may settle it. */
const BETWEEN_ROWS = /^(?:duplicate-|unexpected-unit$|doubtful-unit$)/;

interface Props {
  readonly row: PreviewRow;
  readonly headers: readonly string[];
  readonly choices: RowChoices;
  readonly checked: RowChoices;
  readonly tabIndex: number;
  readonly choose: (choice: Choice) => void;
  /** False while the whole row is open for correction: its cells are there already. */
  readonly withCells: boolean;
}

/** The problems of a row as sentences; with `withCells` also the cells that they name, to be corrected in place. */
export function RowReasons({ row, headers, choices, checked, tabIndex, choose, withCells }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const { problems } = row;
  const columns = [
    ...new Set(
      problems
        .filter(({ choices: offered = [] }) => offered.length === 0)
        .map(({ column }) => headers.indexOf(column ?? '')),
    ),
  ].filter((column) => column >= 0);
  return (
    <>
      <ul className={styles.list}>
        {problems.map((problem, index) => (
          <li key={index}>{pick(problem.message)}</li>
        ))}
      </ul>
      {doubtfulSpellings(problems).map((spelling) => (
        <AskUnit
          key={spelling.written}
          spelling={spelling}
          answer={choices.answers[spelling.written] ?? ''}
          tabIndex={tabIndex}
          onAnswer={(written, value) => choose({ kind: 'answer', written, value })}
        />
      ))}
      {withCells && columns.length > 0 && (
        <RowEditor
          row={row}
          headers={headers}
          columns={columns}
          choices={choices}
          checked={checked}
          tabIndex={tabIndex}
          choose={choose}
        />
      )}
      {problems.some(({ code, choices: offered = [] }) => offered.length === 0 && BETWEEN_ROWS.test(code)) && (
        <Button
          size="small"
          className={styles.discard}
          tabIndex={tabIndex}
          onClick={() => choose({ kind: 'tick', rows: [row], on: false })}
        >
          {t('rows.discard')}
        </Button>
      )}
    </>
  );
}
