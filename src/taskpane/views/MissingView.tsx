// What an Excel that is too old, or none at all, sees instead of the steps: what is missing, in words, and what to do.
import { Body1 } from '@fluentui/react-components';
import type { Text } from '../../core/ground/text';
import { Card } from '../parts/Card';
import { Message } from '../parts/Message';
import { useWords } from '../language';

interface Props {
  readonly missing: readonly Text[];
  /** The pane was opened without any Excel: no version helps. */
  readonly outside: boolean;
}

/** One warning: what this Excel lacks and what to do about it, or that the pane stands outside of any Excel. */
export function MissingView({ missing, outside }: Props) {
  const { t, pick } = useWords();
  if (outside)
    return (
      <Message intent="warning" title={t('missing.outside')}>
        {t('missing.outsideWhy')}
      </Message>
    );
  return (
    <>
      <Message
        intent="warning"
        title={t('missing.title')}
      >{`${t('missing.lacks')}${missing.map(pick).join(' · ')}`}</Message>
      <Card>
        <Body1>{t('missing.mend')}</Body1>
      </Card>
    </>
  );
}
