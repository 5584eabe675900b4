// The sample campaign for the page. It is made by the add-in's own jobs, which takes a moment: once a language, then kept.
import type { Language } from '../../core/text';
import { textOfBook } from '../page/bookText';
import { buildSample } from '../samples/buildSample';

export interface Samples {
  /** The sample as text for the page. Rejects when one of its jobs stops. */
  text(language: Language): Promise<string>;
}

/** One sample is made after another: they share this process's one Excel runtime. */
export function createSamples(): Samples {
  const made = new Map<Language, Promise<string>>();
  let queue: Promise<unknown> = Promise.resolve();
  return {
    text(language) {
      let sample = made.get(language);
      if (!sample) {
        sample = queue.then(() => buildSample(language)).then(textOfBook);
        made.set(language, sample);
        queue = sample.catch(() => made.delete(language));
      }
      return sample;
    },
  };
}
