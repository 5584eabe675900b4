// The last net: when drawing itself fails, says so in words and offers to start afresh. React wants a class for this.
import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Message } from '../parts/Message';
import { say } from '../language';
import type { Language } from '../../core/ground/text';

interface Props {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Its children; once drawing has failed, a message and “start afresh”, while the workbook stays as it is. */
export class CrashGuard extends Component<Props, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    const { language, children } = this.props;
    if (!this.state.crashed) return children;
    return (
      <div style={{ padding: 12, display: 'grid', gap: 12 }}>
        <Message intent="error" title={say(language, 'crash.title')}>
          {say(language, 'crash.body')}
        </Message>
        <Button onClick={() => this.setState({ crashed: false })}>{say(language, 'crash.reopen')}</Button>
      </div>
    );
  }
}
