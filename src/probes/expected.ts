// What the host answers to each probe, and what the pane holds a real Excel against. A test keeps it true to the host.
import type { Answers } from './probe';

export const EXPECTED: Answers = {
  'scalar-for-a-range': {
    answer: [
      [
        [7, 7],
        [7, 7],
      ],
      [
        ['0.00', '0.00'],
        ['0.00', '0.00'],
      ],
    ],
  },
  'one-formula-for-a-column': {
    answer: {
      formulas: [['=[@a]*10'], ['=[@a]*10']],
      values: [[10], [20]],
    },
  },
  'formulas-read-back': {
    answer: [['=SUM([a])', '=SUM([@[a]:[b b]])', '=[@[b b]]+[@a]']],
  },
  'formula-in-one-row-of-a-column': {
    answer: [[2], [3], [4]],
  },
  'inside-borders-of-one-row': {
    refused: 'InvalidArgument',
  },
  'rule-over-mixed-validation': {
    refused: 'InvalidArgument',
  },
  'rule-after-clear': {
    answer: ['List', false],
  },
  'formats-carry-conditionals': {
    answer: 2,
  },
  'newest-rule-comes-first': {
    answer: ['=$A1=2', '=$A1=1'],
  },
  'blank-rows-added': {
    answer: 2,
  },
  'resize-takes-rows-in': {
    answer: 'A1:B4',
  },
  'typed-text-stays-text': {
    answer: [['007', '6-8', '=1+1']],
  },
  'apostrophe-makes-text': {
    answer: [[['=1+1', '007']], [['=1+1', '007']]],
  },
  'formulas-that-decide': {
    answer: [2, 1, false, '3|-3|1.01', 'blank', 3],
  },
  'serial-of-a-moment': {
    answer: [[[44357.75]], [['2021-06-10 18:00']]],
  },
  'fit-to-width-with-breaks': {
    answer: {
      breaks: 1,
      wide: 1,
      tall: null,
      scale: null,
    },
  },
  'column-width-kept': {
    answer: true,
  },
  'table-name-follows-renaming': {
    answer: [['=SUM(ProbeOther[a])']],
  },
  'header-renames-column': {
    answer: [['=SUM(ProbeTable[甲])']],
  },
  'sheet-name-too-long': {
    refused: 'InvalidArgument',
  },
};
