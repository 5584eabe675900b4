// The issues of the briefing on record, as defined names of the workbook: out of sight, and they go with the file. Knows no figures but its own.
import { issueText, readIssue, type Issue } from '../../core/briefing/issues';
import { quoted } from '../contract/formulaWords';
import type { PlanStep } from '../contract/plan';
import type { WorkbookSnapshot } from '../contract/snapshot';

const NAME = /^BriefingIssue_(\d+)$/;

/** In no order; names that hold something else are passed over. */
export function issuesOnRecord({ names }: Pick<WorkbookSnapshot, 'names'>): Issue[] {
  return Object.entries(names).flatMap(([name, formula]): Issue[] => {
    const number = NAME.exec(name)?.[1];
    const issue = number === undefined ? null : readIssue(Number(number), formula.replace(/^="?|"$/g, ''));
    return issue ? [issue] : [];
  });
}

/** Keeps the figures of an issue in a hidden name, for “since the last issue” of the next one. */
export function recordIssue(issue: Issue): PlanStep {
  return { kind: 'names', names: { [`BriefingIssue_${issue.number}`]: `=${quoted(issueText(issue))}` } };
}
