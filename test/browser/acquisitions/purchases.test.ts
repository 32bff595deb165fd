import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { aPng } from '../../builders/pictures.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('A106 a title of a receipt is typed once: title, price, fund and barcode, with a photo that becomes a JPEG', async () => {
  const page = await at('/orders');
  await page.getByRole('button', { name: 'Bought without an order' }).click();
  const form = page.getByRole('form', { name: 'Bought without an order' });
  await form.getByLabel('Title').fill('Rivers in winter');
  await form.getByLabel('ISBN').fill('978-0-306-40615-7');
  await form.getByLabel('Price paid, EUR').fill('18.50');
  await form.getByLabel('Fund').selectOption('BOOKS-ADULT');
  await form.getByLabel('Barcode').fill('31234000123456');
  const buffer = Buffer.from(aPng(2400, 1800));
  await form.getByLabel('Photo of the receipt').setInputFiles({ name: 'r.png', mimeType: 'image/png', buffer });
  expect(await violations(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save the purchase' }).click();
  await page.getByText('Rivers in winter is saved: its item can be lent.').waitFor();
  const body = requestsTo('acquisitions-buy-item').at(-1)?.body as Record<string, unknown>;
  expect(body).toMatchObject({
    ...{ title: 'Rivers in winter', isbn: '9780306406157', price: 1_850, fund: 'BOOKS-ADULT' },
    ...{ barcode: '31234000123456', branchId: 'riverton.main' },
  });
  const photo = Buffer.from(String(body.photo), 'base64');
  expect([photo.subarray(0, 3).toString('hex'), photo.length < 200_000]).toEqual(['ffd8ff', true]);
  // The next title of the same receipt has the same fund and day.
  expect(await form.getByLabel('Title').inputValue()).toBe('');
  expect(await form.getByLabel('Fund').inputValue()).toBe('BOOKS-ADULT');
  await closePage(page);
});

test('what is missing is marked, and a price above the limit says that it needs an order', async () => {
  const page = await at('/orders', { width: 320 });
  await page.getByRole('button', { name: 'Bought without an order' }).click();
  const form = page.getByRole('form', { name: 'Bought without an order' });
  await form.getByRole('button', { name: 'Save the purchase' }).click();
  expect(await form.getByText('Fill in this field.').count()).toBe(3);
  expect(requestsTo('acquisitions-buy-item')).toHaveLength(0);
  await form.getByLabel('Title').fill('Emma');
  await form.getByLabel('Price paid, EUR').fill('80');
  await form.getByLabel('Fund').selectOption('BOOKS-ADULT');
  await form.getByLabel('Barcode').fill('R-1');
  await form.getByRole('button', { name: 'Save the purchase' }).click();
  await page.getByText(/It costs more than €50.00, above which another person approves/).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('the list shows each purchase with its receipt, and one is undone with a reason, in Spanish', async () => {
  const page = await at('/orders', { language: 'es' });
  const list = page.getByRole('region', { name: 'Comprado sin pedido' }).getByRole('table');
  await list.getByRole('row', { name: /Atlas of wings.*Deshecha: Returned to the shop/ }).waitFor();
  const row = list.getByRole('row', { name: /The harbour at night/ });
  expect(await row.getByRole('link', { name: 'Recibo' }).getAttribute('href')).toBe('https://bucket.test/receipt');
  await row.getByRole('button', { name: 'Deshacer la compra de The harbour at night' }).click();
  await page.getByLabel('Por qué').fill('Devuelto a la tienda');
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-undo-purchase').at(-1)?.body).toEqual({ reason: 'Devuelto a la tienda' }),
  );
  await list.getByRole('row', { name: /The harbour at night.*Deshecha: Devuelto a la tienda/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});
