import { answerTo, closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'preparer' });
const adopted = '/workbench/scn_01kb0000000000000000000001';

test('a member’s finance staff set codes of its own books by kind of line, and purchase orders for its fiscal year', async () => {
  const page = await at('/accounts/riverton', { who: 'staff' });
  await page.getByText('corrects 2026-000001').waitFor();
  await page.getByRole('link', { name: 'Account codes and purchase orders' }).click();
  await page.getByRole('heading', { name: /^Account codes: Riverton/ }).waitFor();
  expect(await page.getByLabel('Dues: Account').inputValue()).toBe('6815');
  await page.getByLabel('In force from').fill('2027-07-01');
  await page.getByLabel('Platform: own use: Cost centre').fill('4711-30');
  await page.getByLabel('Tax: Account').fill('');
  await page.getByRole('button', { name: /^Add.*Purchase orders$/ }).click();
  const order = page.getByRole('group', { name: 'Purchase orders' });
  await order.getByLabel('Number of the purchase order').nth(2).fill('PO-9');
  expect(await order.getByLabel('From month').nth(2).inputValue()).toMatch(/^\d{4}-07$/);
  await order.getByLabel('From month').nth(2).fill('2027-07');
  await order.getByLabel('To month').nth(2).fill('2028-06');
  await order.getByLabel('Credits').nth(2).check();
  await page.getByRole('button', { name: 'Set them from this day on' }).press('Enter');
  await page.getByText('They are set: a new version.').waitFor();
  const [set] = requestsTo('finance-set-account-codes');
  expect(set?.key).not.toBe('');
  expect(set?.body).toEqual({
    ...{ effectiveFrom: '2027-07-01', version: 2, default: { account: '6410', costCentre: '4711-20' } },
    kinds: { direct: { costCentre: '4711-30' }, dues: { account: '6815' }, payable: { account: '1600' } },
    purchaseOrders: [
      { number: 'PO-2026-0117', from: '2026-07', to: '2027-06' },
      { number: 'PO-2026-0118', from: '2026-07', to: '2027-06', kinds: ['dues'] },
      { number: 'PO-9', from: '2027-07', to: '2028-06', kinds: ['credit'] },
    ],
  });
  await closePage(page);
});

test('a concurrent change of codes is refused with a reason; another’s codes are hidden, and auditors set none', async () => {
  const page = await at('/accounts/lakeshore/codes');
  await page.getByText('No codes are set yet.').waitFor();
  await page.getByLabel('In force from').fill('2020-01-01');
  await page.getByRole('button', { name: 'Set them from this day on' }).click();
  await page.getByText('Somebody else changed this at the same time.').waitFor();
  await closePage(page);
  const other = await at('/accounts/lakeshore/codes', { who: 'staff' });
  await other.getByText(/^You see the account of your own library only/).waitFor();
  await closePage(other);
  const reader = await at('/accounts/riverton/codes', { who: 'approver' });
  await reader.getByRole('region', { name: 'All versions' }).getByText('6410 / 4711-20').waitFor();
  expect(await reader.getByRole('button', { name: 'Set them from this day on' }).count()).toBe(0);
  await closePage(reader);
});

test('a statement shows each line’s codes, the true-up down to its packs, and the invoice that a correction refers to', async () => {
  const page = await at('/statements/2026-05/riverton', { who: 'staff' });
  await page.getByText('Your books: 6815 · 4711-20 · PO-2026-0118').waitFor();
  await page.getByText(/^version 2, in force from/).waitFor();
  await page.getByRole('button', { name: /^What it is made of: True-up of the yearly fee/ }).click();
  await page.getByText('2025-000003, 2025-000009').waitFor();
  await page.getByRole('link', { name: 'February 2025' }).waitFor();
  await page.getByRole('rowheader', { name: 'By population' }).waitFor();
  await page.getByText('Calculated from 1 closed month').press('Enter');
  await page.getByText(/^January 2025/).waitFor();
  await page.getByRole('button', { name: /^What it is made of: Correction/ }).click();
  await page.getByText('April 2026: Yearly fee: membership (2026-000004)').waitFor();
  await closePage(page);
});

