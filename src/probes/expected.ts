// What the host answers to each probe, and what the pane holds a real Excel against. A test keeps it true to the host.
import type { Answers } from './probe';

/** By the probe's id; an answer that is missing here counts as a difference. */
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
  'parts-of-a-table': {
    answer: {
      missing: true,
      columns: [2, 'a', 'a', 'b'],
      cells: [[['x'], ['y']], [['b']], [['a', 'b']], [[2, 'y']]],
      rows: [2, 3],
      home: true,
      here: ['ProbeTable'],
      looks: ['TableStyleLight1', false, false],
    },
  },
  'column-added-to-a-table': {
    answer: ['a', 'new', 'b'],
  },
  'filter-hides-rows': {
    answer: [[true, true], [[10], [20]], false],
  },
  'lines-inserted-and-deleted': {
    answer: [[''], [2], [3], ['']],
  },
  'null-leaves-a-cell': {
    answer: [[1, '', 4]],
  },
  'filled-cells-found': {
    answer: ['A1:B2', 'B2', true],
  },
  'places-from-places': {
    answer: ['C3', 'B3:D3', 'C2:C5', 'B5:D5', 'B3:D6', 'B2:C6', 'B1:F5', 'C2:C3', 'C1', true, 1, 1, 1, 1, 3],
  },
  'looks-read-back': {
    answer: [
      ['Arial', 10.5, true, true, '#112233', '#AABBCC', 'Continuous', '#445566'],
      ['Left', 'Top', true, 1],
      true,
      true,
    ],
  },
  'conditional-looks': {
    answer: ['#FF0000', '#00FF00', true, true, 0],
  },
  'texts-of-a-validation': {
    answer: ['WholeNumber', '数', '1–9', '不在 1–9', 'Stop'],
  },
  'page-settings': {
    answer: [['Landscape', 'A4', true], true, ['左', '&P / &N', '右']],
  },
  'sheets-and-their-views': {
    answer: [[false, null, 1, 'Hidden'], true, true, true],
  },
  'parts-of-a-chart': {
    answer: [[['Probe', '图']], ['B', 'C']],
  },
  'texts-that-become-numbers': {
    answer: {
      '2021年6月8日': 'Double',
      '2021-06-08 16:00': 'Double',
      '2021.6.8': 'String',
      '12%': 'Double',
      '1,234': 'Double',
      '１２': 'String',
      '1时30分': 'String',
      二〇二一年: 'String',
      '+1': 'Double',
      '(5)': 'String',
    },
  },
  'formula-too-long': {
    refused: 'InvalidArgument',
  },
  'names-of-the-workbook': {
    answer: [[[10]], true, true, [['#NAME?']]],
  },
  'protected-sheet': {
    answer: [true, false],
  },
  'writing-into-a-protected-sheet': {
    answer: 'AccessDenied',
  },
  'calculation-suspended': {
    answer: ['Automatic', [[4]]],
  },
  'selection-follows': {
    answer: 'C3',
  },
  'selected-areas': {
    answer: [[2, 3]],
  },
  'events-are-told': {
    answer: true,
  },
};
