// The frame round every view: heading with the way back, language switch, privacy line. Knows no step.
import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Link, makeStyles } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  History20Regular,
  LockClosed16Regular,
  MegaphoneLoud16Filled,
  QuestionCircle20Regular,
} from '@fluentui/react-icons';
import { VERSION } from '../../app/run/version';
import { useHomeScroll } from '../homeScroll';
import { useWords } from '../language';
import { IconButton } from './IconButton';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    overflowX: 'hidden',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `2px ${tokens.spacingHorizontalS} 2px ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  barWithBack: { paddingLeft: tokens.spacingHorizontalXS },
  mark: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '6px',
    flexShrink: 0,
    marginRight: tokens.spacingHorizontalXS,
    color: '#fff',
    backgroundImage: 'linear-gradient(145deg, #17a589, #0b6b5d)',
  },
  heading: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    // A long name takes another line rather than being cut.
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
    overflow: 'hidden',
    overflowWrap: 'break-word',
    outlineStyle: 'none',
  },
  language: { flexShrink: 0, minWidth: 0, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  body: { flexGrow: 1, overflowY: 'auto', overflowX: 'hidden', padding: tokens.spacingHorizontalM, minHeight: 0 },
  who: { fontSize: tokens.fontSizeBase200 },
  version: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    padding: '6px 12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'center',
  },
});

interface Props {
  readonly title: string;
  /** Absent on the home view. */
  readonly back?: () => void;
  /** Absent while nothing can be pressed yet, like the help. */
  readonly onSwitchLanguage?: () => void;
  /** Absent where there is no campaign. */
  readonly onHistory?: () => void;
  readonly onHelp?: () => void;
  /** Who acts, and the way to say somebody else; absent before anybody was asked. */
  readonly who?: { readonly name: string; readonly onChange: () => void };
  readonly children: ReactNode;
}

/** The heading that stays on top, the view below it, and at the foot who acts (else the privacy line) and the version. */
export function PaneFrame({ title, back, onSwitchLanguage, onHistory, onHelp, who, children }: Props) {
  const styles = useStyles();
  const { t, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // A new view is announced by moving the focus to its heading; not on opening, when Excel still has the focus.
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [back === undefined, title]);
  const { body, onScroll } = useHomeScroll(back === undefined, title);
  return (
    <div className={styles.frame} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <header className={`${styles.bar} ${back ? styles.barWithBack : ''}`}>
        {back ? (
          <IconButton size="medium" icon={<ArrowLeft20Regular />} label={t('back')} onClick={back} />
        ) : (
          <span className={styles.mark} aria-hidden>
            <MegaphoneLoud16Filled />
          </span>
        )}
        <h1 className={styles.heading} ref={heading} tabIndex={-1} title={title}>
          {title}
        </h1>
        {onHistory && <IconButton icon={<History20Regular />} label={t('history.title')} onClick={onHistory} />}
        {onHelp && <IconButton icon={<QuestionCircle20Regular />} label={t('help.title')} onClick={onHelp} />}
        {onSwitchLanguage && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.language}
            title={t('language.label')}
            onClick={onSwitchLanguage}
          >
            {t('language.switch')}
          </Button>
        )}
      </header>
      <main className={styles.body} ref={body} onScroll={onScroll}>
        {children}
      </main>
      <footer className={styles.foot}>
        <LockClosed16Regular aria-hidden />
        {who ? (
          <Link as="button" className={styles.who} title={t('who.change')} onClick={who.onChange}>
            {who.name === '' ? t('who.none') : t('who.is', { name: who.name })}
          </Link>
        ) : (
          <span>{t('privacy')}</span>
        )}
        <span className={styles.version}>{VERSION}</span>
      </footer>
    </div>
  );
}
