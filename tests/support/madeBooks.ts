// Whole campaigns that take half a minute to make and that several test files look at. Tests of the making itself make their own.
import type { Language } from '../../src/core/ground/text';
import type { Book } from '../../src/workbench/model/book';
import { buildSample } from '../../src/workbench/samples/buildSample';
import { everySheet } from './everySheet';
import { keptBook } from './keptBook';

/** The sample campaign of 11 June 2021. */
export const madeSample = (language: Language): Promise<Book> =>
  keptBook(`sample-${language}`, () => buildSample(language));

/** The sample campaign with every sheet that the product makes. */
export const madeEverySheet = (language: Language): Promise<Book> =>
  keptBook(`every-sheet-${language}`, async () => everySheet(await madeSample(language), language));
