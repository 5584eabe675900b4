// Makes the sample campaign and writes it to the standard output as text for the page. Argument: zh or en.
import { textOfBook } from '../page/bookText';
import { buildSample } from '../samples/buildSample';

buildSample(process.argv[2] === 'en' ? 'en' : 'zh').then(
  (book) => process.stdout.write(textOfBook(book)),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
