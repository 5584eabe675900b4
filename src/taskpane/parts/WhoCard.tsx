// Asks once a session who acts, so that the log can say it: Office tells add-ins no names. Keeps nothing.
import { useEffect, useState, type FormEvent } from 'react';
import { Button, Caption1, Input, makeStyles } from '@fluentui/react-components';
import { useWords } from '../language';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap', alignItems: 'center' },
  input: { flexGrow: 1, width: '80px', minWidth: '80px' },
  muted: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  /** Names that the log knows already. */
  readonly people: () => Promise<readonly string[]>;
  /** '' = without a name. */
  readonly onSay: (name: string) => void;
}

/** “Who are you?” with up to four names of the log as buttons, a field for another one, and “skip”. */
export function WhoCard({ people, onSay }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [known, setKnown] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  useEffect(() => {
    let over = false;
    people().then(
      (names) => {
        if (!over) setKnown(names.slice(0, 4));
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      over = true;
    };
  }, [people]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onSay(name.trim());
  };
  return (
    <form className={styles.line} onSubmit={submit} title={t('who.why')} aria-label={t('who.title')}>
      <Caption1 className={styles.muted}>{t('who.title')}</Caption1>
      {known.map((one) => (
        <Button key={one} size="small" onClick={() => onSay(one)}>
          {one}
        </Button>
      ))}
      <Input
        size="small"
        className={styles.input}
        aria-label={t('who.name')}
        placeholder={t('who.name')}
        value={name}
        onChange={(_event, { value }) => setName(value)}
      />
      {name.trim() !== '' && (
        <Button size="small" type="submit" appearance="primary">
          {t('who.ok')}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => onSay('')}>
        {t('who.skip')}
      </Button>
    </form>
  );
}
