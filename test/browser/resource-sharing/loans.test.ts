import { closePage, type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });

const steps = () => requestsTo('resource-sharing-take-steps').map(({ body }) => body);

test('work for staff is grouped under headings with counts; a group is chosen by keyboard and stored in the address', async () => {
  const page = await at('/loans');
  await page.getByRole('heading', { name: 'Terms to decide' }).waitFor();
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings).toEqual([
    'Messages not delivered',
    'Terms to decide',
    'Copies to hand on',
    'To be sent home',
    'Late',
    'To be looked at first',
  ]);
  await page.getByRole('link', { name: 'We ask 7' }).waitFor();
  await page.getByRole('link', { name: 'Late 1' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/group=late/);
  await page.getByText('Not arrived in time').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Late']);
  await page.getByRole('link', { name: 'We are asked 5' }).click();
  await page.getByRole('heading', { name: 'To be answered' }).waitFor();
  await closePage(page);
});

test('the next step of a row is one click, with its ask; an unusual end requires confirmation', async () => {
  const page = await at('/loans?side=supplier');
  await page.getByRole('button', { name: 'Will supply: Emma' }).click();
  await page.getByText('1 done.').waitFor();
  expect(steps()).toEqual([
    { branchId: 'riverton.main', steps: [{ requestId: 'req_1', askId: 'ask_1', step: 'accept' }] },
  ]);
  await page.getByRole('button', { name: 'More that can be done: Emma' }).click();
  await page.getByRole('button', { name: 'Cannot supply: Emma' }).click();
  await page.getByText('This ends the request.').waitFor();
  await page.getByLabel('Reason').selectOption('Not on its shelf');
  await page.getByRole('button', { name: 'Cannot supply', exact: true }).click();
  await page.getByText('1 done.').waitFor();
  expect(steps().at(-1)).toMatchObject({ steps: [{ requestId: 'req_1', step: 'decline', reason: 'NotOnShelf' }] });
  await closePage(page);
});

