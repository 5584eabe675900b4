// The option of jobs that read scores from a file: to put the file's in the place of others. Knows no job.
import { FILE_GOES_FIRST } from '../../core/contest/fileGoesFirst';
import { options } from '../run/options';

/** `overwrite`: absent or false, a score that stands and differs is a problem of its row. */
export const OVERWRITE_OPTIONS = options({
  overwrite: {
    kind: 'switch',
    label: FILE_GOES_FIRST,
  },
});
