// Opens a sealed workbook: the protection that sealing gave goes, the as-of moment follows the clock again if it did, and the log has who and why.
import { readSeal } from '../../core/campaign/seal';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { settingText } from '../../workbook/tables/settings/settingText';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { settingEdits } from './settingEdits';
import type { UnsealInput } from './unsealJob';

export interface UnsealResults {
  /** The seal as it was. */
  readonly sealed: string;
  readonly opened: readonly string[];
}

function lacking({ by: acting }: Situation, { by, reason }: UnsealInput): Problem[] {
  const problems: Problem[] = [];
  if (!(by ?? acting ?? '').trim())
    problems.push({
      code: 'missing-by',
      column: 'by',
      found: '',
      expected: text('谁解除', 'who breaks it'),
      message: text('请写明由谁解除封存（by）。', 'State who breaks the seal (by).'),
    });
  if (!reason?.trim())
    problems.push({
      code: 'missing-reason',
      column: 'reason',
      found: '',
      expected: text('理由', 'a reason'),
      message: text('请写明为什么解除封存（reason）。', 'State why the seal is broken (reason).'),
    });
  return problems;
}

/** Sheets that were protected before sealing stay so. */
export function decideUnseal(situation: Situation, input: UnsealInput): Decision<UnsealResults> {
  const { snapshot } = situation;
  const sealed = settingText(snapshot, 'sealed');
  const seal = readSeal(sealed);
  if (seal === null)
    return {
      steps: [],
      changed: {},
      results: { sealed: '', opened: [] },
      log: null,
      message: text('这个工作簿没有封存。', 'This workbook is not sealed.'),
    };
  const stopping = lacking(situation, input);
  if (stopping.length > 0) return stop(stopping);
  const by = (input.by ?? situation.by ?? '').trim();
  const opened = snapshot.sheets
    .filter(({ name, isProtected }) => isProtected && !seal.protectedBefore.includes(name))
    .map(({ name }) => name);
  const set = settingEdits(snapshot, { sealed: '', ...(seal.fixedAsOf && { asOf: '' }) });
  return {
    steps: [{ kind: 'protection', sheets: opened, on: false }, ...set.steps],
    changed: { Settings: { added: 0, updated: set.changed.length } },
    results: { sealed, opened },
    preview: { added: [], changed: set.changed, unchanged: 0 },
    message: text(
      `已解除 ${seal.at} 的封存（${by}：${input.reason?.trim() ?? ''}），${opened.length} 张表可以改了。`,
      `The seal of ${seal.at} is broken (${by}: ${input.reason?.trim() ?? ''}); ${opened.length} sheets can be changed.`,
    ),
  };
}
