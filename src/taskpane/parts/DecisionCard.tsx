// A decision that the rules leave to people: the choices as buttons, with a reason where one must be recorded. Decides nothing.
import { useState } from 'react';
import { Button, Caption1, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../language';
import type { FollowUp, OpenDecision } from '../steps';
import { Card } from './Card';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', rowGap: '4px', alignItems: 'stretch' },
  detail: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly decision: OpenDecision;
  readonly onChoose: (choice: FollowUp) => void;
}

export function DecisionCard({ decision: { ask, choices }, onChoose }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState(false);
  const choose = (choice: FollowUp): void => {
    const given = answer.trim();
    if (ask && given === '') setMissing(true);
    else onChoose(ask ? { ...choice, values: { ...choice.values, [ask.name]: given } } : choice);
  };
  return (
    <Card heading={t('result.decide')}>
      {ask && (
        <Field label={pick(ask.label)} required validationState={missing ? 'error' : 'none'} validationMessage={missing ? t('field.required') : undefined}>
          <Textarea rows={2} value={answer} onChange={(_, { value }) => { setAnswer(value); setMissing(false); }} />
        </Field>
      )}
      {choices.map((choice) => (
        <div key={pick(choice.label)} className={styles.choice}>
          <Button onClick={() => choose(choice)}>{pick(choice.label)}</Button>
          {choice.detail && <Caption1 className={styles.detail}>{pick(choice.detail)}</Caption1>}
        </div>
      ))}
    </Card>
  );
}
