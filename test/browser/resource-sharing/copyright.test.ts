import type { Page } from 'playwright-core';
import { copyDecisionReasons } from '../../../functions/resource-sharing/domain/copyright/decision.ts';
import { closePage, type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo, addressOf } = browserPages({ who: 'staff' });

const steps = () => requestsTo('resource-sharing-take-step').map(({ body }) => body);
const done = (page: Page) => page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });

test('counts are listed by periodical with the part used; each copy with its result and the reason it was allowed', async () => {
  const page = await at('/copyright');
  await page.getByText(/5 articles of one periodical/).waitFor();
  const nature = page.getByRole('listitem').filter({ hasText: 'ISSN 0028-0836, 1476-4687' });
  await nature.getByText('Counted: 5 / 5').waitFor();
  await nature.getByText('used up').waitFor();
  await nature.getByText('Let through beyond: 1').waitFor();
  await nature.locator('summary').focus();
  await page.keyboard.press('Enter');
  const copies = page.getByRole('region', { name: 'Copies of Nature' });
  await copies.getByRole('row', { name: /On rivers, part 1 .*received/ }).waitFor();
  await copies.getByRole('row', { name: /the last part .*US-CCL the royalty is paid: €35\.50 · CCC-77120/ }).waitFor();
  await page.getByLabel('Year').selectOption({ index: 1 });
  await page.waitForURL(/year=\d{4}/);
  await page.getByText(/^No copy of a recent article was asked for in/).waitFor();
  await closePage(page);
});

test('a waiting request links to its decision; a royalty is shown with its amount and number', async () => {
  const page = await at('/copyright');
  await page.getByRole('link', { name: 'Decide: On rivers and their lakes' }).click();
  await page.getByRole('button', { name: 'Go on all the same' }).click();
  await page.getByLabel('Why the copy may be made').selectOption('The royalty is paid');
  await page.getByLabel(/^Royalty paid/).fill('35.50');
  await page.getByLabel('Number of the permission or payment').fill('CCC-77120');
  await page.getByRole('button', { name: 'Go on all the same' }).click();
  await done(page);
  const decision = { kind: 'royalty', amount: { amount: 3550, currency: 'EUR' }, reference: 'CCC-77120' };
  expect(steps()).toEqual([{ branchId: 'riverton.main', step: 'let-through', decision }]);
  await closePage(page);
});

test('all reasons of the API can be chosen, and no others', async () => {
  const page = await at('/loans/req_more');
  await page.getByRole('button', { name: 'Go on all the same' }).click();
  const why = page.getByLabel('Why the copy may be made');
  const offered = await why.locator('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  expect(offered.filter(Boolean).sort()).toEqual([...copyDecisionReasons, 'permission', 'royalty'].sort());
  await why.selectOption('We subscribe to the periodical, or have ordered it');
  await page.getByRole('button', { name: 'Go on all the same' }).click();
  await done(page);
  expect(steps()).toMatchObject([{ step: 'let-through', decision: { kind: 'decision', why: 'own-subscription' } }]);
  await closePage(page);
});

test('a decision is not a single click in the list: its row links to the request, and it has no bulk action', async () => {
  const page = await at('/loans?group=reviews');
  await page.getByRole('link', { name: 'Go on all the same: On rivers and their lakes' }).waitFor();
  await page.getByLabel('Choose On rivers and their lakes').check();
  const bar = page.getByRole('region', { name: 'What is chosen' });
  await bar.getByText('1 chosen').waitFor();
  expect(await bar.getByRole('button', { name: 'Go on all the same' }).count()).toBe(0);
  await closePage(page);
});

test.each<[look: string, how: Opening]>([
  ['in dark', { dark: true }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
])('opened counts and the form of a decision %s meet WCAG 2.2 AA and fit the window', async (_, how) => {
  const page = await at('/copyright', how);
  for (const one of await page.locator('.periodical summary').all()) await one.click();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await page.goto(addressOf('/loans/req_more'));
  await page.locator('#steps ~ div button').first().click();
  await page.locator('.step-form select').selectOption('royalty');
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});
