// Where a file or a paste comes in. Hands over what it got; reads nothing.
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Body1, Button, Caption1, Field, Textarea, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowUpload24Regular } from '@fluentui/react-icons';
import { useWords } from '../language';
import { Card } from './Card';
import { tokens } from '../tokens';

const ACCEPTED = '.xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt';

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    border: `1.5px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `1.5px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { color: tokens.colorBrandForeground1 },
  types: { color: tokens.colorNeutralForeground3 },
  hidden: { display: 'none' },
  paste: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'pre' },
});

interface Props {
  readonly onFile: (file: File) => void;
  /** The button under the box for a paste; without it there is none, and who shows the box takes what `onPasted` says. */
  readonly onPaste?: (pasted: string) => void;
  /** What stands in the box, at every change. */
  readonly onPasted?: (pasted: string) => void;
  /** Other places to take rows from, above the file. */
  readonly children?: ReactNode;
}

/** A dashed area for dropping or choosing a file, and a box to paste cells into. */
export function FileDrop({ onFile, onPaste, onPasted, children }: Props) {
  const styles = useStyles();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      {children}
      <div
        className={mergeClasses(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ArrowUpload24Regular className={styles.icon} aria-hidden />
        <Body1>{t('import.drop')}</Body1>
        <Button appearance="primary" onClick={() => input.current?.click()}>
          {t('import.choose')}
        </Button>
        <Caption1 className={styles.types}>{t('import.types')}</Caption1>
        <input
          ref={input}
          className={styles.hidden}
          type="file"
          accept={ACCEPTED}
          aria-label={t('import.choose')}
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      <Card>
        <Field label={t('import.or')}>
          <Textarea
            textarea={{ className: styles.paste, spellCheck: false }}
            rows={5}
            resize="vertical"
            value={pasted}
            placeholder={t('import.pastePlaceholder')}
            onChange={(_, data) => {
              setPasted(data.value);
              onPasted?.(data.value);
            }}
          />
        </Field>
        {onPaste && (
          <Button disabled={pasted.trim() === ''} onClick={() => onPaste(pasted)}>
            {t('import.preview')}
          </Button>
        )}
      </Card>
    </>
  );
}
