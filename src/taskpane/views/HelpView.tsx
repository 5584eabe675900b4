// The help: topics with pictures, each with the job that it speaks of; or, as a tour, one after the other. Knows no Excel.
import { useState } from 'react';
import { Body1, Button, Caption1, makeStyles } from '@fluentui/react-components';
import { TOPICS, type HelpTopic } from '../helpTopics';
import { useWords } from '../language';
import { ButtonRow } from '../parts/ButtonRow';
import { Card } from '../parts/Card';
import { HelpPicture } from '../parts/HelpPicture';
import type { PaneStep } from '../steps';
import { tokens } from '../tokens';

const useStyles = makeStyles({ muted: { color: tokens.colorNeutralForeground3 } });

interface Props {
  readonly steps: readonly PaneStep[];
  /** Begins as a tour. */
  readonly tour: boolean;
  readonly onOpen: (id: string) => void;
  readonly onEnd: () => void;
}

/** Begins with the list of topics, or with `tour` at the first of them, one after the other. */
export function HelpView({ steps, tour, onOpen, onEnd }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const [at, setAt] = useState<number | null>(tour ? 0 : null);
  const topic = at === null ? undefined : TOPICS[at];
  if (topic && at !== null) {
    const last = at === TOPICS.length - 1;
    return (
      <>
        <Caption1 className={styles.muted} role="status">
          {t('tour.place', { at: at + 1, of: TOPICS.length })}
        </Caption1>
        <Topic key={at} topic={topic} />
        <ButtonRow>
          <Button appearance="primary" onClick={() => (last ? onEnd() : setAt(at + 1))}>
            {t(last ? 'tour.end' : 'tour.next')}
          </Button>
          {at > 0 && <Button onClick={() => setAt(at - 1)}>{t('tour.before')}</Button>}
          {!last && (
            <Button appearance="subtle" onClick={onEnd}>
              {t('tour.skip')}
            </Button>
          )}
        </ButtonRow>
      </>
    );
  }
  return (
    <>
      <ButtonRow>
        <Button appearance="primary" onClick={() => setAt(0)}>
          {t('tour.start')}
        </Button>
      </ButtonRow>
      {TOPICS.map((each) => (
        <Topic key={each.picture} topic={each} step={steps.find(({ id }) => id === each.step)} onOpen={onOpen} />
      ))}
    </>
  );
}

interface TopicProps {
  readonly topic: HelpTopic;
  readonly step?: PaneStep;
  readonly onOpen?: (id: string) => void;
}

function Topic({ topic, step, onOpen }: TopicProps) {
  const { pick } = useWords();
  return (
    <Card heading={pick(topic.title)}>
      <HelpPicture name={topic.picture} />
      {topic.body.map((words) => (
        <Body1 key={words.en} as="p" block style={{ margin: 0 }}>
          {pick(words)}
        </Body1>
      ))}
      {step && onOpen && (
        <div>
          <Button size="small" onClick={() => onOpen(step.id)}>
            {pick(step.title)}
          </Button>
        </div>
      )}
    </Card>
  );
}
