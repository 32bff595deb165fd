import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('who may not order sees which orders are late, without acts', async () => {
  const page = await at('/orders', { who: 'staff' });
  const late = page.getByRole('region', { name: 'Late' }).last();
  await late.getByRole('row', { name: /The dispossessed/ }).waitFor();
  expect(await late.getByRole('button').count()).toBe(0);
  await closePage(page);
});

test('a late line is delayed to the day that the vendor named, at 320 pixels and in Spanish', async () => {
  const page = await at('/orders', { width: 320, language: 'es' });
  const row = page.getByRole('row', { name: /City of illusions/ });
  await row.getByLabel('Día en que llega City of illusions').fill('2027-02-01');
  await row.getByRole('button', { name: 'Llega más tarde' }).click();
  await row.waitFor({ state: 'detached' });
  const body = { step: { act: 'delay', line: 2, until: '2027-02-01' }, v: 5 };
  expect(requestsTo('acquisitions-step-order').at(-1)?.body).toEqual(body);
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('late lines are claimed in one message to their vendor; one claimed often enough is proposed to be cancelled', async () => {
  const page = await at('/orders');
  await page
    .getByRole('row', { name: /Rocannon’s world/ })
    .getByText('Claimed 3 times: cancel it?')
    .waitFor();
  await page
    .getByRole('row', { name: /The dispossessed/ })
    .getByText('Late, claimed once')
    .waitFor();
  const chosen = page.getByLabel(/^Claim The dispossessed of order/);
  await chosen.uncheck();
  await page.getByRole('button', { name: 'Claim 1 line' }).waitFor();
  await chosen.check();
  await page.getByRole('button', { name: 'Claim 2 lines' }).click();
  await page.getByText('1 line is claimed. 1 was left out: it arrived, or was claimed already.').waitFor();
  const lines = [1, 2].map((line) => ({ orderId: 'ord_1', line }));
  await eventually(() => expect(requestsTo('acquisitions-claim-orders').at(-1)?.body).toEqual({ lines }));
  const message = await page.getByLabel('Midwest Library Books').inputValue();
  expect(message).toMatch(
    /^These orders did not arrive:\nAccount at the vendor: RIV-2041\.\n\nOrder 2026-27\/00042: The left hand/,
  );
  expect(message).toContain('1 copy, claim 1');
  await page.getByRole('link', { name: 'Send by e-mail to orders@midwest.example' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
