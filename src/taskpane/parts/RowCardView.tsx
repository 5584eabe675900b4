// The card of the row that is selected in the sheet: how it stands, what happened, the acts that fit. Draws only.
import { Button, Caption1, Caption1Strong, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { KeyTarget } from '../../workbook/contract/pointing';
import type { CardAct, CardLine, RowCard } from '../../app/care/rowCard';
import type { Status } from '../../core/tracker/trackerRow';
import { useWords } from '../language';
import { Card } from './Card';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  card: { borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: '4px 8px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { minWidth: 0, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'left' },
  bad: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorPaletteGreenForeground1 },
  history: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  act: { minWidth: 0 },
});

interface Props {
  readonly card: RowCard;
  readonly onShow: (target: KeyTarget) => void;
  readonly onAct: (act: CardAct) => void;
}

/** The selected row's title, particulars and latest acts, and a button for each act that fits. */
export function RowCardView({ card, onShow, onAct }: Props) {
  const styles = useStyles();
  const { pick, t } = useWords();
  return (
    <Card heading={pick(card.title)} className={styles.card}>
      <Caption1 className={styles.muted}>{pick(card.subtitle)}</Caption1>
      {card.lines.length > 0 && (
        <dl className={styles.lines}>
          {card.lines.map((line, index) => (
            <Line key={index} line={line} onShow={onShow} />
          ))}
        </dl>
      )}
      {card.history.length > 0 && (
        <>
          <Caption1Strong className={styles.muted}>
            {t(card.kind === 'receipt' ? 'card.versions' : 'card.history')}
          </Caption1Strong>
          <ul className={styles.history}>
            {card.history.map((line, index) => (
              <li key={index}>{pick(line)}</li>
            ))}
          </ul>
        </>
      )}
      {card.acts.length > 0 && (
        <div className={styles.acts}>
          {card.acts.map((act) => (
            <Button key={act.label.zh} size="small" className={styles.act} onClick={() => onAct(act)}>
              {pick(act.label)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}

function Line({
  line: { label, value, status, show },
  onShow,
}: {
  readonly line: CardLine;
  readonly onShow: Props['onShow'];
}) {
  const styles = useStyles();
  const { pick, t } = useWords();
  const bad: readonly Status[] = ['overdue', 'late'];
  const good: readonly Status[] = ['onTime'];
  const tone = status && (bad.includes(status) ? styles.bad : good.includes(status) ? styles.good : undefined);
  return (
    <>
      <dt className={styles.term}>
        {show ? (
          <Link as="button" className={styles.link} title={t('show.cells')} onClick={() => onShow(show)}>
            {pick(label)}
          </Link>
        ) : (
          pick(label)
        )}
      </dt>
      <dd className={mergeClasses(styles.value, tone)}>{pick(value)}</dd>
    </>
  );
}
