// Who leads an activity, and that the briefing's next steps name them.
import { expect, it } from '@jest/globals';
import { briefingFigures } from '../../../src/core/briefing/briefingFigures';
import { leadsOf, type Activity } from '../../../src/core/campaign/activity';
import type { Requirement } from '../../../src/core/requirements/requirement';
import type { TrackerRow } from '../../../src/core/tracker/trackerRow';
import { nextWords } from '../../../src/workbook/sheets/briefingWords';

const activity = (name: string, ...leads: string[]): Activity => ({
  name,
  leads,
  from: null,
  to: null,
  participants: [],
  phase: '',
});
const ACTIVITIES = [activity('主题党日', '县委组织部', '办公室'), activity('大讲坛')];

it('leads are found by the activity’s name, blanks aside; nobody where nobody is named', () => {
  expect(leadsOf(ACTIVITIES, ' 主题 党日')).toEqual(['县委组织部', '办公室']);
  expect([leadsOf(ACTIVITIES, '大讲坛'), leadsOf(ACTIVITIES, '')]).toEqual([[], []]);
});

it('what comes next names who leads it', () => {
  const requirement = { requirementId: 'T4', title: '党日', activity: '主题党日', due: 100 } as unknown as Requirement;
  const row = {
    unitId: 'U1',
    requirementId: 'T4',
    due: 100,
    status: 'pending',
    minutesLate: 0,
  } as unknown as TrackerRow;
  const figures = briefingFigures({
    units: [],
    requirements: [requirement],
    trackerRows: [row],
    phases: [],
    activities: ACTIVITIES,
    asOf: 0,
  });
  expect(figures.next[0]?.leads).toEqual(['县委组织部', '办公室']);
  expect(nextWords(figures, '颁奖会', 'zh')[0]).toContain('还有1家未报齐（牵头：县委组织部、办公室）');
  expect(nextWords(figures, '颁奖会', 'en')[0]).toContain('(led by 县委组织部, 办公室)');
});
