// Take the judges' scores of a file onto their score sheets. Never overwrites what a judge typed unless told to.
import { beneathDecision } from './decidedGate';
import { askedSheets, withRequests } from '../imports/askedRows';
import type { Decision, Situation } from '../run/runJob';
import type { ImportScoresInput } from './importScoresJob';
import { type ImportScoresResults, decideScores } from './takeScores';

/** Decides which rows of the file are taken: whole rows only, each wrong cell a problem. */
export function decideImportScores(situation: Situation, input: ImportScoresInput): Decision<ImportScoresResults> {
  const asked = askedSheets(input, []);
  const { decision, source } = decideScores(situation, asked.sheets, input.overwrite);
  return beneathDecision(situation, input.decided, withRequests(decision, asked, source, 'Scores'));
}
