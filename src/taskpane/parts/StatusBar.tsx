// The tracker in one bar: a stripe per status, with a legend of counts. Knows statuses, not how they come about.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Status } from '../../core/tracker/trackerRow';
import { useWords } from '../language';

/** From done to missing, as they are drawn. Exempt rows are owed by nobody and stand last. */
const ORDER: readonly (readonly [Status, string])[] = [
  ['onTime', tokens.colorPaletteGreenBackground3],
  ['late', tokens.colorPaletteMarigoldBackground3],
  ['underReview', tokens.colorPaletteBlueBorderActive],
  ['incomplete', tokens.colorPalettePeachBorderActive],
  ['overdue', tokens.colorPaletteRedBackground3],
  ['pending', tokens.colorNeutralStroke1],
  ['exempt', tokens.colorNeutralStroke2],
];

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    columnGap: '1px',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  legend: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(104px, 1fr))',
    gap: '4px 8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  link: { fontSize: tokens.fontSizeBase200 },
  dot: { width: '8px', height: '8px', borderRadius: '50%', flexShrink: 0 },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface Props {
  readonly counts: Readonly<Partial<Record<Status, number>>>;
  /** With it every count leads to its rows. */
  readonly onShow?: (status: Status) => void;
}

/** A stripe as wide as its share for each status but 免报, over a legend with all counts. */
export function StatusBar({ counts, onShow }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const shown = ORDER.flatMap(([status, color]) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [{ status, color, count }] : [];
  });
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {shown
          .filter(({ status }) => status !== 'exempt')
          .map(({ status, color, count }) => (
            <div key={status} style={{ flexGrow: count, backgroundColor: color }} />
          ))}
      </div>
      <ul className={styles.legend}>
        {shown.map(({ status, color, count }) => (
          <li key={status} className={styles.entry}>
            <span className={styles.dot} style={{ backgroundColor: color }} aria-hidden />
            {onShow ? (
              <Link as="button" className={styles.link} title={t('show.cells')} onClick={() => onShow(status)}>
                {t(`status.${status}`)}
              </Link>
            ) : (
              <span>{t(`status.${status}`)}</span>
            )}
            <span className={styles.count}>{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
