import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('a buyer writes an order with a split line, is told what a fund allows, places it after an edit, and withdraws it to a draft', async () => {
  const page = await at('/orders');
  await page.getByRole('button', { name: 'New order' }).click();
  const form = page.getByRole('form', { name: 'Order' });
  const line = form.getByRole('group', { name: 'Line 1' });
  await form.getByRole('button', { name: 'Save the order' }).click();
  await line.getByText('Write a title.').waitFor();
  await line.getByLabel('Title').fill('The word for world is forest');
  await line.getByLabel('ISBN').fill('978-0-7653-2464-1');
  await line.getByLabel('Copies', { exact: true }).fill('4');
  await line.getByLabel('Price of one, EUR').fill('15.20');
  await line.getByLabel('Fund', { exact: true }).selectOption('BOOKS-ADULT');
  await line.getByRole('button', { name: 'Split over another fund' }).click();
  await line.getByLabel('Fund 2').selectOption('BOOKS-CHILD');
  await line.getByLabel('Per cent').first().fill('33.33');
  await line.getByLabel('Per cent').last().fill('66.67');
  await form.getByLabel('Note for the order').fill('Too dear');
  await form.getByRole('button', { name: 'Save the order' }).click();
  await page.getByRole('heading', { level: 1, name: /^Order \d+\/00004/ }).waitFor();
  const price = {
    printed: 4,
    printedPrice: 1_520,
    electronic: 0,
    electronicPrice: 0,
    discount: 2_500,
    tax: 0,
    added: 0,
  };
  expect(requestsTo('acquisitions-write-order').at(-1)?.body).toMatchObject({
    ...{ vendor: 'MIDWEST', note: 'Too dear', v: 0 },
    lines: [
      {
        ...{ title: 'The word for world is forest', isbn: '9780765324641', price },
        shares: [
          { fund: 'BOOKS-ADULT', percent: 3_333 },
          { fund: 'BOOKS-CHILD', percent: 6_667 },
        ],
      },
    ],
  });
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByText('The fund BOOKS-ADULT allows €175.00 more; the order takes €50.60 of it.').waitFor();
  await page.getByRole('button', { name: 'Edit the order' }).click();
  await page.getByLabel('Note for the order').fill('');
  await page.getByRole('button', { name: 'Save the order' }).click();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByRole('listitem').filter({ hasText: ': placed' }).waitFor();
  expect(requestsTo('acquisitions-step-order').at(-1)?.body).toMatchObject({ step: { act: 'place' } });
  await page.getByRole('button', { name: 'Withdraw to draft' }).click();
  await page.getByLabel('Why').fill('Wrong fund');
  await page.getByRole('button', { name: 'Withdraw to draft' }).click();
  await page.getByRole('listitem').filter({ hasText: 'withdrawn – Wrong fund' }).waitFor();
  await page.getByRole('button', { name: 'Edit the order' }).waitFor();
  expect(requestsTo('acquisitions-step-order').at(-1)?.body).toMatchObject({
    step: { act: 'withdraw', reason: 'Wrong fund' },
  });
  await closePage(page);
});

test('a buyer receives copies, takes one back, and cancels what is missing of one line with a reason', async () => {
  const page = await at('/orders', { width: 320 });
  await page.getByRole('link', { name: /00001$/ }).click();
  const row = page.getByRole('row', { name: /^The left hand of darkness/ });
  await row.getByLabel('Copies received of The left hand of darkness').fill('3');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save for the vendor (EDIFACT)' }).click();
  expect((await saving).suggestedFilename()).toBe('order-2026-00001.edi');
  await row.getByRole('button', { name: 'Receive' }).click();
  await row.getByText('3 of 4').waitFor();
  await row.getByRole('button', { name: 'Take back one' }).click();
  await row.getByText('2 of 4').waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByLabel('What is cancelled').selectOption({ label: 'The dispossessed' });
  await page.getByLabel('Why').fill('Out of print');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  const body = { step: { act: 'cancel', line: 2, reason: 'Out of print' }, v: 4 };
  await eventually(() => expect(requestsTo('acquisitions-step-order').at(-1)?.body).toEqual(body));
  await closePage(page);
});

test('finance staff approve what another person prepared, and send back with a reason; who prepared it is told why not', async () => {
  const page = await at('/orders', { who: 'staff' });
  const waiting = page.getByRole('region', { name: 'Waiting for approval' }).last();
  await waiting.getByRole('link', { name: /00002$/ }).click();
  await page.getByText(/^The order is above the limit of its year: another person/).waitFor();
  await page.getByRole('button', { name: 'Send back' }).click();
  await page.getByLabel('Why').fill('Wait for the next year');
  await page.getByRole('button', { name: 'Send back' }).click();
  const sentBack = { step: { act: 'reject', reason: 'Wait for the next year' }, v: 2 };
  await eventually(() => expect(requestsTo('acquisitions-step-order').at(-1)?.body).toEqual(sentBack));
  await page.getByRole('listitem').filter({ hasText: 'sent back – Wait for the next year' }).waitFor();
  await closePage(page);
});

test('a buyer enters a vendor, with a wrong discount refused, also in Spanish', async () => {
  const page = await at('/orders', { language: 'es' });
  const form = page.getByRole('form', { name: 'Guardar el proveedor' });
  await form.getByLabel(/^Código/).fill('riverside');
  await form.getByLabel(/^Nombre/).fill('Riverside Books');
  await form.getByLabel(/^Descuento/).fill('much');
  await form.getByRole('button', { name: 'Guardar el proveedor' }).click();
  await form.getByText(/^Escriba el descuento/).waitFor();
  await form.getByLabel(/^Descuento/).fill('12,5');
  await form.getByRole('button', { name: 'Guardar el proveedor' }).click();
  await form.getByText('El proveedor se ha guardado.').waitFor();
  const body = { name: 'Riverside Books', isActive: true, discount: 1_250, claimAfterDays: 45, v: 0 };
  expect(requestsTo('acquisitions-set-vendor').at(-1)?.body).toEqual(body);
  await closePage(page);
});
