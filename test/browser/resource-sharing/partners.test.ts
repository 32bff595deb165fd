import { closePage, type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo, addressOf } = browserPages({ who: 'admin' });

test('a partner is added with its connection; its secret is shown once and then hidden', async () => {
  const page = await at('/partners');
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.getByLabel(/^Name/).fill('Lake State Library');
  await page
    .getByLabel(/^Symbols/)
    .first()
    .fill('ISIL:XX-LAKE; XX-LAKE-2');
  await page.getByLabel('Address of its ISO 18626 service').fill('https://lake.example.org/iso18626');
  await page.getByLabel('How we sign in there').selectOption('User name and password (HTTP Basic)');
  await page.getByLabel('User name, account or header').fill('concord');
  await page.getByLabel('Our secret there').fill('a secret of ours');
  await page.getByLabel('Account it signs in by here').fill('lake');
  await page.getByLabel('Pauses before another try, in seconds').fill('5, 60, 900');
  await page.getByLabel('Cost of a loan').fill('15');
  await page.getByLabel('Conditions and costs are put to it').selectOption('As a promise that it agrees to (ReShare)');
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.locator('code', { hasText: 'shown this once' }).waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-add-partner')[0]?.body).toMatchObject({
      name: 'Lake State Library',
      symbols: [
        { type: 'ISIL', value: 'XX-LAKE' },
        { type: 'ISIL', value: 'XX-LAKE-2' },
      ],
      outbound: { how: 'basic', username: 'concord' },
      outboundSecret: 'a secret of ours',
      loanCost: { amount: 1500, currency: 'EUR' },
      accountId: 'lake',
      conditionsAs: 'promise',
      retrySeconds: [5, 60, 900],
      services: ['loan', 'copy'],
    }),
  );
  await page.getByRole('button', { name: 'I have passed it on' }).click();
  await page.locator('code').waitFor({ state: 'detached' });
  await closePage(page);
});

test('a partner is paused, a cost removed, a new secret created after confirmation; undelivered messages are sent again', async () => {
  const page = await at('/partners/prt_1');
  await page.getByText('Change', { exact: true }).click();
  await page.getByLabel('Paused').check();
  await page.getByLabel('Cost of a loan').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-edit-partner')[0]?.body).toMatchObject({ paused: true, loanCost: null }),
  );
  await eventually(() =>
    expect(requestsTo('resource-sharing-edit-partner')[0]?.body).not.toHaveProperty('outboundSecret'),
  );
  await page.getByRole('button', { name: 'Give it a new secret' }).click();
  await eventually(() => expect(requestsTo('resource-sharing-rotate-partner-secret')).toEqual([]));
  await page.getByRole('button', { name: 'Yes, make a new one' }).click();
  await page.locator('code', { hasText: 'shown this once' }).waitFor();
  await page.getByRole('button', { name: 'Not delivered' }).click();
  await page.getByRole('button', { name: 'Send again: Asks to cancel it' }).click();
  await page.getByText('It is on its way again.').waitFor();
  expect(await page.getByText('Will supply it').count()).toBe(0);
  await closePage(page);
});

test('a partner is removed after confirmation; one that is not paused remains, with the reason', async () => {
  const page = await at('/partners/prt_1');
  await page.getByRole('button', { name: 'Remove this partner' }).click();
  await eventually(() => expect(requestsTo('resource-sharing-remove-partner')).toEqual([]));
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await page.getByText('Pause the partner first').waitFor();
  await page.goto(addressOf('/partners/prt_2'));
  await page.getByRole('button', { name: 'Remove this partner' }).click();
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await page.getByRole('heading', { name: 'Partners outside' }).waitFor();
  await eventually(() => expect(requestsTo('resource-sharing-remove-partner')).toHaveLength(2));
  await closePage(page);
});

test('resource sharing staff read data of partners and change nothing', async () => {
  const page = await at('/partners', { who: 'staff' });
  await page.getByRole('link', { name: 'Northern Broker' }).waitFor();
  expect(await page.getByRole('button', { name: 'Add a partner' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Northern Broker' }).click();
  await page.getByRole('heading', { name: 'Northern Broker' }).waitFor();
  expect(await page.getByRole('button', { name: 'Give it a new secret' }).count()).toBe(0);
  await closePage(page);
});

test.each<[look: string, how: Opening]>([
  ['in light', {}],
  ['in dark', { dark: true }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
])('the form of a partner and its messages %s meet WCAG 2.2 AA and fit the window', async (_, how) => {
  const page = await at('/partners/prt_1', how);
  await page.locator('.partners summary').first().click();
  await page.locator('.partner-message summary').first().click();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});
