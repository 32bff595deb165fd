import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { addressOf, at, requestsTo } = browserPages({ who: 'staff' });

test('the day of a branch lists what opens and closes it, with states and the pages where it is done', async () => {
  const page = await at('/today');
  await page.getByRole('main').getByRole('link', { name: 'Opening and closing' }).click();
  const opening = page.getByRole('region', { name: 'Opening the day' });
  await opening.getByText('not opened yet').waitFor();
  const fetch = opening.getByRole('listitem').filter({ hasText: 'Fetch what holds wait for' });
  await fetch.getByText('to do').waitFor();
  const closing = page.getByRole('region', { name: 'Closing the day' });
  expect(await closing.getByRole('link').allTextContents()).toEqual([
    ...['Clear the hold shelf', 'Make the letters', 'Print and send the letters'],
    ...['Print the slips that wait', 'Count and close the till'],
  ]);
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await opening.getByRole('link', { name: 'Open the till with the float' }).click();
  await page.getByRole('heading', { level: 1, name: 'Till' }).waitFor();
  await closePage(page);
});

test('the day is the one of the branch, in whose time zone it is still yesterday', async () => {
  const page = await at('/day');
  await page.clock.setFixedTime('2026-06-01T03:00:00Z');
  const asked = page.waitForRequest((request) => request.url().includes('/v1/circulation/tills/2026-05?'));
  await page.reload();
  await asked;
  await page.getByRole('link', { name: 'Open the till with the float' }).click();
  expect(await page.getByLabel('Day of the till').inputValue()).toBe('2026-05-31');
  await page.context().close();
});

test('days and times are those of the branch in a browser of another time zone, shown and entered', async () => {
  const [here, there] = [
    await at('/patrons/pat_0113'),
    await at('/patrons/pat_0113', { timeZone: 'Pacific/Auckland' }),
  ];
  const loans = (page: typeof here) => page.getByRole('tabpanel').innerText();
  await expect(loans(there)).resolves.toBe(await loans(here));
  await closePage(here);
  await there.clock.setFixedTime('2026-06-01T03:00:00Z');
  await there.goto(addressOf('/desk'));
  await there.getByLabel('Book drop: date the returns back').check();
  expect(await there.getByLabel('Returned at').inputValue()).toBe('2026-05-30T23:59');
  await there.getByLabel('Book drop: date the returns back').uncheck();
  await there.context().close();
});

test('what devices could not get recorded is listed with its reason and what to do, by the patron and no card, and is marked as handled', async () => {
  const page = await at('/today');
  await page.getByRole('region', { name: 'Device transactions' }).getByRole('link', { name: '31234000009876' }).click();
  const row = page.getByRole('row', { name: /Checkout Refused Self-check by the entrance/ });
  await row.getByText('No patron has the card.').first().waitFor();
  await row.getByText('Look for the item on the shelf.').waitFor();
  expect(await row.getByRole('link', { name: '31234000123456' }).getAttribute('href')).toMatch(
    /barcode=31234000123456/,
  );
  await row.getByRole('button', { name: 'Mark as handled' }).click();
  await eventually(() => expect(requestsTo('circulation-settle-device-transaction')).toHaveLength(1));
  const asked = page.waitForRequest((request) => request.url().includes('list=handled'));
  await page.getByRole('button', { name: 'Handled', exact: true }).click();
  await asked;
  await closePage(page);
});
