// What an Excel that is too old sees instead of the steps: what is missing, in words, and what to do.
import { Body1 } from '@fluentui/react-components';
import type { Text } from '../../core/ground/text';
import { Card } from '../parts/Card';
import { Message } from '../parts/Message';
import { useWords } from '../language';

export function MissingView({ missing }: { readonly missing: readonly Text[] }) {
  const { t, pick } = useWords();
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
