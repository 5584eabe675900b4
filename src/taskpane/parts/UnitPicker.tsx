// A unit chosen by typing: characters, pinyin or initials; arrow keys and Enter. What fits is listed below the field.
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { IntakeUnit } from '../../app/collect/intake';
import { useWords } from '../language';
import { loadPinyin, namesLike, type Fit } from '../pinyinMatch';
import { useDropList } from './dropList';

/** More would push the rest of the form out of sight. */
const SHOWN = 6;

const useStyles = makeStyles({
  option: { display: 'flex', justifyContent: 'space-between' },
  active: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
});

interface Props {
  readonly units: readonly IntakeUnit[];
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** Spreads what Field passes to its child (id, aria) onto the real control. */
export function UnitPicker({ units, value, disabled, onChange, ...aria }: Props) {
  const styles = useStyles();
  const drop = useDropList();
  const { t } = useWords();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
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

  const found = open && value.trim() !== '' ? namesLike(units, value, pinyin).slice(0, SHOWN) : [];
  const type = (typed: string): void => {
    setOpen(true);
    setActive(0);
    onChange(typed);
  };
  const pick = (unit: IntakeUnit): void => {
    setOpen(false);
    onChange(unit.name);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const chosen = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (event.key === 'Escape') {
      // It closes the list: the form stays open.
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Enter' && chosen) {
      // The key has done its work: it must not save the form as well.
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Tab' && chosen) pick(chosen);
  };
  return (
    <div className={drop.box}>
      <Input
        {...aria}
        className={drop.input}
        value={value}
        disabled={disabled}
        autoComplete="off"
        placeholder={t('unit.placeholder')}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        onChange={(_, data) => type(data.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {found.length > 0 && (
        <ul id={listId} role="listbox" aria-label={t('unit.found')} className={drop.list}>
          {found.map((unit, index) => (
            <li
              key={unit.unitId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={mergeClasses(drop.option, styles.option, index === active && styles.active)}
              onPointerDown={(event) => {
                event.preventDefault();
                pick(unit);
              }}
            >
              <span>{unit.name}</span>
              <span className={drop.aside}>{unit.items.find((item) => item.open)?.title}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
