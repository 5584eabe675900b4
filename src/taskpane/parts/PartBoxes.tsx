// The parts of an item as check boxes. Its value is their names joined by 、, in the order of the item.
import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useWords } from '../language';

const useStyles = makeStyles({ boxes: { display: 'flex', flexWrap: 'wrap', columnGap: '4px' } });

interface Props {
  readonly parts: readonly string[];
  /** Those that have not arrived yet; the others say that they have. */
  readonly missing: readonly string[];
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** With more than one part the first box ticks all of them. */
export function PartBoxes({ parts, missing, value, disabled, onChange, ...aria }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const ticked = new Set(value.split('、'));
  const put = (wanted: (part: string) => boolean): void => onChange(parts.filter(wanted).join('、'));
  const all = parts.every((part) => ticked.has(part));
  return (
    <div {...aria} role="group" className={styles.boxes}>
      {parts.length > 1 && (
        <Checkbox label={t('parts.all')} disabled={disabled} checked={all} onChange={() => put(() => !all)} />
      )}
      {parts.map((part) => (
        <Checkbox
          key={part}
          label={missing.includes(part) ? part : t('parts.arrived', { part })}
          disabled={disabled}
          checked={ticked.has(part)}
          onChange={() => put((other) => (other === part ? !ticked.has(part) : ticked.has(other)))}
        />
      ))}
    </div>
  );
}
