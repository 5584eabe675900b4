// What axe objects to on a page at this moment, in lines that say where. Knows no view.
import type { Page } from 'puppeteer-core';

interface Axe {
  run(options: { resultTypes: string[] }): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    passes: unknown[];
  }>;
}

/** One line for each element that axe objects to. Fails when axe found next to nothing to look at. */
export async function axeObjections(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const { violations, passes } = await page.evaluate(async () => {
    const found = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
    return { violations: found.violations, passes: found.passes.length };
  });
  expect(passes).toBeGreaterThan(15);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 300)}`),
  );
}
