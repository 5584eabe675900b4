// The four counts of an import as figures: rows in the file = taken + refused + passed over. Counts nothing itself.
import { Caption1, Subtitle2, makeStyles } from '@fluentui/react-components';
import type { JobReport } from '../../app/run/job';
import { countsIn } from '../../app/run/rowCounts';
import { useWords } from '../language';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  figures: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', margin: 0, padding: '2px 4px' },
  figure: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  number: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  refused: { color: tokens.colorPaletteRedForeground1 },
});

const FIGURES = [
  ['in', ''],
  ['taken', '= '],
  ['refused', '+ '],
  ['passedOver', '+ '],
] as const;

/** Nothing for a job that reads no rows. */
export function ImportCounts({ report }: { readonly report: JobReport }) {
  const styles = useStyles();
  const { t } = useWords();
  const counts = countsIn(report.results);
  if (!counts) return null;
  return (
    <dl className={styles.figures} aria-label={t('counts.title')}>
      {FIGURES.map(([key, sign]) => (
        <div key={key} className={styles.figure}>
          <dt>
            <Caption1 className={styles.quiet}>{t(`counts.${key}`)}</Caption1>
          </dt>
          <dd className={styles.number}>
            <span className={styles.quiet} aria-hidden>
              {sign}
            </span>
            <Subtitle2
              data-count={key}
              className={key === 'refused' && counts.refused > 0 ? styles.refused : undefined}
            >
              {counts[key]}
            </Subtitle2>
          </dd>
        </div>
      ))}
    </dl>
  );
}
