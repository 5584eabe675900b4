// Reads one chosen file off the pane's own thread. Knows nothing of who asks.
import { readImportedFile } from './readFile';
import { UnreadableFile } from './unreadableFile';

/** What the worker gets. */
export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
}

self.onmessage = async ({ data }: MessageEvent<FileToRead>): Promise<void> => {
  try {
    const file = await readImportedFile(data.name, data.bytes, (progress) => self.postMessage({ progress }));
    self.postMessage({ file });
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const { code, expected, found, mend } = error;
      self.postMessage({ unreadable: { code, expected, found, mend } });
    } else {
      self.postMessage({ failed: error instanceof Error ? error.message : String(error) });
    }
  }
};
