import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

test('the administrator enters an exception of a library with its last day and reason; those before it stay', async () => {
  const page = await at('/exceptions', { width: 390 });
  await page
    .getByText(/Jan 31.* \(ended\)/)
    .first()
    .waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Add: Exceptions' }).click();
  const last = (name: string) =>
    page.getByRole('group', { name: 'Exceptions' }).getByLabel(name, { exact: true }).last();
  await last('Library').fill('riverton');
  await last('Value').selectOption({ label: 'Fine a day' });
  await last('Set to').fill('0.10');
  await last('Last day').fill('2099-12-31');
  await last('Reason').fill('Self-checks are replaced');
  await page.getByLabel('Decision').fill('Council, item 4');
  await page.getByRole('button', { name: 'Adopt the rules' }).click();
  await eventually(() =>
    expect(bodies('governance-adopt-policy')).toMatchObject([
      {
        ...{ kind: 'exceptions', follows: 1, decisionReference: 'Council, item 4' },
        body: {
          zone: 'America/New_York',
          exceptions: [
            { id: 'exception-1', memberId: 'riverton', kind: 'blocks', value: 'maxLoans', amount: 80 },
            { id: 'exception-2', amount: 0, itemCategory: 'dvd' },
            {
              ...{ id: 'exception-3', memberId: 'riverton', kind: 'loan-rules', value: 'finePerDay', amount: 10 },
              ...{ untilDay: '2099-12-31', reason: 'Self-checks are replaced' },
            },
          ],
        },
      },
    ]),
  );
  await closePage(page);
});

test('the page of a rule shows the exceptions that apply today, with the decision of each', async () => {
  const page = await at('/limits');
  const granted = page.getByRole('region', { name: 'Exceptions of libraries' });
  await granted.getByText(/Limit of patrons: .*: 80 until .*2099/).waitFor();
  await granted.getByText('Decision: Board item 1').waitFor();
  expect(await granted.getByText('A trial without fines').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await granted.getByRole('link', { name: 'All exceptions' }).click();
  await page.getByRole('heading', { name: 'Exceptions of libraries', level: 1 }).waitFor();
  await closePage(page);
});
