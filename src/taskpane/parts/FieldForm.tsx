// The fields of a step. Holds no values of its own: the step view keeps the draft and the messages.
import { useContext } from 'react';
import { Field, Input, Switch, Textarea, makeStyles } from '@fluentui/react-components';
import { itemIn, unitIn } from '../dependentFields';
import type { Draft } from '../fieldValues';
import { useWords } from '../language';
import type { StepField } from '../steps';
import { IntakeContext, SuggestionsContext, timeZones } from '../suggestions';
import { ChoicePicker } from './ChoicePicker';
import { ItemSelect } from './ItemSelect';
import { NamePicker } from './NamePicker';
import { PartBoxes } from './PartBoxes';
import { UnitPicker } from './UnitPicker';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  control: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly fields: readonly StepField[];
  readonly draft: Draft;
  readonly messages: Readonly<Record<string, string>>;
  readonly disabled: boolean;
  readonly onChange: (name: string, value: string | boolean) => void;
  /** Enter in a field, where it means that all is filled in. */
  readonly onEnter?: () => void;
}

/** The fields under one another, each with its hint or message; nothing where a step has none. Enter is `onEnter`. */
export function FieldForm({ fields, draft, messages, disabled, onChange, onEnter }: Props) {
  const styles = useStyles();
  const { pick } = useWords();
  const intake = useContext(IntakeContext);
  if (fields.length === 0) return null;
  return (
    <div
      className={styles.form}
      onKeyDown={(event) => {
        if (
          onEnter === undefined ||
          event.key !== 'Enter' ||
          event.defaultPrevented ||
          event.nativeEvent.isComposing ||
          event.target instanceof HTMLTextAreaElement
        )
          return;
        event.preventDefault();
        onEnter();
      }}
    >
      {fields.map((field) => {
        const item = field.kind === 'parts' ? itemIn(fields, draft, field.of, intake) : undefined;
        const { parts = [], missing = [] } = item ?? {};
        if (field.kind === 'parts' && parts.length === 0) return null;
        const own = {
          value: String(draft[field.name] ?? ''),
          disabled,
          onChange: (value: string) => onChange(field.name, value),
        };
        return field.kind === 'switch' ? (
          <Field key={field.name} hint={field.hint && pick(field.hint)}>
            <Switch
              label={pick(field.label)}
              disabled={disabled}
              checked={draft[field.name] === true}
              onChange={(_, { checked }) => onChange(field.name, checked)}
            />
          </Field>
        ) : (
          <Field
            key={field.name}
            label={pick(field.label)}
            required={field.required}
            hint={field.hint && pick(field.hint)}
            validationState={messages[field.name] === undefined ? 'none' : 'error'}
            validationMessage={messages[field.name]}
          >
            {field.kind === 'unit' ? (
              <UnitPicker units={intake} {...own} />
            ) : field.kind === 'item' ? (
              <ItemSelect unit={unitIn(draft, field.of, intake)} {...own} />
            ) : field.kind === 'parts' ? (
              <PartBoxes parts={parts} missing={missing} {...own} />
            ) : (
              <Control field={field} {...own} className={styles.control} />
            )}
          </Field>
        );
      })}
    </div>
  );
}

type Asked = Exclude<StepField, { kind: 'switch' | 'unit' | 'item' | 'parts' }>;

interface ControlProps {
  readonly field: Asked;
  readonly value: string;
  readonly disabled: boolean;
  readonly className: string;
  readonly onChange: (value: string) => void;
}

const INPUT_TYPES = { text: 'text', number: 'text', date: 'date', moment: 'datetime-local' } as const;

/** Spreads what Field passes to its child (id, aria) onto the real control. */
function Control({ field, value, disabled, className, onChange, ...aria }: ControlProps) {
  const { pick, t } = useWords();
  const suggestions = useContext(SuggestionsContext);
  if (field.kind === 'multiline') {
    return (
      <Textarea
        {...aria}
        className={className}
        value={value}
        disabled={disabled}
        rows={4}
        resize="vertical"
        onChange={(_, data) => onChange(data.value)}
      />
    );
  }
  if (field.kind === 'choice') {
    const isAsked = (field.default ?? field.prefill) === undefined || field.required !== true;
    return (
      <ChoicePicker
        {...aria}
        className={className}
        value={value}
        disabled={disabled}
        none={isAsked ? t('field.choose') : undefined}
        choices={field.choices.map((choice) => ({ value: choice.value, label: pick(choice.label) }))}
        onChange={onChange}
      />
    );
  }
  const suggest = field.kind === 'text' ? field.suggest : undefined;
  const names = suggest === 'zone' ? timeZones() : suggest ? suggestions[suggest] : [];
  if (names.length > 0) {
    return (
      <NamePicker
        {...aria}
        things={names.map((name) => ({ key: name, name, spellings: [] }))}
        value={value}
        disabled={disabled}
        label={t('field.fitting')}
        free
        onChange={onChange}
        onPick={({ name }) => onChange(name)}
      />
    );
  }
  return (
    <Input
      {...aria}
      className={className}
      value={value}
      disabled={disabled}
      type={INPUT_TYPES[field.kind]}
      data-field={field.name}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      placeholder={field.kind === 'text' && field.placeholder ? pick(field.placeholder) : undefined}
      onChange={(_, data) => onChange(data.value)}
    />
  );
}
