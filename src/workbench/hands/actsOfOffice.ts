// The jobs that write into tables, each with what it is called with, and the table that is most at stake.
import { readCampaign } from '../../workbook/campaign';
import type { ImportedFile } from '../../app/run/job';
import { handedOutSheet } from '../../workbook/tables/scoreSheet/handedOutSheet';
import { CAMPAIGN_TABLES } from '../../workbook/tables/registry';
import { receiptsFile, rosterFile, scoresFile, storiesFile, type Act, type Stage } from './sampleOffice';
import type { Session } from './sessions';

/** A job that writes rows of `table`. */
export interface WritingAct extends Act {
  readonly table: string;
  /** Where the campaign stands; default: decided. */
  readonly stage?: Stage;
  /** Run again it knows its rows by results of formulas, which have to be calculated between. */
  readonly calculated?: true;
}

/** A judge's sheet as it comes back: handed out, and every score of it one lower. */
async function judgeFile({ port }: Session): Promise<ImportedFile> {
  const snapshot = await port.read({ tables: CAMPAIGN_TABLES });
  const reading = readCampaign(snapshot);
  const table = snapshot.tables['Score_J01'];
  if (reading.kind === 'broken' || !table) throw new Error('no score sheet to hand out');
  const { judges, criteria, settings } = reading.campaign;
  const [judge] = judges;
  if (!judge) throw new Error('no judge');
  const { name, blocks } = handedOutSheet(table, judge, criteria, settings.language);
  const rows: (string | number | null)[][] = [];
  for (const { row, column, cells } of blocks)
    cells.forEach((line, r) =>
      line.forEach((cell, c) => {
        const at = (rows[row + r] ??= []);
        if (typeof cell === 'string') at[column + c] = cell;
        else if (typeof cell === 'number') at[column + c] = cell > 4 ? cell - 1 : cell;
      }),
    );
  return { name, sheets: [{ name, rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)) }] };
}

/** Run one by one on the sample office; settings as on the command line. */
export const WRITING_ACTS: readonly WritingAct[] = [
  { job: 'import-roster', file: rosterFile(77), table: 'Units' },
  { job: 'import-scores', file: scoresFile(3, 6, 2), settings: { overwrite: '是', decided: '是' }, table: 'Score_J02' },
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
  { job: 'import-stories', file: storiesFile(7, 2), settings: { decided: '是' }, table: 'Entries', calculated: true },
  { job: 'overdue', table: 'Tracker' },
  { job: 'rank', table: 'Standings' },
  { job: 'make-judge-tabs', settings: { judges: '3', decided: '是' }, table: 'Score_J01' },
  { job: 'undo', settings: { anyway: '是' }, table: 'Score_J01' },
  { job: 'import-judge', file: judgeFile, settings: { overwrite: '是', decided: '是' }, table: 'Score_J01' },
  { job: 'fix-rules', settings: { by: '评委会', reason: '会议决定', decided: '是' }, table: 'Decisions' },
  { job: 'decide', settings: { by: '评委会', tie: 'more', reason: '会议决定', anyway: '是' }, table: 'Decisions' },
  { job: 'withdraw', settings: { entry: '1', by: '县禁毒办', reason: '抄袭' }, table: 'Decisions' },
  { job: 'awards', table: 'Standings' },
  { job: 'notice', table: 'Decisions' },
  { job: 'certificates', table: 'Decisions', stage: 'settled' },
  { job: 'prize-receipt', table: 'Decisions', stage: 'settled' },
  { job: 'agenda', table: 'Programme' },
  { job: 'summary', table: 'Receipts' },
  { job: 'briefing', table: 'Entries' },
  { job: 'matrix', table: 'Tracker' },
  { job: 'accountability', table: 'Reminders' },
  { job: 'publish-check', table: 'Units' },
  { job: 'overview', table: 'Settings' },
  { job: 'progress', table: 'Score_J01' },
  { job: 'explain', table: 'Standings' },
  { job: 'robustness', table: 'Score_J01' },
  { job: 'upgrade', table: 'Tracker' },
];

/** Writing jobs that are not met here, and why. */
export const NOT_MET: Readonly<Record<string, string>> = {
  new: 'there is nobody else in a workbook that has no campaign yet; two at once and a cut are tested with the faults',
  mend: 'writes single cells by updateRows as review does; the sample has no cell to be mended',
  seal: 'writes settings as as-of does; a sealed workbook refuses every other job',
  unseal: 'the same',
  'next-year': 'empties a workbook that is over: nobody else works in it',
  remarks: 'makes a sheet anew as explain does; the sample has no remarks',
  revote: 'needs a tie at the award line; it appends to Decisions as decide and withdraw do',
};
