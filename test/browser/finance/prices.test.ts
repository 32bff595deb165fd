import { answerTo, closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'preparer' });

test('the price book is shown with its sources, the changes with their approvers, and the shipped prices', async () => {
  const page = await at('/prices', { who: 'staff' });
  await page.getByRole('heading', { level: 1, name: 'Prices of the platform' }).waitFor();
  const book = page.getByRole('region', { name: 'The price book in force' }).last();
  await book
    .getByRole('row', {
      name: /^email sent .*\$0\.09 per 1,000 .*Changed by price-book\/1 from .*Board 2026-09-21, item 5.*Vera Lind.*AWS made e-mail cheaper Shipped: \$0\.10 per 1,000/,
    })
    .waitFor();
  await book.getByRole('row', { name: /^dynamodb write write request unit \$0\.625 per 1,000,000/ }).waitFor();
  // A member's finance staff see no proposal, and make none.
  await eventually(() => expect(requestsTo('finance-show-price-change')).toEqual([]));
  expect(await page.getByRole('heading', { name: 'Propose a price change' }).count()).toBe(0);
  await closePage(page);
});

test('a preparer proposes prices tier by tier; a refused early start is explained', async () => {
  const page = await at('/periods');
  await page.getByRole('link', { name: 'Prices', exact: true }).click();
  const form = page.getByRole('form', { name: 'Propose a price change' });
  await form.getByLabel('In force from').fill('2026-09-01');
  await form.getByLabel('Decided on').fill('2026-11-21');
  await form.getByLabel('Decision').fill('Board 7');
  await form.getByLabel('Source').fill('AWS Price List');
  await form.getByLabel('Reason').fill('Cheaper');
  await form.getByLabel('What is counted').selectOption('dynamodb write');
  await form.getByRole('textbox', { name: 'Price', exact: true }).fill('0.7');
  await form.getByRole('button', { name: /^Add.*Tiers$/ }).click();
  await form.getByLabel('Up to so many units a month').fill('1000000000');
  await form.getByRole('textbox', { name: 'Price', exact: true }).nth(1).fill('0.5');
  await form.getByRole('button', { name: 'Propose it' }).click();
  await page.getByText(/^From that day on no month may be reconciled/).waitFor();
  await form.getByLabel('In force from').fill('2026-12-01');
  const proposed = answerTo(page, '/price-change/preparations');
  await form.getByRole('button', { name: 'Propose it' }).press('Enter');
  await proposed;
  await page.getByText('It is proposed: somebody else adopts it.').waitFor();
  const [, sent] = requestsTo('finance-prepare-price-change');
  expect(sent?.key).not.toBe('');
  expect(sent?.body).toEqual({
    ...{ effectiveFrom: '2026-12-01T00:00:00.000Z', decisionReference: 'Board 7' },
    body: {
      ...{ region: 'us-east-1', currency: 'USD', decidedOn: '2026-11-21', source: 'AWS Price List', reason: 'Cheaper' },
      prices: {
        'dynamodb-write': { per: 1_000_000, tiers: [{ price: '0.7', upTo: 1_000_000_000 }, { price: '0.5' }] },
      },
    },
  });
  expect(await page.getByRole('button', { name: 'Adopt it' }).count()).toBe(0);
  await closePage(page);
});

test('another person adopts a proposal, after confirmation, by its seal', async () => {
  const page = await at('/prices', { who: 'approver' });
  const proposal = page.getByRole('region', { name: 'As proposed' });
  await proposal.getByRole('row', { name: /^dynamodb write \$0\.625 per 1,000,000 \$0\.60 per 1,000,000/ }).waitFor();
  await page.getByRole('definition').filter({ hasText: 'Noor Haddad' }).waitFor();
  await page.getByRole('button', { name: 'Adopt it' }).click();
  await page.getByText(/^Adopt 1 price from .* with the check code 4e07408562be…\?/).waitFor();
  const adopted = answerTo(page, '/price-change/approval');
  await page.getByRole('button', { name: 'Yes, adopt it' }).press('Enter');
  await adopted;
  await eventually(() => expect(requestsTo('finance-approve-price-change')[0]?.body.seal).toMatch(/^4e07408562be/));
  expect(await page.getByRole('button', { name: 'Propose it' }).count()).toBe(0);
  await closePage(page);
});

