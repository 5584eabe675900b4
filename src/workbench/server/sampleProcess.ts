// Makes the sample campaign and writes it to the standard output as text for the page. Argument: zh or en.
import { textOfBook } from '../page/bookText';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { buildSample, SAMPLE_AS_OF } from '../samples/buildSample';

buildSample(process.argv[2] === 'en' ? 'en' : 'zh').then(
  (book) =>
    process.stdout.write(textOfBook({ ...book, calculatedAt: serialFromWallTime(wallTimeFromIso(SAMPLE_AS_OF) ?? 0) })),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
