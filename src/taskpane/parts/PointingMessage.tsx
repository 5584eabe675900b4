// Says why a place that was to be shown is not in sight. Draws only.
import { Button } from '@fluentui/react-components';
import { useWords } from '../language';
import type { Pointing, Show } from '../showing';
import { Message } from './Message';

interface Props {
  readonly pointing: Pointing;
  readonly onShow: Show;
}

/** Why a cell is not in sight; where a filter hides it, with a button that clears the filter. */
export function PointingMessage({ pointing, onShow }: Props) {
  const { t, pick } = useWords();
  if ('failed' in pointing) return <Message intent="error">{pick(pointing.failed)}</Message>;
  const { target, shown } = pointing;
  return (
    <>
      <Message intent="warning">{t(`show.${shown}`)}</Message>
      {shown === 'hidden' && (
        <Button size="small" onClick={() => onShow({ ...target, filter: [] })}>
          {t('show.clear')}
        </Button>
      )}
    </>
  );
}
