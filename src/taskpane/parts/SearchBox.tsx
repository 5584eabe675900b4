// One field that finds everything; Ctrl+K puts the cursor into it, arrows and Enter choose, Esc empties it. What is found is given in, what is chosen is told.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Badge, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import type { Found } from '../findAnything';
import { useWords } from '../language';
import { loadPinyin, type Fit } from '../pinyinMatch';
import { useDropList } from './dropList';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  option: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center' },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { display: 'block' },
  none: { color: tokens.colorNeutralForeground3, cursor: 'default' },
});

interface Props {
  readonly find: (typed: string, pinyin: Fit | null) => readonly Found[];
  readonly onChoose: (found: Found) => void;
  /** It comes up with the cursor in it. */
  readonly focused?: boolean;
}

/** One field and, below it, the list of what was found; pinyin works once its table is loaded. */
export function SearchBox({ find, onChoose, focused = false }: Props) {
  const styles = useStyles();
  const drop = useDropList();
  const { t, pick } = useWords();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const [pinyin, setPinyin] = useState<Fit | null>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        field.current?.focus();
        field.current?.select();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (!focused) return undefined;
    // After the heading, which a new view gives the focus to.
    const soon = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(soon);
  }, [focused]);
  const withPinyin = (): void => {
    setOpen(true);
    if (pinyin === null) loadPinyin().then((fit) => setPinyin(() => fit), console.error);
  };
  const found = open ? find(typed, pinyin) : [];
  const at = Math.min(active, Math.max(0, found.length - 1));
  const choose = (one: Found | undefined): void => {
    if (!one) return;
    setTyped('');
    setOpen(false);
    onChoose(one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(found[at]);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped('');
    }
  };
  const listed = open && typed.trim() !== '';
  return (
    <div className={drop.box} role="search">
      <Input
        ref={field}
        className={drop.input}
        contentBefore={<Search20Regular aria-hidden />}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        role="combobox"
        aria-expanded={listed}
        aria-controls={listed ? listId : undefined}
        aria-activedescendant={listed && found.length > 0 ? `${listId}-${at}` : undefined}
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={withPinyin}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {listed && (
        <ul className={drop.list} id={listId} role="listbox" aria-label={t('search.label')}>
          {found.length === 0 && (
            <li className={mergeClasses(drop.option, styles.none)} role="option" aria-selected={false} aria-disabled>
              {t('search.none')}
            </li>
          )}
          {found.map((one, index) => (
            <li
              key={one.key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={mergeClasses(
                drop.option,
                styles.option,
                index === at && styles.active,
                index === at && drop.marked,
              )}
              // Before the field loses the focus and the list is gone.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(one);
              }}
            >
              <span className={styles.title}>
                {pick(one.title)}
                <span className={mergeClasses(drop.aside, styles.detail)}>{pick(one.detail)}</span>
              </span>
              <Badge size="small" appearance="tint" color="informative">
                {t(`found.${one.kind}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