test('a true-up is previewed and prepared, after confirmation', async () => {
  const page = await at(adopted);
  await page.getByRole('link', { name: 'Year-end true-up' }).click();
  await page.getByRole('heading', { name: /^True-up of 2027: NC Cardinal/ }).waitFor();
  await page.getByRole('cell', { name: '-$412.50' }).waitFor();
  await page.getByRole('columnheader', { name: 'Still to be billed as adopted' }).waitFor();
  expect(await page.getByRole('button', { name: 'Approve it' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Prepare it' }).click();
  await page.getByText(/with the check code d4f2a1b0d4f2…\? Who prepares it does not approve it/).waitFor();
  const prepared = answerTo(page, '/true-ups/');
  await page.getByRole('button', { name: 'Yes, prepare it' }).press('Enter');
  await prepared;
  await eventually(() =>
    expect(requestsTo('finance-prepare-true-up')[0]?.body).toEqual({
      cost: 'ils',
      costs: {},
      seal: 'd4f2a1b0'.repeat(8),
    }),
  );
  await closePage(page);
});

test('a formula of several costs asks which is the platform’s; an approver puts it into an open month', async () => {
  const page = await at('/workbench/scn_01kb0000000000000000000009/true-up');
  await page.getByText(/say which of them is the platform’s/).waitFor();
  const form = page.getByRole('form', { name: 'What the year’s costs were' });
  await form.getByLabel('What courier came to').fill('4100.00');
  await form.getByRole('button', { name: 'Calculate with these costs' }).click();
  await page.getByText('Came to: courier').waitFor();
  await page.getByText('$4,100.00').waitFor();
  await closePage(page);
  const other = await at(`${adopted}/true-up`, { who: 'approver' });
  expect(await other.getByRole('button', { name: 'Prepare it' }).count()).toBe(0);
  await other.getByLabel('Into the statements of').fill('2026-01');
  await other.getByRole('button', { name: 'Approve it' }).click();
  await other.getByText(/^Put \$570.00 in all into the statements of January 2026, lines for 5 members/).waitFor();
  await other.getByRole('button', { name: 'Yes, approve it' }).click();
  await other.getByText(/choose a later one/).waitFor();
  await other.getByLabel('Into the statements of').fill('2028-01');
  await other.getByRole('button', { name: 'Approve it' }).click();
  const approved = answerTo(other, '/true-ups/');
  await other.getByRole('button', { name: 'Yes, approve it' }).click();
  await approved;
  await eventually(() =>
    expect(requestsTo('finance-approve-true-up').at(-1)?.body).toEqual({
      seal: 'd4f2a1b0'.repeat(8),
      month: '2028-01',
    }),
  );
  await closePage(other);
});

test('a member’s finance staff see that the true-up is not for them, and the page sends no request', async () => {
  const page = await at(`${adopted}/true-up`, { who: 'staff' });
  await page.getByText(/^The true-up is for those who prepare/).waitFor();
  await eventually(() => expect(requestsTo('finance-show-true-up')).toEqual([]));
  await closePage(page);
});

test('the pages in Spanish, 320 px wide and dark fit and meet WCAG 2.2 AA', async () => {
  const how = { language: 'es', width: 320, dark: true };
  for (const [path, who] of [
    ['/accounts/riverton/codes', 'preparer'],
    [`${adopted}/true-up`, 'preparer'],
    [`${adopted}/true-up`, 'approver'],
    ['/workbench/scn_01kb0000000000000000000009/true-up', 'preparer'],
    ['/statements/2026-05/riverton?line=true-up-2025-membership', 'staff'],
  ] as const) {
    const page = await at(path, { who, ...how });
    for (const one of await page.locator('summary').all()) await one.click();
    expect([path, await violations(page), await overflow(page)]).toEqual([path, [], 0]);
    await closePage(page);
  }
});