test('by keyboard a form takes the focus and gives it back', async () => {
  const page = await at('/loans?side=supplier');
  await page.getByRole('button', { name: 'More that can be done: Emma' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Cannot supply: Emma' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Reason').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await page.getByRole('button', { name: 'Not now' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Will supply: Emma' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Will supply: Emma');
  await closePage(page);
});

test('several requests are processed at once: a failed one remains with its reason, the others are done', async () => {
  const page = await at('/loans?side=supplier');
  await page.getByLabel('Choose these 4').check();
  const bar = page.getByRole('region', { name: 'What is chosen' });
  await bar.getByText('4 chosen').waitFor();
  await bar.getByRole('button', { name: 'Will supply (3)' }).click();
  await page.getByText('2 done, 1 not: the reason stands with it.').waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'Middlemarch' });
  await row.getByText('It is on loan, in transit, or on hold for somebody else.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(steps()).toMatchObject([{ steps: [{ requestId: 'req_1' }, { requestId: 'req_2' }, { requestId: 'req_3' }] }]);
  // The choice ends when the list is read again.
  await bar.waitFor({ state: 'hidden' });
  await closePage(page);
});

test('one reason is asked for all chosen requests', async () => {
  const page = await at('/loans?side=supplier&group=to-answer');
  await page.getByLabel('Choose Emma').check();
  await page.getByLabel('Choose Middlemarch').check();
  const bar = page.getByRole('region', { name: 'What is chosen' });
  await bar.getByRole('button', { name: 'Cannot supply' }).click();
  await bar.getByLabel('Reason').selectOption('Too fragile to travel');
  await bar.getByRole('button', { name: 'Cannot supply' }).click();
  await page.getByText('1 done, 1 not').waitFor();
  expect(steps()).toMatchObject([
    {
      steps: [
        { requestId: 'req_1', reason: 'PoorCondition' },
        { requestId: 'req_2', reason: 'PoorCondition' },
      ],
    },
  ]);
  await closePage(page);
});

test('one request shows the offer with its cost beside the maximum, the suppliers and reasons, and the patron on demand', async () => {
  const page = await at('/loans/req_terms');
  const offer = page.getByRole('region', { name: 'Ashgrove Maritime Research Library offers these terms' });
  for (const text of ['€9.00', 'Use in the library only, Against a signature', '€5.00', 'more than may be spent'])
    await offer.getByText(text).first().waitFor();
  const why = page.getByRole('region', { name: /^Why Ashgrove/ });
  await why.getByRole('row', { name: /On the shelf 1 copy on the shelf now 1,000 100 100,000/ }).waitFor();
  expect(await page.getByText('Amara Okafor').count()).toBe(0);
  await page.getByRole('button', { name: 'Show for whom it is' }).click();
  await page.getByText('Amara Okafor').waitFor();
  expect(await page.getByRole('button', { name: 'Agree to the supplier’s terms' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Refuse the supplier’s terms' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  expect(steps()).toMatchObject([{ steps: [{ requestId: 'req_terms', step: 'refuse-terms' }] }]);
  await closePage(page);
});

test('a refused step shows the reason in the current language; a request of others is not shown', async () => {
  const page = await at('/loans/req_2', { language: 'es' });
  await page.getByRole('button', { name: 'Se prestará' }).click();
  await page.getByRole('form', { name: 'Se prestará' }).getByRole('button', { name: 'Se prestará' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /prestado|camino|otra persona/ })
    .waitFor();
  await closePage(page);
  const other = await at('/loans/req_nowhere');
  await other.getByText('There is no such request.').waitFor();
  await closePage(other);
});

test('a scan is uploaded to the bucket and then sent on; terms are offered with cost, conditions and the reason', async () => {
  const page = await at('/loans/req_3');
  await page.getByRole('button', { name: 'Send the copy' }).click();
  const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a scan') };
  await page.getByLabel(/^The scan/).setInputFiles(scan);
  await page.getByRole('button', { name: 'Send the copy' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  const [opened, sent, supplied] = ['resource-sharing-upload-copy', 'upload', 'resource-sharing-supply-copy'].map(
    (id) => requestsTo(id)[0]?.body,
  );
  expect(opened).toMatchObject({ askId: 'ask_3', fileName: 'scan.pdf', bytes: 15 });
  expect(sent).toEqual({ bytes: 15 });
  expect(supplied).toMatchObject({ askId: 'ask_3', documentId: 'doc_9' });
  await page.getByRole('button', { name: 'Supply on terms only' }).click();
  await page.getByLabel('Reason').selectOption('Costs more than was offered');
  await page.getByLabel('Cost (EUR)').fill('12,50');
  await page.getByLabel('No copying').check();
  await page.getByRole('button', { name: 'Supply on terms only' }).click();
  await page.getByRole('form', { name: 'Supply on terms only' }).waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('resource-sharing-take-step').map(({ body }) => body)).toEqual([
      {
        ...{ branchId: 'riverton.main', step: 'offer-terms', askId: 'ask_3', reason: 'CostExceedsMaxCost' },
        terms: { cost: { amount: 1250, currency: 'EUR' }, conditions: ['NoReproduction'] },
      },
    ]),
  );
  await closePage(page);
});

test('terms above the maximum are accepted by raising it; a citation is completed from known data', async () => {
  const page = await at('/loans/req_terms');
  await page.getByRole('button', { name: 'Agree, and spend up to €9.00' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('resource-sharing-take-step').map(({ body }) => body)).toEqual([
      { branchId: 'riverton.main', step: 'agree-terms', maxCost: { amount: 900, currency: 'EUR' } },
    ]),
  );
  await closePage(page);
  const other = await at('/loans/req_twice');
  await other.getByRole('button', { name: 'Amend the request' }).click();
  await other.getByLabel('Edition').fill('2nd');
  await other.getByRole('button', { name: 'Amend the request' }).click();
  await other.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('resource-sharing-amend-request')[0]?.body).toMatchObject({
      citation: { kind: 'book', title: 'Cien años de soledad', author: 'García Márquez, Gabriel', edition: '2nd' },
    }),
  );
  await closePage(other);
});

test('slips are printed for items to be fetched, and for chosen requests', async () => {
  const page = await at('/loans?side=supplier');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Print pull slips' }).click();
  await opened;
  await page.getByText('12 slips are in the file that has opened.').waitFor();
  await page.getByLabel('Choose Matilda').check();
  const slips = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Print packing slips' }).click();
  await slips;
  await eventually(() =>
    expect(requestsTo('resource-sharing-print-packing-slips').map(({ body }) => body)).toEqual([
      { requestIds: ['req_4'] },
    ]),
  );
  await closePage(page);
});

test('finding I2: the work list says why a message was not delivered, and staff settle it without the message', async () => {
  const page = await at('/loans?group=undelivered');
  const row = page.getByRole('listitem').filter({ hasText: 'The glass orchard' });
  const why = 'A message has not reached the other library: the request. It does not accept our sign-in.';
  await row.getByText(why).waitFor();
  await row.getByRole('button', { name: /^More that can be done/ }).click();
  await row.getByRole('button', { name: /^Settled without the message/ }).click();
  await page.getByText('1 done.').waitFor();
  expect(steps()).toMatchObject([{ steps: [{ requestId: 'req_outside', step: 'failed-message-settled' }] }]);
  await closePage(page);
});

test('messages with a library outside are shown with the request; an undelivered one is sent again', async () => {
  const page = await at('/loans/req_outside');
  await page.getByRole('heading', { name: 'Messages with the library outside' }).waitFor();
  await page.getByText('Northern Broker').first().waitFor();
  await page.getByText('As it was sent (ISO 18626)').click();
  await page.getByText('<ISO18626Message').waitFor();
  await page.getByText('Put right as it was read: header/timestamp').waitFor();
  await page.getByRole('button', { name: 'Send again: Asks to cancel it' }).click();
  await page.getByText('It is on its way again.').waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-resend-message')[0]?.body).toMatchObject({ messageId: 'm3' }),
  );
  await closePage(page);
});

test('messages of a library outside without effect are shown beside the steps, with the reason', async () => {
  const page = await at('/loans/req_outside');
  const notice = page.getByRole('region', { name: 'Reported by the library outside, with no effect' });
  await notice.getByText('Claims for damage: 20.00 USD').waitFor();
  expect(await notice.getByRole('listitem').allTextContents()).toEqual([
    expect.stringContaining('This cannot be done with the request in its present state.'),
  ]);
  await notice.getByRole('link', { name: 'All messages with the library outside' }).click();
  await page.waitForURL(/#messages$/);
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('the report gives the figures of its bars in text and tables, for the chosen months', async () => {
  const page = await at('/loan-reports');
  const waits = page.getByRole('region', { name: 'How long each step took' }).first();
  await waits.getByRole('row', { name: /From asking to having 24 4 days 7 days/ }).waitFor();
  await page
    .getByRole('img', { name: /The median of each step/ })
    .first()
    .waitFor();
  const pairs = page.getByRole('region', { name: 'Library by library' }).first();
  await pairs
    .getByRole('row', { name: /Riverton Public Library Ashgrove .* 31 24 77.4% 12 hours 4 days €96.00/ })
    .waitFor();
  await page.getByLabel('From').selectOption({ index: 0 });
  await page.waitForURL(/from=\d{4}-\d{2}/);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^concord-loans-\d{4}-\d{2}-\d{4}-\d{2}\.csv$/);
  await closePage(page);
});

test('a report of months without requests shows that, with advice', async () => {
  const page = await at('/loan-reports?member=calder', { who: 'admin' });
  await page.getByText('Nothing was asked for or supplied in these months. Choose others.').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(0);
  await closePage(page);
});

const looks: [look: string, how: Opening][] = [
  ['in light', {}],
  ['in dark', { dark: true }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
];
test.each(looks)('forms and the bar of chosen requests %s meet WCAG 2.2 AA and fit the window', async (_, how) => {
  const page = await at('/loans?side=supplier', how);
  await page.getByRole('checkbox').first().check();
  await page.locator('.bulk-bar button').nth(1).click();
  await page.locator('.bulk-bar form, .notice').first().waitFor();
  await page.locator('.row-do button').nth(1).click();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});
