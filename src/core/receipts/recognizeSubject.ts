// What a mail subject says: which requirement it is for, and whether it corrects an earlier version. Knows no attachments.
import { foldText } from '../import/cellText';
import type { Requirement } from '../requirements/requirement';

const CORRECTION = /更正|修订|修正稿|修改稿|订正|corrected|revised|correction/;

/** True for the words that mark a corrected version. Example: `isCorrection('工作总结（更正稿）')`. */
export function isCorrection(subject: string): boolean {
  return CORRECTION.test(foldText(subject));
}

/**
 * The requirements of which a keyword, or the title, is in the subject: width, case and blanks do not count. Exactly one means that
 * it is recognised; none or several are for a person to say.
 * Example: '关于报送工作总结' with T3's keyword 工作总结 gives `[T3]`.
 */
export function requirementsIn(subject: string, requirements: readonly Requirement[]): Requirement[] {
  const folded = foldText(subject);
  return requirements.filter(({ keywords, title }) =>
    [...keywords, title].map(foldText).some((word) => word !== '' && folded.includes(word)),
  );
}
