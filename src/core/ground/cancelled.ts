// What ends a job because a person asked for it: thrown where its progress is told, and worded with what was done until then. Knows no job.
import { text, type Text } from './text';

const NOTHING = text('已停止，没有写入任何内容。', 'Stopped; nothing was written.');

/** Thrown when a person stops a job between two requests; it carries what had been done by then. */
export class Cancelled extends Error {
  readonly code = 'Cancelled';

  /** `text`: a true account of what was done. */
  constructor(readonly text: Text = NOTHING) {
    super(text.en);
  }
}

/** All that had been written was put back. */
export function takenBack(): Cancelled {
  return new Cancelled(
    text('已停止，已经写入的部分全部撤回了。', 'Stopped; what had been written already was all taken back.'),
  );
}

/** Sheets are made one after the other: `made` stand, `open` do not. */
export function partlyMade(made: readonly string[], open: readonly string[]): Cancelled {
  return new Cancelled(
    made.length === 0
      ? text(
          `已停止，${open.length} 张工作表都还没有做好；再运行一次会从头做。`,
          `Stopped; none of ${open.length} sheets is finished. Run it again to make them.`,
        )
      : text(
          `已停止。做好的：${made.join('、')}；没有做的：${open.join('、') || '无'}。再运行一次会补上。`,
          `Stopped. Finished: ${made.join(', ')}; not made: ${open.join(', ') || 'none'}. Run it again for the rest.`,
        ),
  );
}

/** Parts of sheets that stood before are new, others are not. */
export function halfWay(): Cancelled {
  return new Cancelled(
    text(
      '已停止在半路：一部分已经写入，其余没有。工作簿仍然完好；再运行一次会从头做完。',
      'Stopped half-way: part of it is written, the rest is not. The workbook is sound; run it again to finish.',
    ),
  );
}