test('periods of membership: bars with an equal table by month; the administrator sets a library’s days and details', async () => {
  const page = await at('/members', { who: 'admin' });
  await page.getByLabel('Month', { exact: true }).fill('2012-07');
  const table = page.getByRole('region', { name: 'Members in July 2012' }).last();
  await table.getByRole('row', { name: /^Riverton .* 31 of 31$/ }).waitFor();
  await table.getByRole('row', { name: /^Calder .* 0 of 31$/ }).waitFor();
  const bars = page.getByRole('img', { name: /^Bars: on how many days/ });
  expect(await bars.getByText('31 of 31').count()).toBe(await table.getByText('31 of 31').count());
  const form = page.getByRole('form', { name: 'Set a library’s days' });
  await form.getByLabel('Member', { exact: true }).selectOption({ label: 'Calder Institute of Technology Library' });
  await form.getByLabel('Last day, if it leaves').fill('2011-01-01');
  await form.getByRole('button', { name: 'Set a library’s days' }).click();
  await page.getByRole('button', { name: 'Yes, set it' }).click();
  await page.getByText('A library leaves no earlier than it joined.').waitFor();
  await form.getByLabel('Last day, if it leaves').fill('2027-06-30');
  await form.getByRole('button', { name: 'Set a library’s days' }).click();
  await page.getByRole('button', { name: 'Yes, set it' }).press('Enter');
  await page.getByText('It is set.').waitFor();
  await eventually(() =>
    expect(requestsTo('membership-set-membership')[1]?.body).toMatchObject({ leftOn: '2027-06-30' }),
  );
  const details = page.getByRole('region', { name: 'Change a library' });
  await details
    .getByLabel('Library', { exact: true })
    .selectOption({ label: 'Calder Institute of Technology Library' });
  await details.getByRole('textbox', { name: /^Name/ }).fill('Calder Library');
  await details.getByLabel(/^Fiscal year starts in/).selectOption({ label: 'April' });
  await details.getByLabel(/^Lends on request/).check();
  await details.getByRole('button', { name: 'Save the details' }).click();
  await page.getByText('The details are saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('membership-update-member')[0]?.body).toEqual({
      ...{ name: 'Calder Library', type: 'academic', fiscalYearStartsIn: 4, lendsOnRequest: true, version: 0 },
    }),
  );
  await closePage(page);
  const other = await at('/members', { who: 'staff' });
  await other
    .getByRole('region', { name: /^Members in/ })
    .first()
    .waitFor();
  expect(await other.getByRole('form').count()).toBe(0);
  await closePage(other);
});

test('the month shows the key by which each idle line is shared', async () => {
  const page = await at('/months/2026-10');
  const keys = page.getByRole('region', { name: 'By which keys it is shared' }).last();
  await keys.getByRole('row', { name: 'Nodes of the search domain By use: searches' }).waitFor();
  await keys.getByRole('row', { name: 'Storage of the table By use: bytes written to the table' }).waitFor();
  await keys.getByRole('row', { name: 'Alarms All alike' }).waitFor();
  await keys.getByRole('row', { name: 'Firewall By agreed size' }).waitFor();
  await closePage(page);
});

test('the pages in Spanish, 320 px wide and dark fit and meet WCAG 2.2 AA', async () => {
  const how = { language: 'es', width: 320, dark: true };
  for (const [path, who] of [
    ['/prices', 'preparer'],
    ['/prices', 'approver'],
    ['/members', 'admin'],
    ['/months/2026-10', 'preparer'],
  ] as const) {
    const page = await at(path, { who, ...how });
    expect([path, await violations(page), await overflow(page)]).toEqual([path, [], 0]);
    await closePage(page);
  }
});
