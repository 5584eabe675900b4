// Asks which unit a doubtful spelling means, and goes on with the answers. Never chooses by itself.
import { useState } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import type { Problem } from '../../core/problem';
import { useWords } from '../language';
import { doubtfulSpellings } from '../doubtfulSpellings';
import { ButtonRow } from './ButtonRow';
import { Card } from './Card';

interface Props {
  readonly problems: readonly Problem[];
  /** Spelling → chosen value, only what was chosen. */
  readonly onAnswer: (answers: Readonly<Record<string, string>>) => void;
}

export function AskUnits({ problems, onAnswer }: Props) {
  const { t } = useWords();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const spellings = doubtfulSpellings(problems);
  if (spellings.length === 0) return null;
  const chosen = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
  return (
    <Card heading={t('ask.title', { count: spellings.length })}>
      {spellings.map(({ written, choices }) => (
        <Field key={written} label={t('ask.which', { written })}>
          <Select value={answers[written] ?? ''} onChange={(_, { value }) => setAnswers((old) => ({ ...old, [written]: value }))}>
            <option value="">{t('ask.none')}</option>
            {choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </Select>
        </Field>
      ))}
      <ButtonRow>
        <Button disabled={Object.keys(chosen).length === 0} onClick={() => onAnswer(chosen)}>{t('ask.again')}</Button>
      </ButtonRow>
    </Card>
  );
}
