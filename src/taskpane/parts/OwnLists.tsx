// Lists on sheets of the workbook itself, to be taken as if they were a file. Reads them when it comes up; draws nothing where there are none.
import { useEffect, useState } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { Table16Regular } from '@fluentui/react-icons';
import type { ImportedFile, ImportedSheet } from '../../app/run/job';
import { useWords } from '../language';
import { Card } from './Card';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
});

interface Props {
  readonly read: () => Promise<readonly ImportedSheet[]>;
  readonly onTake: (file: ImportedFile) => void;
}

/** A button for each sheet of the workbook that holds a list. */
export function OwnLists({ read, onTake }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [lists, setLists] = useState<readonly ImportedSheet[]>([]);
  useEffect(() => {
    let over = false;
    read().then(
      (found) => {
        if (!over) setLists(found);
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      over = true;
    };
  }, [read]);
  if (lists.length === 0) return null;
  return (
    <Card heading={t('import.own')}>
      <div className={styles.list}>
        {lists.map((sheet) => (
          <Button
            key={sheet.name}
            icon={<Table16Regular />}
            className={styles.name}
            onClick={() => onTake({ name: sheet.name, sheets: [sheet] })}
          >
            {t('import.ownSheet', { sheet: sheet.name, rows: sheet.rows.length })}
          </Button>
        ))}
      </div>
    </Card>
  );
}
