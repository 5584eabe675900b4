// What stands in the way of reading the workbook: a silent Excel, a cell being edited, a lost line; with what to do, and whom to ask.
import { Body1, Button, makeStyles } from '@fluentui/react-components';
import type { HomeReading } from '../homeReading';
import { useWords } from '../language';
import { ButtonRow } from './ButtonRow';
import { Card } from './Card';
import { Message } from './Message';

const useStyles = makeStyles({ words: { overflowWrap: 'anywhere' } });

interface Props {
  readonly reading: HomeReading;
  /** Where Excel itself comes from, in a browser. */
  readonly from?: string;
  readonly onRefresh: () => void;
}

/** Nothing as long as all is well. */
export function ReadingTrouble({ reading, from, onRefresh }: Props) {
  const styles = useStyles();
  const { t, pick } = useWords();
  if (reading.kind === 'failed' && reading.passes === 'editing')
    return (
      <Message intent="info" title={t('editing.title')}>
        {t('editing.body')}
      </Message>
    );
  if (reading.kind === 'failed')
    return (
      <>
        <Message intent="error" title={t('home.failed')}>
          {`${pick(reading.why)}${reading.passes === 'soon' ? t('home.again') : ''}`}
        </Message>
        <Button onClick={onRefresh}>{t('home.retry')}</Button>
      </>
    );
  if (reading.kind !== 'reading' || reading.quiet !== true) return null;
  return (
    <>
      <Message intent="warning" title={t('quiet.title')}>
        {t('quiet.body')}
      </Message>
      <Card heading={t('quiet.always')}>
        <Body1 className={styles.words}>
          {from === undefined ? t('quiet.program') : t('quiet.network', { address: from })}
        </Body1>
        <ButtonRow>
          <Button appearance="primary" onClick={onRefresh}>
            {t('home.retry')}
          </Button>
          <Button onClick={() => location.reload()}>{t('quiet.reload')}</Button>
        </ButtonRow>
      </Card>
    </>
  );
}
