// A button that is a sign alone: its name is said to screen readers and shown under the pointer.
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';

interface Props {
  readonly icon: ReactElement;
  readonly label: string;
  readonly onClick: () => void;
  readonly size?: 'small' | 'medium';
  readonly disabled?: boolean;
}

/** A flat button of one sign; `label` is its name and its tip. */
export function IconButton({ icon, label, onClick, size = 'small', disabled = false }: Props) {
  return (
    <Button
      appearance="subtle"
      size={size}
      icon={icon}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    />
  );
}
