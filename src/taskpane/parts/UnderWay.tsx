// Over the home view: the job that goes on meanwhile, or has ended, and the way to it. Draws only.
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../language';

interface Props {
  readonly title: string;
  readonly busy: boolean;
  readonly onLook: () => void;
  /** Forgets a job that has ended. */
  readonly onDismiss: () => void;
}

/** One line with the job's title and “look”; once it has ended also “close”. */
export function UnderWay({ title, busy, onLook, onDismiss }: Props) {
  const { t } = useWords();
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>{t(busy ? 'busy.elsewhere' : 'busy.ended', { title })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onLook}>
          {t(busy ? 'busy.look' : 'busy.result')}
        </Button>
        {!busy && (
          <Button size="small" appearance="subtle" onClick={onDismiss}>
            {t('close')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
