import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at } = browserPages({});

test.each([
  ['home', '/', undefined],
  ['search', '/search?q=emma', undefined],
  ['record', '/record/rec_1', undefined],
  ['libraries', '/libraries', undefined],
  ['branch', '/libraries/riverton/main', undefined],
  ['account', '/account', 'patron'],
] as const)(
  'the page %s written from right to left fits 1280 and 320 px and meets WCAG 2.2 AA',
  async (_, path, who) => {
    const page = await at(path, who ? { who } : {});
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await page.waitForLoadState('networkidle');
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 800 });
    expect({ overflow: await overflow(page), violations: await violations(page) }).toEqual({
      overflow: 0,
      violations: [],
    });
    // The head of the page is mirrored: its mark stands at the right.
    const mark = await page.getByRole('banner').getByRole('link').first().boundingBox();
    expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeGreaterThan(160);
    // The titles of drawn covers are inside their covers, as from left to right.
    const outside = await page.evaluate(
      () =>
        [...document.querySelectorAll('svg.cover')].filter((cover) => {
          const [box, text] = [cover, cover.querySelector('text')].map((one) => one?.getBoundingClientRect());
          return box && text && (text.left < box.left || text.left > box.left + box.width / 2);
        }).length,
    );
    expect(outside).toBe(0);
    await closePage(page);
  },
);
