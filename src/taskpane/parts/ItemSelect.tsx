// The items that the chosen unit may be handing in, the likeliest first, with how it stands for each.
import { makeStyles } from '@fluentui/react-components';
import type { IntakeUnit } from '../../app/collect/intake';
import { useWords } from '../language';
import { ChoicePicker } from './ChoicePicker';

const useStyles = makeStyles({ control: { minWidth: 0, width: '100%' } });

interface Props {
  readonly unit: IntakeUnit | undefined;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** A drop-down of the unit's items with how each stands; closed until a unit is chosen. */
export function ItemSelect({ unit, value, disabled, onChange, ...aria }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  return (
    <ChoicePicker
      {...aria}
      className={styles.control}
      value={value}
      disabled={disabled || !unit}
      none={value === '' ? t(unit ? 'field.choose' : 'item.first') : undefined}
      choices={(unit?.items ?? []).map(({ requirementId, title, state }) => ({
        value: requirementId,
        label: `${title}（${pick(state)}）`,
      }))}
      onChange={onChange}
    />
  );
}
