import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at } = browserPages({});

test('the page on trust states the measured checks of the site and the last rehearsal of a restore, on a phone too', async () => {
  const page = await at('/trust', { width: 390 });
  const section = page.getByRole('region', { name: 'Reliability of this system' });
  await section.getByText('1,437 of 1,439 hourly checks since Fri, Jan 2 answered').waitFor();
  // 99.86 % is rounded down.
  expect(await section.getByText('99.8%').count()).toBe(1);
  await section.getByText('One check was not made: of that hour nothing is known.').waitFor();
  await section.getByText('52 minutes').waitFor();
  await section.getByText(/1,204,881 rows were compared/).waitFor();
  const day = section.getByRole('row', { name: /Wed, Feb 11/ });
  expect(await day.getByRole('cell').allTextContents()).toEqual(['21', '2', '1']);
  expect(await section.getByText('Example of the demo').count()).toBe(0);
  const report = page.getByRole('region', { name: 'Accessibility: the conformance report' });
  await report
    .getByText(/^Of the success criteria of WCAG 2.2, levels A and AA, \d+ are supported, 2 are supported in part/)
    .waitFor();
  expect(await report.getByRole('listitem').count()).toBe(2);
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('the page on trust links to support, security and licences, which open as text', async () => {
  const page = await at('/trust');
  const section = page.getByRole('region', { name: 'Support, security and licences' });
  for (const [link, words] of [
    ['Where to ask for help', 'the desk of your library'],
    [/^How to report a vulnerability/, 'Report it privately'],
    [/^Software of others/, 'Tabler Icons'],
  ] as const) {
    await section.getByRole('link', { name: link }).click();
    await page.getByText(words).first().waitFor();
    await page.goBack();
  }
  await closePage(page);
});

test('where nothing is recorded the page says so, and examples of a demo are marked', async () => {
  const page = await at('/');
  let answer: object = {};
  await page.route('**/v1/discovery/reliability', (route) => route.fulfill({ json: answer }));
  const to = async (): Promise<void> => {
    await page.goto(new URL('/trust', page.url()).href);
  };
  await to();
  await page.getByText('No check of the site is recorded.').waitFor();
  await page.getByText('No rehearsal of a restore is recorded.').waitFor();
  const instant = '2026-02-20T08:00:00.000Z';
  answer = {
    uptime: { since: instant, passed: 24, failed: 0, missing: 0, days: [], synthetic: true },
    rehearsal: { at: instant, moment: instant, seconds: 60, compared: 10, changed: 0, synthetic: true },
  };
  await to();
  await page.getByText('100%').waitFor();
  expect(await page.getByText('Example of the demo, not measured').count()).toBe(2);
  expect(await page.getByRole('row', { name: /Answered/ }).count()).toBe(0);
  await closePage(page);
});
