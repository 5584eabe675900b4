// Colours as an add-in may write them, to the model's #RRGGBB.
import { refuse } from './apiError';

const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};

/** Example: `readColor('#f00')` and `readColor('red')` are `'#FF0000'`; InvalidArgument for what is no colour. */
export function readColor(value: unknown): string {
  const text = String(value);
  const named = NAMED[text.toLowerCase()];
  if (named) return named;
  if (/^#[0-9A-Fa-f]{6}$/.test(text)) return text.toUpperCase();
  const short = /^#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toUpperCase();
  return refuse('InvalidArgument', `"${text}" is no colour`);
}
