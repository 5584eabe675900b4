// A quiet line on a result: the workbook has changed since, where, and a way to look again where that repeats nothing that counts.
import { Button, makeStyles } from '@fluentui/react-components';
import { text, type Text } from '../../core/ground/text';
import { useWords } from '../language';
import type { ChangedSheets } from '../useChangedSince';
import { tokens } from '../tokens';

/** Sheets that are named; of more only that there are more. */
const NAMED = 3;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Example: “做完之后工作簿又有改动（收件登记、报送台账等），这里说的是改动之前。” */
function changedSinceWords(sheets: ChangedSheets): Text {
  const named = [...sheets].slice(0, NAMED);
  const more = sheets.size > NAMED;
  const zh = named.length === 0 ? '' : `（${named.join('、')}${more ? '等' : ''}）`;
  const en = named.length === 0 ? '' : ` (${named.join(', ')}${more ? ' and others' : ''})`;
  return text(
    `做完之后工作簿又有改动${zh}，这里说的是改动之前。`,
    `The workbook has changed since${en}; this is from before.`,
  );
}

interface Props {
  readonly sheets: ChangedSheets | null;
  /** Absent where running it again would do something twice. */
  readonly onAgain?: () => void;
}

/** Nothing while nothing changed. */
export function ChangedSince({ sheets, onAgain }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  return (
    <div role="status" className={sheets ? styles.line : undefined}>
      {sheets && <span>{pick(changedSinceWords(sheets))}</span>}
      {sheets && onAgain && (
        <Button size="small" onClick={onAgain}>
          {t('action.runAgain')}
        </Button>
      )}
    </div>
  );
}
