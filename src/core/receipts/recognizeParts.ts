// Which required parts the attachments are, by their file names. Opens no file.
import { foldText } from '../import/cellText';

/** Splits a cell of file names on ；;,、， | and line breaks. Example: `splitAttachments('总结.docx；照片.zip')` has two. */
export function splitAttachments(cell: string): string[] {
  return cell
    .split(/[；;,，、|\r\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function partsOf(
  fileName: string,
  required: readonly string[],
  partWords: Readonly<Record<string, readonly string[]>>,
): string[] {
  const folded = foldText(fileName);
  const dot = folded.lastIndexOf('.');
  const stem = dot > 0 ? folded.slice(0, dot) : folded;
  const wordsOf = (part: string): string[] =>
    [part, ...(partWords[part] ?? [])].map(foldText).filter((word) => word !== '');
  const byName = required.filter((part) => wordsOf(part).some((word) => stem.includes(word)));
  if (byName.length > 0 || dot <= 0) return byName;
  const extension = folded.slice(dot + 1);
  return required.filter((part) => wordsOf(part).some((word) => word.replace(/^\./, '') === extension));
}

/**
 * The required parts that the attachments are, in the order of the requirement. A part's own name always counts as one of its words. A
 * word that is a file extension (mp4, jpg) decides only when nothing in the name does: 网发报道截屏.png is a screenshot, not a photo.
 * Example: `recognizeParts(['照片9张.zip'], ['文字', '图片'], { 图片: ['照片'] })` is `['图片']`.
 */
export function recognizeParts(
  fileNames: readonly string[],
  required: readonly string[],
  partWords: Readonly<Record<string, readonly string[]>>,
): string[] {
  const present = new Set(fileNames.flatMap((name) => partsOf(name, required, partWords)));
  return required.filter((part) => present.has(part));
}
