// Copies a text; where the browser forbids it, shows the text ready to be copied by hand.
import { useState } from 'react';
import { Button, Textarea, makeStyles } from '@fluentui/react-components';
import { Copy16Regular, Checkmark16Regular } from '@fluentui/react-icons';
import { copyText } from '../copyText';
import { useWords } from '../language';
import { tokens } from '../tokens';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'flex-start',
    minWidth: 0,
    flexShrink: 0,
  },
  manual: { width: '100%' },
});

/** A small button that says “copied” once the text is on the clipboard. */
export function CopyButton({ content, label }: { readonly content: string; readonly label: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = async (): Promise<void> => setState((await copyText(content)) ? 'copied' : 'refused');
  return (
    <div className={styles.box}>
      <Button
        size="small"
        appearance="subtle"
        icon={state === 'copied' ? <Checkmark16Regular /> : <Copy16Regular />}
        onClick={() => void copy()}
      >
        <span aria-live="polite">{state === 'copied' ? t('copied') : label}</span>
      </Button>
      {state === 'refused' && (
        <>
          <span role="alert">{t('copyFailed')}</span>
          <Textarea
            className={styles.manual}
            readOnly
            value={content}
            rows={4}
            onFocus={(event) => event.target.select()}
            aria-label={label}
          />
        </>
      )}
    </div>
  );
}
