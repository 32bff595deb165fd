import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'preparer' });

test('the consortium’s budgets: spending, forecast, bars with an equal table, and alerts with their dates', async () => {
  const page = await at('/budgets');
  await page.getByRole('heading', { level: 1, name: 'Budgets of the consortium' }).waitFor();
  const table = page.getByRole('region', { name: 'How budgets stand' }).last();
  await table
    .getByRole('row', { name: /Use of the platform.*\$200\.00 \$164\.00 82% \$205\.00 102% 24 of 30/ })
    .waitFor();
  await table
    .getByRole('row', { name: /Statements, fiscal year from July 2026 €9,000\.00 €0\.00 0% – – 0 of 365/ })
    .waitFor();
  const bars = page.getByRole('img', { name: /^Bars: the part of each budget that is spent/ });
  expect(await bars.getByText('82%').count()).toBe(1);
  const alerts = page.getByRole('region', { name: 'Alerts' }).last();
  await alerts.getByRole('row', { name: /Nov 2[34].*80% spent \$160\.10 \$200\.00/ }).waitFor();
  await alerts.getByRole('row', { name: /Nov 12.*more than 100% foreseen \$202\.50 \$200\.00/ }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('a budget is set by keyboard, the old values are in the fields, and errors are shown beside them', async () => {
  const page = await at('/budgets?member=riverton', { width: 320 });
  const form = page.getByRole('form', { name: 'Set the budget' });
  const amount = form.getByLabel('Amount, USD');
  expect(await amount.inputValue()).toBe('200.00');
  await amount.fill('much');
  await form.getByLabel('Alerts at per cent spent').fill('50 0');
  await form.getByRole('button', { name: 'Set the budget' }).press('Enter');
  await form.getByText('Write an amount, 0 to end the budget.').waitFor();
  await form.getByText(/^Write up to ten whole percents/).waitFor();
  await eventually(() => expect(requestsTo('finance-set-budget')).toEqual([]));
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await amount.fill('250,50');
  await form.getByLabel('Alerts at per cent spent').fill('90, 50 %');
  await form.getByLabel(/^Alert when more per cent/).fill('');
  await form.getByRole('button', { name: 'Set the budget' }).press('Enter');
  await page.getByText('The budget is set.').waitFor();
  await eventually(() =>
    expect(requestsTo('finance-set-budget')[0]?.body).toEqual({
      ...{ amount: 25_050, currency: 'USD', thresholds: { actual: [50, 90] }, v: 3 },
    }),
  );
  await eventually(() => expect(requestsTo('finance-set-budget')[0]?.key).not.toBe(''));
  await form.getByLabel('Of what').selectOption('Statements');
  await form.getByLabel('For what time').selectOption('Each fiscal year');
  await form.getByLabel('Amount, EUR').fill('1');
  await form.getByRole('button', { name: 'Set the budget' }).click();
  await page.getByText('Somebody else changed this at the same time. Try again.').waitFor();
  await closePage(page);
});

test('a member’s finance staff see their own, also in Spanish; an approver cannot set one', async () => {
  const own = await at('/budgets?member=lakeshore', { who: 'staff', language: 'es' });
  await own.getByRole('heading', { level: 1, name: /^Presupuestos de/ }).waitFor();
  expect(await own.getByLabel('De quién son los presupuestos').count()).toBe(0);
  expect(await violations(own)).toEqual([]);
  await closePage(own);
  const approver = await at('/budgets', { who: 'approver' });
  await approver.getByRole('heading', { name: 'Alerts' }).waitFor();
  expect(await approver.getByRole('form').count()).toBe(0);
  await closePage(approver);
});
