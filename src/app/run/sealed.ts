// A sealed workbook is written to by nobody before it is opened again, by an act of its own. Knows no job.
import type { Problem } from '../../core/ground/problem';
import { readSeal } from '../../core/campaign/seal';
import { text } from '../../core/ground/text';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { settingText } from '../../workbook/tables/settings/settingText';

/** Null: it is not sealed. */
export function sealedProblem(snapshot: WorkbookSnapshot): Problem | null {
  const words = settingText(snapshot, 'sealed');
  const seal = readSeal(words);
  if (seal === null) return null;
  const message =
    seal.by === ''
      ? text(
          `设置“封存”里是“${words}”，不像“封存归档”写的；这一格有内容就算封存，没有写入任何内容。没有封存过的，请清空这一格再试。`,
          `The setting “Sealed” says “${words}”, which “Seal for the archive” does not write; whatever stands there seals the workbook, and nothing was written. If nobody sealed it, empty that cell and try again.`,
        )
      : text(
          `这个工作簿已于 ${seal.at} 由“${seal.by}”封存，没有写入任何内容。确需改动，请先“解除封存”（记入日志）。`,
          `This workbook was sealed on ${seal.at} by “${seal.by}”; nothing was written. If it must be changed, run “Break the seal” first, which is recorded.`,
        );
  return {
    code: 'sealed',
    table: 'Settings',
    row: 'sealed',
    column: 'value',
    expected: text('没有封存的工作簿', 'a workbook that is not sealed'),
    found: seal.at,
    message,
  };
}
