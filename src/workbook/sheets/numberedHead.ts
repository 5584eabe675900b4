// The head of a part of a page by its number: “二、各类别”, “2. By category”. Counts nothing.
import { text, type Text } from '../../core/ground/text';

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** `number`: from 1, as pages have no more than ten parts. Example: `numberedHead(2, text('各类别', 'By category')).zh` is `二、各类别`. */
export const numberedHead = (number: number, words: Text): Text =>
  text(`${NUMBERS[number - 1] ?? number}、${words.zh}`, `${number}. ${words.en}`);
