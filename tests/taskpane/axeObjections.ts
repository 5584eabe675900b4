// What axe objects to on a page at this moment, in lines that say where. Knows no view.
import type { Page } from 'puppeteer-core';

interface Axe {
  run(options: { resultTypes: string[] }): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
    passes: unknown[];
  }>;
}

/** Long enough for what fades or moves in. */
const ARRIVES_MS = 500;

/** One line for each element that axe objects to, also when it looks again. Fails when axe found next to nothing to look at. */
export async function axeObjections(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
    await page.addStyleTag({
      content: '*, *::before, *::after { transition: none !important; animation: none !important }',
    });
  }
  if ((await objectionsNow(page)).length === 0) return [];
  await new Promise((resolve) => setTimeout(resolve, ARRIVES_MS));
  return objectionsNow(page);
}

async function objectionsNow(page: Page): Promise<string[]> {
  const { violations, passes } = await page.evaluate(async () => {
    // Colours that are still on their way are nobody's colours.
    for (const moving of document.getAnimations()) moving.cancel();
    const found = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
    return { violations: found.violations, passes: found.passes.length };
  });
  expect(passes).toBeGreaterThan(15);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 300)}`),
  );
}
