// The tracker's formulas in a second, independent program: LibreOffice against the rules in core, on random histories.
import { compareTracker } from '../../src/app/collect/compareTracker';
import { isoFromWallTime, serialFromWallTime } from '../../src/core/ground/wallTime';
import { recalculate, withoutResults } from '../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../src/workbench/xlsx/writeBook';
import { CAMPAIGN_TABLES } from '../../src/workbook/tables/registry';
import { campaignHost } from '../support/campaignHost';
import { situationOf } from '../support/situationOf';
import { DUE, randomCampaign } from '../workbench/formulas/randomCampaign';
import { describeWithLibreOffice } from '../workbench/xlsx/givenLibreOffice';

describeWithLibreOffice('the tracker in LibreOffice', () => {
  it.each([
    ['D-1…D-9, D-11: agrees with the rules in every cell of 250 random histories', 7, true],
    ['D-9, D-10: agrees where the clock decides and versions of what has arrived are still to come', 8, false],
  ] as const)(
    '%s',
    async (_says, seed, fixed) => {
      const asOf = DUE + 5400;
      const { plan, cases } = randomCampaign(seed, 50, asOf, { fixed, versionsToCome: !fixed });
      // Without a calculator nothing is computed before LibreOffice does it.
      const made = campaignHost({ now: isoFromWallTime(asOf), calculator: null });
      expect(await made.port.write(plan, await made.port.read({ tables: [], sheets: [] }))).toEqual([]);
      const book = await recalculate(withoutResults(await writeBook(made.host.book)), serialFromWallTime(asOf));
      const read = campaignHost({ book, now: isoFromWallTime(asOf), calculator: null });
      const comparison = compareTracker(
        situationOf(await read.port.read({ tables: CAMPAIGN_TABLES, sheets: [] }), isoFromWallTime(asOf)),
      );
      expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
      expect(comparison.differing).toBe(0);
      expect(cases).toBe(250);
      expect(comparison.rows).toBeGreaterThan(200);
    },
    240_000,
  );
});
