// A unit chosen by typing: its name, pinyin or initials; beside each the item that it owes next.
import { useMemo } from 'react';
import type { IntakeUnit } from '../../app/collect/intake';
import { useWords } from '../language';
import { NamePicker } from './NamePicker';

interface Props {
  readonly units: readonly IntakeUnit[];
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** Spreads what Field passes to its child (id, aria) onto the real control. */
export function UnitPicker({ units, value, disabled, onChange, ...aria }: Props) {
  const { t } = useWords();
  const things = useMemo(
    () =>
      units.map(({ unitId, name, spellings, items }) => {
        const next = items.find(({ open }) => open)?.title;
        return { key: unitId, name, spellings, ...(next !== undefined && { aside: next }) };
      }),
    [units],
  );
  return (
    <NamePicker
      {...aria}
      things={things}
      value={value}
      disabled={disabled}
      placeholder={t('unit.placeholder')}
      label={t('unit.found')}
      onChange={onChange}
      onPick={({ name }) => onChange(name)}
    />
  );
}
