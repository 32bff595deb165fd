import { createHash } from 'node:crypto';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const pages = browserPages({});
const openAt = (
  month: string,
  who: 'preparer' | 'approver',
  how: { width?: number; language?: string; dark?: boolean } = {},
) => pages.at(`/reconciliation/${month}`, { who, ...how });
const requestsTo = (id: string) => pages.requestsTo(id).at(-1);

const expectRequest = (id: string, body: object): Promise<void> =>
  eventually(() => expect(requestsTo(id)?.body).toEqual(body));

test('a preparer sees each service with its factor, opens its meters, and explains the differences at once', async () => {
  const page = await openAt('2026-10', 'preparer');
  const services = page.getByRole('region', { name: 'By service' }).getByRole('table');
  const lambda = services.getByRole('row').filter({ hasText: 'Lambda' });
  expect(await lambda.getByRole('cell').allTextContents()).toEqual([
    '$31.2000',
    '$32.1360',
    '$0.93603 %',
    '1.030000',
    'Lambda: beyond what is tolerated',
  ]);
  await page.getByRole('button', { name: 'Show the meters of Lambda' }).click();
  await page.getByRole('rowheader', { name: 'lambda-gb-second (GB-second)' }).waitFor();
  await page.getByText('2 differences are to be explained').waitFor();
  await page.getByText('Recurring explanation until June 2027: Sales tax of the state, as every month').waitFor();
  const support = page.getByRole('listitem').filter({ hasText: 'AWSSupportBusiness: support plan' });
  await support.getByText('What it does to each member').click();
  await support.getByText('$9.05324').waitFor();
  await page.getByRole('checkbox', { name: 'Select: Lambda: beyond what is tolerated' }).check();
  await page.getByRole('button', { name: 'Accept 1 difference' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByLabel('Why is that so?').fill('Retries of a load, case 4711');
  await page.getByRole('button', { name: 'Accept 2 differences' }).click();
  await page.getByText('Every difference is explained').waitFor();
  expect(await page.getByText(/Accepted .*: Retries of a load, case 4711/).count()).toBe(2);
  await eventually(() =>
    expect(requestsTo('finance-accept-exception')?.body).toEqual({
      exceptions: [
        { exceptionId: 'beyond-tolerance:Lambda', difference: '0.936000000000' },
        { exceptionId: 'support:AWSSupportBusiness', difference: '29.204000000000' },
      ],
      reason: 'Retries of a load, case 4711',
    }),
  );
  await closePage(page);
});

test('a refused bill names its rows; a new one is sent with its digest and the invoice’s total', async () => {
  const page = await openAt('2026-10', 'preparer');
  await page.getByText('Line 3: the cost is no number').waitFor();
  await page.getByText('Lines 5–7: too few cells').waitFor();
  const buffer = Buffer.from('BilledCost\n1\n');
  await page.getByLabel(/^File of the bill/).setInputFiles({ name: 'bill.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel(/^Total of the invoice/).fill('1,5');
  await page.getByText('Write it with digits and a point, as in 103.12.').waitFor();
  expect(await page.getByRole('button', { name: 'Send the bill' }).isDisabled()).toBe(true);
  await page.getByLabel(/^Total of the invoice/).fill('162.43');
  await page.getByRole('button', { name: 'Send the bill' }).click();
  await page.getByText('The bill is sent and is being read.').waitFor();
  const sha256 = createHash('sha256').update(buffer).digest('hex');
  await eventually(() =>
    expect(requestsTo('finance-open-bill')?.body).toEqual({
      fileName: 'bill.csv',
      bytes: 13,
      sha256,
      invoiced: '162.43',
    }),
  );
  await eventually(() => expect(requestsTo('upload')?.body).toEqual({ bytes: 13 }));
  await closePage(page);
});

test('an approver reads all of it and changes nothing; a month without a bill shows that', async () => {
  const page = await openAt('2026-10', 'approver');
  await page.getByRole('heading', { name: 'What members owe by the bill' }).waitFor();
  expect(await page.getByRole('button', { name: /Say why|Send the bill/ }).count()).toBe(0);
  await closePage(page);
  const none = await openAt('2026-09', 'preparer');
  await none.getByText('No bill of this month was taken in yet.').waitFor();
  expect(await none.getByRole('button', { name: 'Send the bill' }).count()).toBe(1);
  await closePage(none);
});

test('changes by a later bill to a closed month are prepared by one person and approved by another', async () => {
  const page = await openAt('2026-08', 'preparer');
  const members = page.getByRole('region', { name: 'Each member’s difference by the later bill' });
  await members.getByRole('row', { name: /Riverton.*\$4\.12/ }).waitFor();
  await page.getByRole('rowheader', { name: 'Support plan' }).waitFor();
  expect(await page.getByRole('button', { name: 'Approve it' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Prepare it' }).click();
  await page.getByRole('button', { name: 'Yes, prepare it' }).click();
  await expectRequest('finance-prepare-restatement', { seal: 'a3f5c2e1'.repeat(8) });
  await closePage(page);
  const other = await openAt('2026-08', 'approver');
  await other.getByText('It is prepared, for somebody else to approve.').waitFor();
  await other.getByLabel('Into the statements of').fill('2026-01');
  await other.getByRole('button', { name: 'Approve it' }).click();
  await other.getByText('Put $3.99 in all into the statements of January 2026?').waitFor();
  await other.getByRole('button', { name: 'Yes, approve it' }).click();
  await other.getByRole('alert').waitFor();
  expect([await violations(other), await overflow(other)]).toEqual([[], 0]);
  await closePage(other);
});

test.each([
  ['in Spanish, 320 px wide', { language: 'es', width: 320 }],
  ['in dark, opened everywhere', { dark: true }],
])('the page %s fits and meets WCAG 2.2 AA', async (_, how) => {
  const page = await openAt('2026-10', 'preparer', how);
  await page
    .getByRole('button', { name: /Lambda$/ })
    .first()
    .click();
  await page
    .getByText(/^(What it does to each member|Efecto en cada miembro)$/)
    .first()
    .click();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});
