// What stands while home's own program comes: the frame as it will be, without what can be pressed. Knows no workbook.
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import type { Language } from '../../core/ground/text';
import { LanguageContext, say } from '../language';
import { paneTheme, type Colours } from '../paneTheme';
import { Busy } from '../parts/Busy';
import { PaneFrame } from '../parts/PaneFrame';

const useStyles = makeStyles({ provider: { height: '100%' } });

/** Heading, “reading the workbook” and the foot: the pane follows in the same places. */
export function OpeningFrame({ language, colours }: { readonly language: Language; readonly colours: Colours }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={paneTheme(language, colours)} className={styles.provider}>
      <LanguageContext.Provider value={language}>
        <PaneFrame title={say(language, 'product')}>
          <Busy label={say(language, 'reading')} />
        </PaneFrame>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
