// One message in its colour: done, warning, failed, information. Text may be long; it wraps.
import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  title: { display: 'block' },
  bar: { minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'normal' },
});

interface Props {
  readonly intent: 'success' | 'warning' | 'error' | 'info';
  readonly title?: string;
  readonly children: string;
}

/** A coloured bar with a bold title; read out at once where it is an error. */
export function Message({ intent, title, children }: Props) {
  const styles = useStyles();
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      className={styles.bar}
      role={intent === 'error' ? 'alert' : 'status'}
    >
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
