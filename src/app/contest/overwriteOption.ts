// The option of jobs that read scores from a file: to put the file's in the place of others. Knows no job.
import { text } from '../../core/ground/text';
import { options } from '../run/options';

/** `overwrite`: absent or false, a score that stands and differs is a problem of its row. */
export const OVERWRITE_OPTIONS = options({
  overwrite: {
    kind: 'switch',
    label: text('已有不同分数时，用文件里的', 'Where another score stands already, take the file’s'),
  },
});
