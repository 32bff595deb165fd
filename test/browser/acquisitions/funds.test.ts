import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('a buyer finds Funds in the menu, sees what is left, and moves money; a refusal names the most that may move', async () => {
  const page = await at('/today');
  await page.getByRole('navigation').getByRole('link', { name: 'Acquisitions' }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Orders of Riverton/ }).waitFor();
  await page.getByRole('link', { name: 'Funds', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Funds of Riverton/ }).waitFor();
  const table = page.getByRole('region', { name: 'Funds', exact: true }).last();
  await table
    .getByRole('row', {
      name: /Books for adults.*€1,000\.00 €120\.00: orders of Books for adults €705\.00: invoices of Books for adults €175\.00 82\.5%: nearly used up/,
    })
    .waitFor();
  await table.getByRole('row', { name: /Serials SERIALS\s*frozen .*€300\.00 50% €0\.00/ }).waitFor();
  await table.getByRole('row', { name: /Books BOOKS .*€475\.00\s*of its own €0\.00 .*unlimited/ }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  const form = page.getByRole('form', { name: 'Move money' });
  expect(await form.getByLabel('What').count()).toBe(0);
  await form.getByLabel('From').selectOption('BOOKS-ADULT');
  await form.getByText('€175.00 available of its own').waitFor();
  await form.getByLabel('To').selectOption('SERIALS');
  const amount = form.getByLabel('Amount, EUR');
  await amount.fill('much');
  await form.getByRole('button', { name: 'Move money' }).click();
  await form.getByText('Write an amount above 0, such as 1250.00.').waitFor();
  await amount.fill('175.01');
  await form.getByRole('button', { name: 'Move money' }).click();
  await form.getByText('At most €175.00 may leave the fund BOOKS-ADULT; you asked for €175.01.').waitFor();
  await amount.fill('75');
  await form.getByLabel('Reason').fill('Journals cost more');
  await form.getByRole('button', { name: 'Move money' }).click();
  await form.getByText('The money was moved.').waitFor();
  const moved = { kind: 'transfer', from: 'BOOKS-ADULT', to: 'SERIALS', amount: 7_500, note: 'Journals cost more' };
  await eventually(() => expect(requestsTo('acquisitions-move-money').at(-1)?.body).toEqual(moved));
  await table.getByRole('row', { name: /Books for adults.*€925\.00 .*€100\.00/ }).waitFor();
  const journal = page.getByRole('region', { name: 'Movements of money' }).last();
  await journal.getByRole('row', { name: /BOOKS-ADULT SERIALS €75\.00 Journals cost more Grace Oyelaran/ }).waitFor();
  await closePage(page);
});

test('finance staff make funds with limits, allocate money and set years, also in Spanish and on a phone', async () => {
  const page = await at('/funds', { who: 'staff', width: 320 });
  const form = page.getByRole('form', { name: 'Save the fund' });
  await form.getByLabel('Code (letters, digits and -)').fill('maps');
  await form.getByLabel('Name').fill('Maps');
  await form.getByLabel('Under which fund').selectOption('BOOKS');
  await form.getByLabel(/^Order up to/).fill('much');
  await form.getByRole('button', { name: 'Save the fund' }).click();
  await form.getByText('Write whole percents up to 1000, or nothing.').first().waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await form.getByLabel(/^Order up to/).fill('');
  await form.getByRole('button', { name: 'Save the fund' }).click();
  await form.getByText('The fund is saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('acquisitions-set-fund')).toMatchObject([
      {
        body: {
          ...{ name: 'Maps', parent: 'BOOKS', state: 'active', edition: 0 },
          limits: { encumbrance: 'unlimited', expenditure: 100, warning: 80 },
        },
      },
    ]),
  );
  const move = page.getByRole('form', { name: 'Move money' });
  await move.getByLabel('What').selectOption('Allocation');
  await move.getByLabel('To').selectOption('BOOKS-CHILD');
  await move.getByLabel('Amount, EUR').fill('10');
  await move.getByRole('button', { name: 'Move money' }).click();
  await move.getByText('The money was moved.').waitFor();
  const body = { kind: 'allocation', to: 'BOOKS-CHILD', amount: 1_000 };
  await eventually(() => expect(requestsTo('acquisitions-move-money').at(-1)?.body).toEqual(body));
  await closePage(page);
  const spanish = await at('/funds', { who: 'staff', language: 'es' });
  await spanish.getByRole('heading', { level: 1, name: /^Fondos de/ }).waitFor();
  const year = spanish.getByRole('form', { name: 'Guardar el año' });
  await year.getByLabel('Código (2026 o 2026-27)').fill('2031');
  await year.getByLabel('Nombre').fill('2031');
  await year.getByLabel('Primer día').fill('2031-01-01');
  await year.getByLabel('Último día').fill('2031-12-31');
  expect(await year.getByLabel('Moneda (tres letras)').inputValue()).toBe('EUR');
  await year.getByRole('button', { name: 'Guardar el año' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-set-year')).toMatchObject([
      { body: { firstDay: '2031-01-01', orderGraceDays: -14, invoiceGraceDays: 60, close: false, v: 2 } },
    ]),
  );
  expect(await violations(spanish)).toEqual([]);
  await closePage(spanish);
});

test('an auditor chooses a library and changes nothing; staff without these roles see why', async () => {
  const auditor = await at('/funds', { who: 'auditor' });
  await auditor.getByLabel('Funds shown for').selectOption('lakeshore');
  await auditor.getByRole('heading', { level: 1, name: /^Funds of Lakeshore/ }).waitFor();
  await auditor
    .getByRole('row', { name: /Serials/ })
    .first()
    .waitFor();
  expect(await auditor.getByRole('form').count()).toBe(0);
  await closePage(auditor);
  const preparer = await at('/funds', { who: 'preparer' });
  await preparer.getByText('Funds are for those who order for a library or look after its money.').waitFor();
  await closePage(preparer);
});
