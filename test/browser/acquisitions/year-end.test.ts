import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'staff' });
const thisYear = new Date().getUTCFullYear();

test('finance staff make the report of the end of a year, see what cannot move, commit it and undo it', async () => {
  const page = await at(`/funds/year-end?year=${thisYear}`);
  await page.getByRole('heading', { level: 1, name: /^End of the fiscal year: Riverton/ }).waitFor();
  const form = page.getByRole('form', { name: 'Make the report' });
  await form.getByLabel('Change them by per cent (below 0: less)').fill('much');
  await form.getByRole('button', { name: 'Make the report' }).click();
  await form.getByText('Write per cent from -100 to 999.99.').waitFor();
  await form.getByLabel('Change them by per cent (below 0: less)').fill('-2.5');
  await form.getByLabel('Round down to a multiple of, EUR (empty: do not)').fill('5');
  await form.getByLabel('What is left of a fund', { exact: true }).selectOption('what is available is carried');
  await form.getByText('Funds for which it differs').first().click();
  await form.getByLabel('Fund in the new year for Serials').selectOption('BOOKS');
  await form.getByRole('button', { name: 'Make the report' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-preview-roll-over').at(-1)?.body).toEqual({
      ...{
        to: `${thisYear + 1}`,
        allocation: -250,
        roundTo: 500,
        carry: 'available',
        carryAs: 'transfer',
      },
      ...{ basis: 'remaining', change: 0, makeFunds: true, except: [] },
      funds: [{ fund: 'SERIALS', to: 'BOOKS' }],
    }),
  );
  await page.getByText('The report is ready; nothing has moved.').waitFor();
  await page.getByRole('row', { name: /00007 €250.00 €250.00 BOOKS-ADULT lacks €50.00/ }).waitFor();
  await page.getByRole('row', { name: /BOOKS-ADULT BOOKS-ADULT €295.00 €175.00 €120.00 €1,000.00/ }).waitFor();
  await page.getByRole('row', { name: /All funds €595.00 €475.00 €120.00 €1,600.00/ }).waitFor();
  await page.getByText('1 invoices of this year are open.').waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Commit the report' }).click();
  await page.getByRole('button', { name: 'Move money and orders' }).click();
  await page.getByText('Money and orders have moved.').waitFor();
  const body = { way: 'onwards', to: `${thisYear + 1}` };
  await eventually(() => expect(requestsTo('acquisitions-run-roll-over').at(-1)?.body).toMatchObject(body));
  expect(await page.getByRole('form', { name: 'Make the report' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo it' }).click();
  await page.getByRole('button', { name: 'Move everything back' }).click();
  await page.getByText('Everything was moved back.').waitFor();
  await page.getByRole('form', { name: 'Make the report' }).waitFor();
  await closePage(page);
});

test('where another person approves orders, who made the report waits for that person; also in Spanish and on a phone', async () => {
  const page = await at(`/funds/year-end?year=${thisYear}`, { width: 320, language: 'es' });
  const form = page.getByRole('form', { name: 'Hacer el informe' });
  await form.getByLabel('Números de pedidos que quedan en este año').fill('2026/00003, 2026/00004');
  await form.getByRole('button', { name: 'Hacer el informe' }).click();
  await page.getByText('Otra persona confirma este informe').waitFor();
  expect(await page.getByRole('button', { name: 'Confirmar el informe' }).count()).toBe(0);
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});
