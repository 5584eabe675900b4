// The items that the chosen unit may be handing in, the likeliest first, with how it stands for each.
import { Select, makeStyles } from '@fluentui/react-components';
import type { IntakeUnit } from '../../app/collect/intake';
import { useWords } from '../language';

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
    <Select
      {...aria}
      className={styles.control}
      value={value}
      disabled={disabled || !unit}
      onChange={(_, data) => onChange(data.value)}
    >
      {value === '' && <option value="">{t(unit ? 'field.choose' : 'item.first')}</option>}
      {unit?.items.map(({ requirementId, title, state }) => (
        <option key={requirementId} value={requirementId}>{`${title}（${pick(state)}）`}</option>
      ))}
    </Select>
  );
}
