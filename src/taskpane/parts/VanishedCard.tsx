// Says that something this session wrote is not there any more, and asks whether to write it again. Draws only.
import { Button } from '@fluentui/react-components';
import type { Problem } from '../../core/ground/problem';
import { useWords } from '../language';
import { ButtonRow } from './ButtonRow';
import { Message } from './Message';

/** So many are named; all of them are in the job's own list. */
const NAMED = 3;

interface Props {
  readonly lost: readonly Problem[];
  readonly onRestore: () => void;
  readonly onLeave: () => void;
}

/** How many of this session's writings are gone, the first of them in words, and two buttons: write again, leave. */
export function VanishedCard({ lost, onRestore, onLeave }: Props) {
  const { t, pick } = useWords();
  return (
    <>
      <Message intent="warning" title={t('vanished.title', { count: lost.length })}>
        {lost
          .slice(0, NAMED)
          .map(({ message }) => pick(message))
          .join(' ')}
      </Message>
      <ButtonRow>
        <Button size="small" appearance="primary" onClick={onRestore}>
          {t('vanished.restore')}
        </Button>
        <Button size="small" onClick={onLeave}>
          {t('vanished.leave')}
        </Button>
      </ButtonRow>
    </>
  );
}
