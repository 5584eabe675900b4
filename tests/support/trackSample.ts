// The sample mailbox, imported, accepted and tracked. Run as a program it prints the result, so that it can run under any time zone.
import { numberReceipts } from '../../src/core/receipts/numberReceipts';
import { proposeReceipts } from '../../src/core/receipts/proposeReceipts';
import { createUnitMatcher } from '../../src/core/roster/unitMatcher';
import { formatMoment } from '../../src/core/time/formatMoment';
import { trackUnits } from '../../src/core/tracker/trackUnits';
import type { TrackerRow } from '../../src/core/tracker/trackerRow';
import { at, CAMPAIGN_EXCEPTIONS, CAMPAIGN_UNITS, PART_WORDS, T1, T2, T3 } from './reportFixtures';
import { samplePaste } from './samplePaste';

/** The tracker of T1, T2 and T3 at a moment, everything in the mailbox accepted. */
export function trackSample(asOf: string): TrackerRow[] {
  const requirements = [T1, T2, T3];
  const { receipts } = proposeReceipts(samplePaste('receipts-mailbox.tsv'), {
    units: createUnitMatcher(CAMPAIGN_UNITS),
    requirements,
    exceptions: CAMPAIGN_EXCEPTIONS,
    existing: [],
    campaignYear: 2021,
    partWords: PART_WORDS,
    review: 'accepted',
  });
  return trackUnits(
    { units: CAMPAIGN_UNITS, requirements, exceptions: CAMPAIGN_EXCEPTIONS, receipts: numberReceipts(receipts, []) },
    at(asOf),
  );
}

/** The same as text, with every moment written out. */
export function describeSample(asOf: string): string {
  return trackSample(asOf)
    .map(({ unitId, requirementId, status, minutesLate, completedAt }) =>
      [
        unitId,
        requirementId,
        status,
        minutesLate,
        completedAt === null ? '' : formatMoment(completedAt, 'zh', 'full'),
      ].join(' '),
    )
    .join('\n');
}

if (require.main === module)
  process.stdout.write(`${new Date(2021, 5, 7, 18).toISOString()}\n${describeSample('2021-07-06 09:00')}`);
