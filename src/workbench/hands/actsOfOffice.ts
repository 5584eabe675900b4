// The jobs that write into tables, each with what it is called with, and the table that is most at stake.
import { receiptsFile, rosterFile, scoresFile, storiesFile, type Act } from './sampleOffice';

export interface WritingAct extends Act {
  readonly table: string;
}

export const WRITING_ACTS: readonly WritingAct[] = [
  { job: 'import-roster', file: rosterFile(77), table: 'Units' },
  { job: 'import-scores', file: scoresFile(3, 6, 2), settings: { overwrite: '是' }, table: 'Score_J02' },
  { job: 'review', settings: { requirement: 'T1', to: '通过', reviewer: '办公室' }, table: 'Receipts' },
  { job: 'recompute', settings: { requirement: 'T3', due: '2021-07-05T18:00' }, table: 'Requirements' },
  { job: 'deactivate', settings: { unit: '渣江镇', reason: '撤并' }, table: 'Units' },
  { job: 'close-objection', settings: { to: '不成立', outcome: '核实为原创', by: '县禁毒办' }, table: 'Objections' },
  { job: 'as-of', settings: { at: '2021-06-10 18:00:01' }, table: 'Settings' },
  {
    job: 'receive',
    settings: { unit: '集兵镇', title: '故事素材', parts: '全部', at: '2021-06-09 08:00' },
    table: 'Receipts',
  },
  {
    job: 'extend',
    settings: { unit: '曲兰镇', requirement: 'T2', to: '2021-06-13T18:00', approvedBy: '县禁毒办', reason: '防汛' },
    table: 'Exceptions',
  },
  {
    job: 'extend',
    settings: { unit: '集兵镇', requirement: 'T1', to: '2021-06-14T18:00', approvedBy: '县禁毒办', reason: '防汛' },
    table: 'Exceptions',
  },
  {
    job: 'object',
    settings: { entry: '2', by: '某单位', how: '书面', text: '与往年相似', at: '2021-06-09T11:00' },
    table: 'Objections',
  },
  { job: 'remind', settings: { days: '2', by: '办公室' }, table: 'Reminders' },
  { job: 'import-receipts', file: receiptsFile(7), table: 'Receipts' },
  { job: 'import-stories', file: storiesFile(7, 2), table: 'Entries' },
  { job: 'overdue', table: 'Tracker' },
  { job: 'rank', settings: { again: '是' }, table: 'Standings' },
  { job: 'make-judge-tabs', settings: { judges: '3' }, table: 'Score_J01' },
  { job: 'undo', table: 'Receipts' },
  { job: 'upgrade', table: 'Tracker' },
];
