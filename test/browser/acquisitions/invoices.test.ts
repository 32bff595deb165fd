import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('a buyer enters an invoice from an order: received lines with their prices, a cost, and a number that is not used', async () => {
  const page = await at('/orders');
  await page.getByRole('link', { name: /00001$/ }).click();
  const row = page.getByRole('row', { name: /^The left hand of darkness/ });
  await row.getByLabel('Copies received of The left hand of darkness').fill('3');
  await row.getByRole('button', { name: 'Receive' }).click();
  await row.getByText('3 of 4').waitFor();
  await page.getByRole('link', { name: 'Enter an invoice' }).click();
  const form = page.getByRole('form', { name: 'Invoice' });
  const line = form.getByRole('group', { name: 'Line 1' });
  await eventually(async () => expect(await line.getByLabel('Copies (below 0: returned)').inputValue()).toBe('3'));
  expect(await line.getByLabel(/^Price of one, EUR/).inputValue()).toBe('11.40');
  await form.getByRole('button', { name: 'Save the invoice' }).click();
  await form.getByText('Write a number with letters or digits.').waitFor();
  await form.getByLabel('Number of the invoice').fill('INV 900');
  await form.getByLabel('Sum on the invoice, EUR').fill('39.20');
  await form.getByRole('button', { name: 'Add shipping or another cost' }).click();
  await form.getByLabel('What for').fill('Shipping');
  await form.getByLabel('Amount, EUR').fill('5.00');
  await form.getByRole('button', { name: 'Save the invoice' }).click();
  await page.getByText('Another invoice of this vendor and year has this number already.').waitFor();
  await page.getByRole('link', { name: 'See the other invoice' }).waitFor();
  await form.getByLabel('Number of the invoice').fill('INV 904');
  await form.getByRole('button', { name: 'Save the invoice' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invoice INV 904' }).waitFor();
  expect(requestsTo('acquisitions-write-invoice').at(-1)?.body).toMatchObject({
    ...{ vendor: 'MIDWEST', number: 'INV 904', lockTotal: 3_920, taxIncluded: false, v: 0 },
    lines: [{ copies: 3, price: 1_140, taxRate: 0, order: { orderId: 'ord_1', line: 1 } }],
    adjustments: [{ text: 'Shipping', amount: 500, prorate: 'amount' }],
  });
  await closePage(page);
});

test('what does not match is shown and approved with a reason; a sum that differs is refused with both', async () => {
  const page = await at('/invoices', { width: 320 });
  const list = page.getByRole('region', { name: 'Invoices' }).last();
  await list
    .getByRole('row', { name: /INV-901/ })
    .getByText('not received')
    .first()
    .waitFor();
  await list.getByRole('link', { name: 'INV-901' }).click();
  await page.getByText(/^The vendor states €50.00: the difference is -€0.60/).waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByLabel('Why').fill('Agreed by phone');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('The vendor states €50.00, but the lines make up €50.60.').waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('link', { name: 'All invoices' }).click();
  await page.getByRole('link', { name: 'INV-900', exact: true }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByLabel('Why').fill('The last copy was sent');
  await page.getByRole('button', { name: 'Approve' }).click();
  const body = { step: { act: 'submit', reason: 'The last copy was sent' }, v: 1 };
  await eventually(() => expect(requestsTo('acquisitions-step-invoice').at(-1)?.body).toEqual(body));
  await closePage(page);
});

test('finance staff approve what another person prepared, pay with day and reference, and cancel with a reason', async () => {
  const page = await at('/invoices', { who: 'staff' });
  await page
    .getByRole('region', { name: 'Waiting for approval' })
    .last()
    .getByRole('link', { name: 'INV-902' })
    .click();
  await page.getByText(/^The invoice is above the limit of its year: another person/).waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Record the payment' }).click();
  await page.getByLabel('Paid on').fill('2026-01-22');
  await page.getByLabel('Reference of the payment').fill('Transfer 17');
  await page.getByRole('button', { name: 'Record the payment' }).click();
  await page.getByText(/: paid on .*, Transfer 17/).waitFor();
  const paid = { step: { act: 'pay', on: '2026-01-22', reference: 'Transfer 17' }, v: 3 };
  expect(requestsTo('acquisitions-step-invoice').at(-1)?.body).toEqual(paid);
  await page.getByRole('button', { name: 'Cancel the invoice' }).click();
  await page.getByLabel('Why').fill('Paid twice');
  await page.getByRole('button', { name: 'Cancel the invoice' }).click();
  await page.getByRole('listitem').filter({ hasText: 'cancelled – Paid twice' }).waitFor();
  await closePage(page);
});

test('an invoice without an order has lines with funds of their own, also in Spanish', async () => {
  const page = await at('/invoices', { language: 'es' });
  await page.getByRole('button', { name: 'Factura nueva' }).click();
  const form = page.getByRole('form', { name: 'Factura' });
  await form.getByLabel('Número de la factura').fill('M 1');
  await form.getByRole('button', { name: 'Guardar la factura' }).click();
  await form.getByText('Añada al menos una línea.').waitFor();
  await form.getByRole('button', { name: 'Añadir una línea sin pedido' }).click();
  await form.getByLabel('Qué se factura').fill('Un mapa');
  await form.getByLabel(/^Precio de uno, EUR/).fill('-12,50');
  await form.getByLabel('Impuesto, %').fill('7');
  await form.getByRole('button', { name: 'Guardar la factura' }).click();
  await form.getByText('Elija un fondo.').waitFor();
  await form.getByLabel('Fondo', { exact: true }).selectOption('BOOKS-ADULT');
  await form.getByRole('button', { name: 'Guardar la factura' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-write-invoice').at(-1)?.body).toMatchObject({
      lines: [
        {
          ...{ text: 'Un mapa', copies: 1, price: -1_250, taxRate: 700 },
          shares: [{ fund: 'BOOKS-ADULT', percent: 10_000 }],
        },
      ],
    }),
  );
  await closePage(page);
});
