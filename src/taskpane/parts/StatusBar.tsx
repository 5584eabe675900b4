// The tracker in one bar: a stripe per status, with a legend of counts; each status has the sign that the sheets show. Knows statuses, not how they come about.
import { useContext } from 'react';
import { Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Status } from '../../core/tracker/trackerRow';
import { statusSign } from '../../workbook/contract/statusSigns';
import { useWords } from '../language';
import { ColoursContext } from '../paneTheme';
import { tokens } from '../tokens';

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

/** Their stripes are too pale for a sign. */
const QUIET: ReadonlySet<Status> = new Set<Status>(['pending', 'exempt']);
const MUTED = tokens.colorNeutralForeground3;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    columnGap: '1px',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  /** Where all colours are one, a stripe is told by its sign. */
  plainBar: { height: '18px', borderRadius: 0, columnGap: '2px', backgroundColor: 'transparent' },
  plainStripe: {
    minWidth: '14px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralForeground1}`,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    textAlign: 'center',
    overflow: 'hidden',
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
  sign: { width: '12px', flexShrink: 0, textAlign: 'center', fontSize: tokens.fontSizeBase300, lineHeight: 1 },
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
  const { t, language } = useWords();
  const plain = useContext(ColoursContext) === 'contrast';
  const shown = ORDER.flatMap(([status, color]) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [{ status, color, count }] : [];
  });
  return (
    <>
      <div className={mergeClasses(styles.bar, plain && styles.plainBar)} aria-hidden>
        {shown
          .filter(({ status }) => status !== 'exempt')
          .map(({ status, color, count }) => (
            <div
              key={status}
              className={plain ? styles.plainStripe : undefined}
              style={{ flexGrow: count, flexBasis: 0, ...(!plain && { backgroundColor: color }) }}
            >
              {plain && statusSign(status, language)}
            </div>
          ))}
      </div>
      <ul className={styles.legend}>
        {shown.map(({ status, color, count }) => (
          <li key={status} className={styles.entry}>
            <span
              className={styles.sign}
              style={plain ? undefined : { color: QUIET.has(status) ? MUTED : color }}
              aria-hidden
            >
              {statusSign(status, language)}
            </span>
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
