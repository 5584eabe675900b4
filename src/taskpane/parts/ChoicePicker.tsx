// One of given choices: a drop-down as long as they are few, a field that is searched by typing when they are many.
import { useState } from 'react';
import { Select } from '@fluentui/react-components';
import { useWords } from '../language';
import { NamePicker } from './NamePicker';

/** More than these are not looked through line by line. */
const FEW = 10;

interface Props {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Of the chosen one; '' = none. */
  readonly value: string;
  readonly disabled: boolean;
  readonly className: string;
  /** What stands for no choice; absent where one has to be chosen. */
  readonly none?: string;
  readonly onChange: (value: string) => void;
}

/** Spreads what Field passes to its child (id, aria) onto the real control. */
export function ChoicePicker({ choices, value, disabled, className, none, onChange, ...aria }: Props) {
  const { t } = useWords();
  /** What is being typed; null while the chosen one stands in the field. */
  const [typed, setTyped] = useState<string | null>(null);
  if (choices.length <= FEW)
    return (
      <Select
        {...aria}
        className={className}
        value={value}
        disabled={disabled}
        onChange={(_, data) => onChange(data.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    );
  const leave = (): void => {
    // Who emptied the field wants none of them; what is no choice is as if it had not been typed.
    if (typed?.trim() === '' && none !== undefined) onChange('');
    setTyped(null);
  };
  return (
    <NamePicker
      {...aria}
      things={choices.map((choice) => ({ key: choice.value, name: choice.label, spellings: [] }))}
      value={typed ?? choices.find((choice) => choice.value === value)?.label ?? ''}
      disabled={disabled}
      placeholder={none}
      label={t('field.fitting')}
      browse
      onChange={setTyped}
      onPick={({ key }) => {
        setTyped(null);
        onChange(key);
      }}
      onLeave={leave}
    />
  );
}
