// The cells of one row of the source, to be read as something else than what the file says. Changes no file.
import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { PreviewRow } from '../../app/run/job';
import { useWords } from '../language';
import { cellNow, type Choice, type RowChoices } from '../rowChoices';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '6px', minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
});

interface Props {
  readonly row: PreviewRow;
  readonly headers: readonly string[];
  /** 0-based. */
  readonly columns: readonly number[];
  readonly choices: RowChoices;
  readonly checked: RowChoices;
  readonly tabIndex: number;
  readonly choose: (choice: Choice) => void;
}

/** A field for each named column of a row, filled with what the file says or what was corrected. */
export function RowEditor({ row, headers, columns, choices, checked, tabIndex, choose }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.fields}>
      {columns.map((column) => {
        const cell = cellNow(row, column, choices, checked);
        return (
          <Field key={column} label={t('rows.mend', { column: headers[column] ?? '' })} size="small">
            <Input
              size="small"
              className={styles.input}
              value={cell.value}
              tabIndex={tabIndex}
              onChange={(_, { value }) => choose({ kind: 'mend', mend: { ...cell, value } })}
            />
          </Field>
        );
      })}
    </div>
  );
}
