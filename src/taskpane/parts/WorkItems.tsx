// The working list: what needs a person, most urgent first; titles lead to the cells, one button answers. Draws only.
import { useContext } from 'react';
import { Body1, Button, Caption1, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import type { KeyTarget } from '../../workbook/contract/pointing';
import type { Urgency, WorkItem } from '../../app/care/workItem';
import type { Former } from '../homeReading';
import { useWords } from '../language';
import { ColoursContext } from '../paneTheme';
import { Card } from './Card';
import { FormerMark } from './FormerMark';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  former: { filter: 'grayscale(1)' },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '4px minmax(0, 1fr) auto',
    columnGap: '10px',
    alignItems: 'center',
    padding: '8px 0',
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  mark: { alignSelf: 'stretch', borderRadius: '2px', backgroundColor: tokens.colorNeutralStroke2 },
  now: { backgroundColor: tokens.colorPaletteRedBackground3 },
  soon: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  /** The same by shape, where all colours are one. */
  plainMark: {
    backgroundColor: 'transparent',
    borderRadius: 0,
    borderLeft: `1px solid ${tokens.colorNeutralForeground1}`,
  },
  plainNow: { borderLeftWidth: '4px' },
  plainSoon: { borderLeftWidth: '4px', borderLeftStyle: 'dotted' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, textAlign: 'left' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  muted: { color: tokens.colorNeutralForeground3 },
  places: { display: 'flex', flexDirection: 'column', rowGap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  place: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, textAlign: 'left' },
  act: { minWidth: 0 },
  done: { display: 'flex', alignItems: 'center', columnGap: '6px', color: tokens.colorPaletteGreenForeground1 },
});

interface Props {
  readonly items: readonly WorkItem[];
  /** False while more may come. */
  readonly whole?: boolean;
  /** They are from before, or not all yet. */
  readonly former?: Former | null;
  readonly onShow: (target: KeyTarget) => void;
  readonly onAct: (act: NonNullable<WorkItem['act']>) => void;
}

/** What needs a person, a line and a button each; a green tick where nothing does. */
export function WorkItems({ items, whole = true, former, onShow, onAct }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const nothing = items.every(({ urgency }) => urgency === 'calm');
  return (
    <Card heading={t('work.title')} aside={former && <FormerMark former={former} told />}>
      <div
        className={mergeClasses(styles.all, (former === 'reading' || former === 'failed') && styles.former)}
        aria-busy={former === 'reading' || !whole}
      >
        {nothing && whole && (
          <span className={styles.done}>
            <CheckmarkCircle16Filled aria-hidden />
            <Body1>{t('work.nothing')}</Body1>
          </span>
        )}
        {items.length > 0 && (
          <ul className={styles.list}>
            {items.map((item) => (
              <Item key={item.key} item={item} onShow={onShow} onAct={onAct} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Item({ item, onShow, onAct }: { readonly item: WorkItem } & Omit<Props, 'items' | 'former' | 'whole'>) {
  const styles = useStyles();
  const { pick, t, colon } = useWords();
  const { show, act, detail, places = [], urgency } = item;
  const look = mergeClasses(styles.title, urgency !== 'calm' && styles.strong);
  const plain = useContext(ColoursContext) === 'contrast';
  const marks: Partial<Record<Urgency, string>> = plain
    ? { now: styles.plainNow, soon: styles.plainSoon }
    : { now: styles.now, soon: styles.soon };
  return (
    <li className={styles.item}>
      <span className={mergeClasses(styles.mark, plain && styles.plainMark, marks[urgency])} aria-hidden />
      <span className={styles.words}>
        {show ? (
          <Link as="button" className={look} title={t('show.cells')} onClick={() => onShow(show)}>
            {pick(item.title)}
          </Link>
        ) : (
          <span className={look}>{pick(item.title)}</span>
        )}
        {detail && <Caption1 className={styles.muted}>{pick(detail)}</Caption1>}
        {places.length > 0 && (
          <ul className={styles.places}>
            {places.map((place) => (
              <li key={pick(place.title)}>
                <Link as="button" className={styles.place} title={t('show.cells')} onClick={() => onShow(place.show)}>
                  {pick(place.title)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </span>
      {act && (
        <Button
          size="small"
          className={styles.act}
          appearance={urgency === 'now' ? 'primary' : 'secondary'}
          aria-label={`${pick(act.label)}${colon}${pick(item.title)}`}
          onClick={() => onAct(act)}
        >
          {pick(act.label)}
        </Button>
      )}
    </li>
  );
}
