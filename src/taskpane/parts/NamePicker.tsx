// A name chosen by typing: characters, pinyin or initials; arrow keys and Enter. What fits is listed below the field. Knows nothing of what is named.
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { Input } from '@fluentui/react-components';
import { loadPinyin, namesLike, type Fit, type Nameable } from '../pinyinMatch';
import { DropList, lineId, useDropField } from './DropList';

/** More would push the rest of the form out of sight. */
const SHOWN = 6;

/** One of the names. */
export interface Named extends Nameable {
  readonly key: string;
  /** What is said of it at the end of its line. */
  readonly aside?: string;
}

interface Props {
  readonly things: readonly Named[];
  /** What stands in the field: perhaps no name of the list. */
  readonly value: string;
  readonly disabled: boolean;
  readonly placeholder?: string;
  /** What a screen reader calls the list. */
  readonly label: string;
  /** All are listed before anything is typed. */
  readonly browse?: boolean;
  /** Anything may be typed: nothing takes its place unless the person chooses it, and what is a name already needs no list. */
  readonly free?: boolean;
  readonly onChange: (value: string) => void;
  readonly onPick: (thing: Named) => void;
  readonly onLeave?: () => void;
}

/** Matching by pinyin, once its table is loaded. */
function usePinyin(): Fit | null {
  const [pinyin, setPinyin] = useState<Fit | null>(null);
  useEffect(() => {
    let wanted = true;
    loadPinyin().then(
      (fit) => {
        if (wanted) setPinyin(() => fit);
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return pinyin;
}

/** Spreads what Field passes to its child (id, aria) onto the real control. */
export function NamePicker(props: Props) {
  const {
    things,
    value,
    disabled,
    placeholder,
    label,
    browse = false,
    free = false,
    onChange,
    onPick,
    onLeave,
    ...aria
  } = props;
  const drop = useDropField();
  const listId = useId();
  const [open, setOpen] = useState(false);
  /** The line that Enter takes; -1: none. */
  const first = free ? -1 : 0;
  const [active, setActive] = useState(first);
  const [typing, setTyping] = useState(false);
  const pinyin = usePinyin();

  const found = open ? fitting() : [];
  function fitting(): readonly Named[] {
    if (browse) return namesLike(things, typing ? value : '', pinyin);
    const typed = value.trim();
    if (typed === '' || (free && things.some(({ name }) => name === typed))) return [];
    return namesLike(things, value, pinyin).slice(0, SHOWN);
  }
  const type = (typed: string): void => {
    setOpen(true);
    setTyping(true);
    setActive(first);
    onChange(typed);
  };
  const pick = (thing: Named): void => {
    setOpen(false);
    onPick(thing);
  };
  const browseAll = (): void => {
    setTyping(false);
    setActive(0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (browse && !open && event.key === 'ArrowDown') {
      event.preventDefault();
      return browseAll();
    }
    if (found.length === 0) return;
    const chosen = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = active + (event.key === 'ArrowDown' ? 1 : -1);
      setActive(next < 0 ? found.length - 1 : next % found.length);
    } else if (event.key === 'Escape') {
      // It closes the list: the form stays open.
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Enter' && chosen) {
      // The key has done its work: it must not save the form as well.
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Tab' && chosen && (typing || !browse)) pick(chosen);
  };
  return (
    <div className={drop.box}>
      <Input
        {...aria}
        className={drop.input}
        value={value}
        disabled={disabled}
        autoComplete="off"
        placeholder={placeholder}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found[active] ? lineId(listId, active) : undefined}
        onChange={(_, data) => type(data.value)}
        onKeyDown={onKeyDown}
        onClick={browse ? browseAll : undefined}
        onBlur={() => {
          setOpen(false);
          onLeave?.();
        }}
      />
      {found.length > 0 && (
        <DropList id={listId} label={label} lines={found} active={active} long={browse} onPick={pick}>
          {({ name, aside }) => (
            <>
              <span>{name}</span>
              {aside !== undefined && <span className={drop.aside}>{aside}</span>}
            </>
          )}
        </DropList>
      )}
    </div>
  );
}
