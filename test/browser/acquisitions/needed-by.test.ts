import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('A44 a line that is delivered after the day by which it is needed is marked before it is ordered, at 320 pixels too', async () => {
  const page = await at('/orders', { width: 320 });
  await page.getByRole('button', { name: 'New order' }).click();
  const form = page.getByRole('form', { name: 'Order' });
  await form.getByLabel('Title').fill('Signals');
  await form.getByLabel(/^Price of one, EUR/).fill('9.90');
  await form.getByLabel('Fund', { exact: true }).selectOption('BOOKS-ADULT');
  await form.getByText(/^Days, e-copies/).click();
  await form.getByLabel('Needed by').fill('2027-03-01');
  await form.getByLabel('Delivery quoted for').fill('2027-02-20');
  await form.getByText('needed by Mon, Mar 1, 2027').waitFor();
  await form.getByLabel('Delivery quoted for').fill('2027-03-20');
  const warning = 'comes on Sat, Mar 20, 2027, needed by Mon, Mar 1, 2027';
  await form.getByRole('status').filter({ hasText: warning }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Save the order' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-write-order').at(-1)?.body).toMatchObject({
      lines: [{ neededBy: '2027-03-01', quotedFor: '2027-03-20' }],
    }),
  );
  await page.getByRole('button', { name: 'Place the order' }).waitFor();
  await page.getByRole('status').filter({ hasText: warning }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});
