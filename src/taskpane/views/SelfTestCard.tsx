// Lets a person try this Excel in an empty workbook: one button, what differs from what is expected, and the answers to be copied.
import { useState } from 'react';
import { Body1, Button } from '@fluentui/react-components';
import { useWords } from '../language';
import type { PaneHost, SelfTestResult } from '../paneHost';
import { Card } from '../parts/Card';
import { CopyButton } from '../parts/CopyButton';
import { Message } from '../parts/Message';

type State =
  | { readonly kind: 'offered' | 'notEmpty' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly result: SelfTestResult }
  | { readonly kind: 'failed'; readonly why: string };

/** One button; then how many answers of this Excel are as expected, each that differs, and “copy”. */
export function SelfTestCard({ selfTest }: { readonly selfTest: NonNullable<PaneHost['selfTest']> }) {
  const { t } = useWords();
  const [state, setState] = useState<State>({ kind: 'offered' });
  const start = async (): Promise<void> => {
    setState({ kind: 'running', done: 0, all: 0 });
    try {
      const result = await selfTest((done, all) => setState({ kind: 'running', done, all }));
      setState(result === null ? { kind: 'notEmpty' } : { kind: 'done', result });
    } catch (error) {
      setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <Card heading={t('selfTest.offer')}>
      <Body1>{t('selfTest.about')}</Body1>
      <div>
        <Button size="small" disabled={state.kind === 'running'} onClick={() => void start()}>
          {t('selfTest.offer')}
        </Button>
      </div>
      {state.kind === 'running' && state.all > 0 && (
        <Body1 aria-live="polite">{t('selfTest.running', { done: state.done, all: state.all })}</Body1>
      )}
      {state.kind === 'notEmpty' && <Message intent="info">{t('selfTest.notEmpty')}</Message>}
      {state.kind === 'failed' && <Message intent="error">{t('selfTest.failed', { why: state.why })}</Message>}
      {state.kind === 'done' && <Outcome result={state.result} />}
    </Card>
  );
}

function Outcome({ result: { asked, differences, text } }: { readonly result: SelfTestResult }) {
  const { t, pick } = useWords();
  return (
    <>
      {differences.length === 0 ? (
        <Message intent="success">{t('selfTest.same', { count: asked })}</Message>
      ) : (
        <Message intent="warning">{t('selfTest.differs', { count: asked, differ: differences.length })}</Message>
      )}
      {differences.map(({ what, expected, found }) => (
        <Message key={what.en} intent="info" title={pick(what)}>
          {t('selfTest.pair', { expected, found })}
        </Message>
      ))}
      <CopyButton content={text} label={t('selfTest.copy')} />
    </>
  );
}
