// A decision that the rules leave to people: the choices as buttons, with a reason where one must be recorded. Decides nothing.
import { useState } from 'react';
import { Button, Caption1, Field, Textarea, makeStyles } from '@fluentui/react-components';
import { useWords } from '../language';
import type { FollowUp, OpenDecision, Question } from '../steps';
import { Card } from './Card';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  choice: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    alignItems: 'stretch',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    paddingTop: tokens.spacingVerticalS,
  },
  detail: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly decision: OpenDecision;
  /** What was filled in before the question came up: a question of the same name starts with it. */
  readonly given?: Readonly<Record<string, string>>;
  readonly onChoose: (choice: FollowUp) => void;
}

/** The choices as buttons over the reasons they need; a choice without its reason marks the empty field. */
export function DecisionCard({ decision: { ask, choices }, given = {}, onChoose }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(given);
  const [missing, setMissing] = useState<readonly string[]>([]);

  const choose = (choice: FollowUp): void => {
    const needed = [ask, choice.ask].filter((question) => question !== undefined);
    const answered = Object.fromEntries(needed.map(({ name }) => [name, (answers[name] ?? '').trim()]));
    const empty = needed.map(({ name }) => name).filter((name) => answered[name] === '');
    setMissing(empty);
    if (empty.length === 0) onChoose({ ...choice, values: { ...choice.values, ...answered } });
  };
  const field = ({ name, label, hint }: Question) => (
    <Field
      label={pick(label)}
      hint={hint && pick(hint)}
      required
      validationState={missing.includes(name) ? 'error' : 'none'}
      validationMessage={missing.includes(name) ? t('field.required') : undefined}
    >
      <Textarea
        rows={2}
        value={answers[name] ?? ''}
        onChange={(_, { value }) => {
          setAnswers((old) => ({ ...old, [name]: value }));
          setMissing([]);
        }}
      />
    </Field>
  );
  return (
    <Card heading={t('result.decide')}>
      {ask && field(ask)}
      {choices.map((choice) => (
        <div key={pick(choice.label)} className={styles.choice}>
          {choice.ask && field(choice.ask)}
          <Button onClick={() => choose(choice)}>{pick(choice.label)}</Button>
          {choice.detail && <Caption1 className={styles.detail}>{pick(choice.detail)}</Caption1>}
        </div>
      ))}
    </Card>
  );
}
