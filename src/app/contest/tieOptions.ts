// The options of every job that may have to settle a tie across the line: asked where the tie comes up, not in a form.
import type { TieChoice } from '../../core/contest/tieChoice';
import { text } from '../../core/ground/text';
import { options, type Choices } from '../run/options';

const CHOICES: Choices<TieChoice> = [
  { value: 'more', label: text('增加名额', 'more awards') },
  { value: 'fewer', label: text('减少名额', 'fewer awards') },
  { value: 'revote', label: text('复评', 'a re-vote') },
  { value: 'lots', label: text('抽签', 'lots') },
];

/** `tie` is for the first tied line that `ties` does not name; `seed` for lots, `reason` for the record. */
export const TIE_OPTIONS = options({
  tie: {
    kind: 'choice',
    label: text('跨线同分如何处理', 'A tie across the line'),
    hint: text('复评先用“登记复评”', 'a re-vote is put on record first'),
    choices: CHOICES,
    inPane: false,
  },
  ties: {
    kind: 'text',
    label: text('各奖项线上的并列', 'Ties at several tiers'),
    hint: text('奖项=处理，如 一等奖=more；三等奖=lots', 'tier=choice, such as First=more;Third=lots'),
    inPane: false,
  },
  seed: {
    kind: 'text',
    label: text('抽签种子', 'Seed of the draw'),
    hint: text('公开记录', 'on record in public'),
    inPane: false,
  },
});
