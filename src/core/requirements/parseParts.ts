// A list of required parts as one cell holds it. Knows no requirement.

/** Splits on 、 ， , ； ; and line breaks, trims, drops blanks and repetitions. Example: `parseParts('文字、图片；视频')` has three. */
export function parseParts(text: string): string[] {
  return [...new Set(text.split(/[、，,；;\r\n]/).map((part) => part.trim()).filter((part) => part !== ''))];
}
