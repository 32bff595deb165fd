import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('A41 titles with too few copies show their figures, and one is ordered in the form with its title, ISBN and copies', async () => {
  const page = await at('/orders');
  const row = page.getByRole('row', { name: /Emma/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['25', '3 (1 here)', '0', '2', 'Order']);
  await row.getByRole('button', { name: 'Order 2 copies of Emma' }).click();
  const form = page.getByRole('form', { name: 'Order' });
  expect(await form.getByLabel('Title').inputValue()).toBe('Emma');
  expect(await form.getByLabel('ISBN').inputValue()).toBe('9780141439587');
  expect(await form.getByLabel('Copies', { exact: true }).inputValue()).toBe('2');
  await form.getByLabel(/^Price of one, EUR/).fill('9.90');
  await form.getByLabel('Fund', { exact: true }).selectOption('BOOKS-ADULT');
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save the order' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-write-order').at(-1)?.body).toMatchObject({
      lines: [{ title: 'Emma', isbn: '9780141439587', recordId: 'rec_1', price: { printed: 2, printedPrice: 990 } }],
    }),
  );
  await closePage(page);
});

test('another ISBN than that of the selected title is no order of its record, at 320 pixels and in Spanish', async () => {
  const page = await at('/orders', { width: 320, language: 'es' });
  await page.getByRole('button', { name: 'Pedir 2 ejemplares de Emma' }).click();
  const form = page.getByRole('form', { name: 'Pedido', exact: true });
  await form.getByLabel('ISBN').fill('9780441478125');
  await form.getByLabel(/^Precio de uno, EUR/).fill('9,90');
  await form.getByLabel('Fondo', { exact: true }).selectOption('BOOKS-ADULT');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await form.getByRole('button', { name: 'Guardar el pedido' }).click();
  await eventually(() => expect(requestsTo('acquisitions-write-order')).toHaveLength(1));
  const body = requestsTo('acquisitions-write-order').at(-1)?.body;
  expect(body).toMatchObject({ lines: [{ isbn: '9780441478125' }] });
  expect(body).not.toHaveProperty(['lines', 0, 'recordId']);
  await closePage(page);
});

test('who may not order sees the titles without acts', async () => {
  const page = await at('/orders', { who: 'staff' });
  const region = page.getByRole('region', { name: 'Too few copies' }).last();
  await region.getByRole('row', { name: /Middlemarch/ }).waitFor();
  expect(await region.getByRole('button').count()).toBe(0);
  await closePage(page);
});
