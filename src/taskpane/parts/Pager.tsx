// Forward and back through the pages of a long list, and where one is. Only looks.
import { Button, Caption1, makeStyles } from '@fluentui/react-components';
import { ChevronLeft16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useWords } from '../language';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '6px' },
  words: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', textAlign: 'center' },
});

interface Props {
  /** 0-based. */
  readonly page: number;
  readonly pages: number;
  /** Things on a page. */
  readonly size: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

/** “21–40 of 133” between two arrows; `page` is 0-based. */
export function Pager({ page, pages, size, total, onTurn }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.row}>
      <Button
        size="small"
        icon={<ChevronLeft16Regular />}
        disabled={page === 0}
        aria-label={t('rows.previous')}
        title={t('rows.previous')}
        onClick={() => onTurn(page - 1)}
      />
      <Caption1 className={styles.words} role="status">
        {t('rows.shown', { from: page * size + 1, to: Math.min(total, (page + 1) * size), total })}
      </Caption1>
      <Button
        size="small"
        icon={<ChevronRight16Regular />}
        disabled={page >= pages - 1}
        aria-label={t('rows.next')}
        title={t('rows.next')}
        onClick={() => onTurn(page + 1)}
      />
    </div>
  );
}
