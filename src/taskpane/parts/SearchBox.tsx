// One field that finds everything; Ctrl+K puts the cursor into it, arrows and Enter choose, Esc empties it. What is found is given in, what is chosen is told.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Badge, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import type { Found } from '../findAnything';
import { useWords } from '../language';
import { loadPinyin, type Fit } from '../pinyinMatch';
import { DropList, lineId, useDropField } from './DropList';

const useStyles = makeStyles({
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { display: 'block' },
});

interface Props {
  readonly find: (typed: string, pinyin: Fit | null) => readonly Found[];
  readonly onChoose: (found: Found) => void;
  /** It comes up with the cursor in it. */
  readonly focused?: boolean;
}

/** Ctrl+K puts the cursor into the field; `focused`: it comes up with the cursor in it. */
function useCursorIn(field: RefObject<HTMLInputElement | null>, focused: boolean): void {
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
  }, [field]);
  useEffect(() => {
    if (!focused) return undefined;
    // After the heading, which a new view gives the focus to.
    const soon = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(soon);
  }, [field, focused]);
}

/** One field and, below it, the list of what was found; pinyin works once its table is loaded. */
export function SearchBox({ find, onChoose, focused = false }: Props) {
  const styles = useStyles();
  const drop = useDropField();
  const { t, pick } = useWords();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const [pinyin, setPinyin] = useState<Fit | null>(null);
  useCursorIn(field, focused);
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
        aria-activedescendant={listed && found.length > 0 ? lineId(listId, at) : undefined}
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
        <DropList
          id={listId}
          label={t('search.label')}
          lines={found}
          active={at}
          none={t('search.none')}
          onPick={choose}
        >
          {({ title, detail, kind }) => (
            <>
              <span className={styles.title}>
                {pick(title)}
                <span className={mergeClasses(drop.aside, styles.detail)}>{pick(detail)}</span>
              </span>
              <Badge size="small" appearance="tint" color="informative">
                {t(`found.${kind}`)}
              </Badge>
            </>
          )}
        </DropList>
      )}
    </div>
  );
}
