// The grid's mark for numbers that are written as text is off here. The grid would read every text as a date, a time and a number all the same, four times at
// each drawing, before it finds that out.
import { SheetInterceptorService } from '@univerjs/sheets';

/** The setting that the grid's own code asks last, by which that code is known. */
const SETTING = 'disableForceStringMark';

let done = false;

/** Leaves the look for such texts out, in every grid that is made from now on. */
export function withoutTextMarks(): void {
  if (done) return;
  done = true;
  const { prototype } = SheetInterceptorService;
  const intercept = prototype.intercept as (
    this: SheetInterceptorService,
    name: never,
    interceptor: Interceptor,
  ) => Ended;
  const patched: typeof intercept = function (name, interceptor) {
    return String(interceptor.handler).includes(SETTING)
      ? { dispose: () => undefined }
      : intercept.call(this, name, interceptor);
  };
  prototype.intercept = patched as typeof prototype.intercept;
}

interface Interceptor {
  readonly handler: unknown;
}

interface Ended {
  dispose(): void;
}
