// What can be done with whole workbooks: open, save, begin anew, take the sample. Reads and writes files; draws nothing.
import { text } from '../../core/ground/text';
import { newBook } from '../model/book';
import { bookFromText } from './bookText';
import { openAside } from './openAside';
import { TEXTS } from './pageTexts';
import type { Session } from './session';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class FileActions {
  constructor(private readonly session: Session) {}

  /** Opens an .xlsx; what it has and this workbench does not keep is said in a warning. */
  async open(file: File): Promise<void> {
    await this.session.during(TEXTS.readingFile, TEXTS.notAWorkbook, async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { book, foreign } = await openAside('/bookReader.js', bytes);
      await this.session.open(book, file.name.replace(/\.xlsx$/i, ''));
      if (foreign.length > 0)
        this.session.notify(
          'warning',
          text(TEXTS.foreign.zh + foreign.join('、'), TEXTS.foreign.en + foreign.join(', ')),
        );
    });
  }

  /** Works out everything once more and hands the workbook to the browser as a download. */
  async save(): Promise<void> {
    await this.session.during(TEXTS.savingFile, TEXTS.saveFailed, async () => {
      const name = `${this.session.store.get().fileName}.xlsx`;
      await this.session.host.calculateNow();
      const { writeBook } = await import('../xlsx/writeBook');
      download(name, await writeBook(this.session.book, { cachedResults: true }));
      this.session.store.set({ unsaved: false });
      this.session.notify('info', text(TEXTS.saved.zh + name, TEXTS.saved.en + name));
    });
  }

  async blank(): Promise<void> {
    await this.session.open(newBook(), TEXTS.blankName[this.session.store.get().language]);
  }

  /** The 2021 campaign, filled with data. */
  async sample(): Promise<void> {
    await this.session.during(TEXTS.openingSample, TEXTS.sampleFailed, async () => {
      const { language } = this.session.store.get();
      const response = await fetch(`/sample.json?language=${language}`);
      const answer = await response.text();
      if (!response.ok) throw new Error(answer);
      await this.session.open(bookFromText(answer), TEXTS.sampleName[language]);
    });
  }
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
