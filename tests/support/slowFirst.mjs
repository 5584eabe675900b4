import TestSequencer from '@jest/test-sequencer';

/** Files that take longest where nothing is known from an earlier run, longest first: none of them runs alone at the end. */
const SLOW = [
  'tests/contracts/excelLimits.test.ts',
  'tests/app/care/upgradeOnHost.test.ts',
  'tests/e2e/journey.test.ts',
  'tests/workbench/xlsx/openXmlSdk.test.ts',
  'tests/workbench/cli/upgrade.test.ts',
  'tests/e2e/contest.test.ts',
  'tests/app/care/upgradeProperties.test.ts',
  'tests/app/publish/afterDecisionOnHost.test.ts',
  'tests/hands/faults.test.ts',
  'tests/app/care/overviewOnHost.test.ts',
  'tests/app/contest/contestOnHost.test.ts',
  'tests/app/collect/timeZone.test.ts',
  'tests/libreoffice/formulasAgainstCore.test.ts',
  'tests/hands/oneJobOneHand.test.ts',
  'tests/manifest/build.test.ts',
  'tests/workbench/cli/exportJudge.test.ts',
  'tests/excel/lifeOfAWorkbook.test.ts',
  'tests/e2e/workbench.test.ts',
  'tests/app/collect/followUpOnHost.test.ts',
];

/** Jest's own order (durations of earlier runs, else size), but the slow ones of a clean clone first. */
export default class SlowFirst extends (TestSequencer.default ?? TestSequencer) {
  async sort(tests) {
    const usual = await super.sort(tests);
    if (usual.some(({ duration }) => duration !== undefined)) return usual;
    const place = ({ path }) => SLOW.findIndex((slow) => path.replaceAll('\\', '/').endsWith(slow));
    const slow = usual.filter((test) => place(test) >= 0).sort((a, b) => place(a) - place(b));
    return [...slow, ...usual.filter((test) => place(test) < 0)];
  }
}
