import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('A40 a whole ISBN shows which libraries have and ordered the title, and its holds; a duplicate is placed with a reason', async () => {
  const page = await at('/orders');
  await page.getByRole('button', { name: 'New order' }).click();
  const form = page.getByRole('form', { name: 'Order' });
  await form.getByLabel('ISBN').fill('0-306-406');
  await form.getByLabel('ISBN').fill('0-306-40615-2');
  const found = form.getByRole('status').filter({ hasText: 'Libraries have or ordered this title' });
  await found.waitFor();
  expect(await found.getByRole('listitem').allTextContents()).toEqual([
    ...[expect.stringContaining('3 copies, 2 on order'), expect.stringContaining('1 copy')],
  ]);
  await found.getByText('14 holds wait. The order is placed only with a reason.').waitFor();
  // A part of an ISBN names no title.
  expect(requestsTo('acquisitions-show-duplicates')).toHaveLength(1);
  await form.getByLabel('Title').fill('Signals');
  await form.getByLabel(/^Price of one, EUR/).fill('9.90');
  await form.getByLabel('Fund', { exact: true }).selectOption('BOOKS-ADULT');
  await form.getByLabel('Note for the order').fill('A duplicate');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save the order' }).click();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByText('Libraries have or ordered Signals already: state a reason.').waitFor();
  await page.getByLabel('Why').fill('For the reading circle');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Place with this reason' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-step-order').at(-1)?.body).toMatchObject({
      step: { act: 'place', reason: 'For the reading circle' },
    }),
  );
  await page.getByText('placed – For the reading circle').waitFor();
  await closePage(page);
});

test('copies that the holds of a title require are no duplicates, at 320 pixels and in Spanish; an unknown title is in no library', async () => {
  const page = await at('/orders', { width: 320, language: 'es' });
  await page.getByRole('button', { name: 'Pedir 2 ejemplares de Emma' }).click();
  const form = page.getByRole('form', { name: 'Pedido', exact: true });
  await form.getByText('Sus reservas requieren 2 ejemplares más.').waitFor();
  await form.getByLabel('Ejemplares', { exact: true }).fill('3');
  await form.getByText('Hay bibliotecas que tienen o pidieron este título').waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await form.getByLabel('ISBN').fill('9780441478125');
  await form.getByText('Ninguna biblioteca tiene ni pidió este título.').waitFor();
  await closePage(page);
});
