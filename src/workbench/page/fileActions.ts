// What can be done with whole workbooks: open, save, begin anew, take the sample. Reads and writes files; draws nothing.
import { text, type Language, type Text } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { newBook } from '../model/book';
import { bookFromText } from './bookText';
import { openAside } from './openAside';
import { TEXTS } from './pageTexts';
import { SAID_BESIDE } from './saidBeside';
import type { Session } from './session';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class FileActions {
  private coming: Promise<string> | undefined;

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

  /**
   * Shows the pages as they would be printed, of the sheet in front or of all; says so where nothing can lay them out. Asks first where a public page
   * must not leave the office; `anyway`: that was answered.
   */
  async print(which: 'sheet' | 'all', anyway = false): Promise<void> {
    await this.session.during(TEXTS.printing, TEXTS.printFailed, async () => {
      const { book, host } = this.session;
      await host.calculateNow();
      const { writeBook } = await import('../xlsx/writeBook');
      const sheet = which === 'all' ? null : (book.sheets[book.active]?.name ?? null);
      const asked = new URLSearchParams({ now: String(serialFromWallTime(this.session.now())) });
      if (sheet !== null) asked.set('sheet', sheet);
      else asked.set('title', this.session.store.get().fileName);
      if (anyway) asked.set('anyway', '');
      const answer = await fetch(`/print?${asked.toString()}`, {
        method: 'POST',
        headers: { 'x-workbench': 'print' },
        body: (await writeBook(book)) as Uint8Array<ArrayBuffer>,
      });
      if (answer.status === 501) return this.session.notify('warning', TEXTS.noLibreOffice);
      if (answer.status === 409)
        return this.session.store.set({ unfit: { which, why: (await answer.json()) as Text } });
      if (!answer.ok) throw new Error(await answer.text());
      const said = JSON.parse(decodeURIComponent(answer.headers.get(SAID_BESIDE) ?? 'null')) as Text | null;
      if (said?.zh) this.session.notify('warning', said);
      this.endPreview();
      const url = URL.createObjectURL(await answer.blob());
      this.session.store.set({ preview: { url, sheet, name: sheet ?? this.session.store.get().fileName } });
    });
  }

  endPreview(): void {
    const { preview } = this.session.store.get();
    if (preview) URL.revokeObjectURL(preview.url);
    this.session.store.set({ preview: null });
  }

  async blank(): Promise<void> {
    await this.session.open(newBook(), TEXTS.blankName[this.session.store.get().language]);
  }

  /** Asks for the sample ahead of `sample`, which then waits less. */
  fetchSample(): void {
    this.coming = fetchSample(this.session.store.get().language);
    this.coming.catch(() => undefined);
  }

  /** The 2021 campaign, filled with data. */
  async sample(): Promise<void> {
    await this.session.during(TEXTS.openingSample, TEXTS.sampleFailed, async () => {
      const { language } = this.session.store.get();
      const coming = this.coming ?? fetchSample(language);
      this.coming = undefined;
      const answer = await coming;
      await this.session.open(bookFromText(answer), TEXTS.sampleName[language]);
    });
  }
}

async function fetchSample(language: Language): Promise<string> {
  const response = await fetch(`/sample.json?language=${language}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
