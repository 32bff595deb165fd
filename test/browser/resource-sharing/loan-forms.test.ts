import { IN_LIBRARY, withForms } from '../../../web/src/features/resource-sharing/shared/own-forms.ts';
import { type Row, together } from '../../../web/src/features/resource-sharing/shared/requests.ts';
import { closePage, type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { restrictionsAtDesk } from '../../builders/use-restrictions.ts';

const pages = browserPages({ who: 'staff' });
const { at, addressOf } = pages;

const requestsTo = (id: string) => pages.requestsTo(`resource-sharing-${id}`).map(({ body }) => body);

test('an arrival from outside shows its lender’s conditions first, then the barcode that was made for it', async () => {
  const page = await at('/loans/req_arriving');
  await page.getByRole('button', { name: 'Receive the item' }).click();
  const form = page.getByRole('form', { name: 'Receive the item' });
  await form.getByText('Use in the library only').waitFor();
  await form.getByText('Empty: one is made to stick on.').waitFor();
  await form.getByRole('button', { name: 'Receive the item' }).click();
  await page.getByText('Stick this barcode on it').waitFor();
  await page.getByText('ILL-00000042').first().waitFor();
  await page.getByText('Its library lends it under conditions: Use in the library only, No copying').waitFor();
  await eventually(() => expect(requestsTo('receive-request')).toEqual([{ branchId: 'riverton.main' }]));
  await closePage(page);
});

test('a scanned barcode is sent, and no other label is printed', async () => {
  const page = await at('/loans/req_arriving');
  await page.getByRole('button', { name: 'Receive the item' }).click();
  await page.getByLabel('Barcode of the copy').fill('99887766');
  await page.keyboard.press('Enter');
  await page.getByText('It is lent and taken back by its barcode').waitFor();
  await eventually(() =>
    expect(requestsTo('receive-request')).toEqual([{ branchId: 'riverton.main', barcode: '99887766' }]),
  );
  await closePage(page);
});

test('an item for use in the library only is lent only when that is confirmed', async () => {
  const page = await at('/loans/req_ready');
  await page.getByRole('button', { name: 'Lend to the patron' }).click();
  await page.getByText('Its library lends it in no other way.').waitFor();
  await page.getByRole('button', { name: 'Lend to the patron' }).click();
  await eventually(() => expect(requestsTo('lend-request')).toEqual([]));
  await page.getByLabel('The patron uses it in the library').check();
  await page.getByRole('button', { name: 'Lend to the patron' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() => expect(requestsTo('lend-request')).toEqual([{ branchId: 'riverton.main', inLibrary: true }]));
  await closePage(page);
  expect(restrictionsAtDesk([...IN_LIBRARY, 'NoReproduction'])).toEqual(IN_LIBRARY);
});

test('a returned item is scanned to make sure; a renewal is only requested, and the due date unchanged', async () => {
  const page = await at('/loans/req_lent');
  await page.getByRole('button', { name: 'Take the item back' }).click();
  await page.getByLabel('Barcode of the copy').fill('31234000000058');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('return-request')).toEqual([{ branchId: 'riverton.main', barcode: '31234000000058' }]),
  );
  await closePage(page);
});

test('a renewal has the new due date, which must be later', async () => {
  const page = await at('/loans/req_5');
  await page.getByRole('button', { name: 'Renew', exact: true }).click();
  await page.getByText(/^Lent until .* now\.$/).waitFor();
  await closePage(page);
});

/** Returns the form of a step of one request, as its page renders it. */
const formOf = (seen: Parameters<typeof withForms>[0], trigger: string) =>
  withForms(seen)
    .actions.find((action) => action.trigger === trigger)
    ?.fields?.map(({ field, must, hint }) => [field, must, hint]);

test('for a library outside the copy is scanned where no record was found, and another edition is confirmed', () => {
  const accept = {
    trigger: 'accept',
    label: 'Accept',
    to: 'will-supply',
    fields: [{ field: 'copy' as const, must: false }],
  };
  const actions = [{ ...accept, atOnce: 'accept' as const }];
  const theirs = { kind: 'outside-supply', recordId: 'rec_1', actions };
  expect(formOf(theirs, 'accept')).toEqual([
    ['copy', false, undefined],
    ['other-record', false, undefined],
  ]);
  const cited = { ...theirs, recordId: 'cit_1' };
  expect(formOf(cited, 'accept')).toEqual([['copy', true, 'decides']]);
  expect(formOf({ ...theirs, kind: 'consortium-loan' }, 'accept')).toEqual([['copy', false, undefined]]);
  // What leaves is scanned, whatever was promised; and so it is shipped one by one.
  const ship = { trigger: 'ship', label: 'Ship', to: 'shipped', fields: [{ field: 'copy' as const, must: true }] };
  const promised = { kind: 'consortium-loan', recordId: 'rec_1', actions: [{ ...ship, atOnce: 'ship' as const }] };
  expect(formOf(promised, 'ship')).toEqual([['copy', true, 'leaves']]);
  expect(formOf({ ...promised, kind: 'outside-supply' }, 'ship')).toEqual([
    ['copy', true, 'leaves'],
    ['other-record', false, undefined],
  ]);
  expect(together([withForms(promised) as unknown as Row])).toEqual([]);
  // A barcode belongs to one request, so bulk actions do not ask for it.
  const rows = [theirs, cited].map((one) => withForms(one) as unknown as Row);
  expect(together(rows).map(({ action, rows: meant }) => [action.trigger, meant])).toEqual([['accept', [rows[0]]]]);
  expect(together(rows.slice(1))).toEqual([]);
});

test('a copy that arrived without a link may be uploaded before it is handed on', () => {
  const actions = [{ trigger: 'deliver-copy', label: 'Hand on', to: 'completed' }];
  const ours = { kind: 'outside-loan', recordId: 'cit_1', actions };
  expect(formOf(ours, 'deliver-copy')).toEqual([['document', false, 'came']]);
  expect(formOf({ ...ours, documentId: 'doc_1' }, 'deliver-copy')).toEqual([
    ['document', false, 'instead'],
    ['handed-over', false, undefined],
  ]);
  expect(formOf({ ...ours, kind: 'consortium-loan', documentId: 'doc_1' }, 'deliver-copy')).toBeUndefined();
});

test('a copy at an outside address may be delivered in another way: its link is not opened', async () => {
  const page = await at('/loans/req_by-link');
  await page.getByRole('button', { name: 'Hand the copy on to the patron' }).click();
  await page.getByLabel(/It was given to the patron by other means/).check();
  await page.getByRole('form').getByRole('button', { name: 'Hand the copy on to the patron' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() => expect(requestsTo('deliver-copy')).toEqual([{ branchId: 'riverton.main', handedOver: true }]));
  await closePage(page);
});

test.each<[look: string, how: Opening]>([
  ['in dark', { dark: true }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
])('arrival and lending %s meet WCAG 2.2 AA and fit the window', async (_, how) => {
  for (const id of ['req_ready', 'req_arriving']) {
    const page = await at(`/loans/${id}`, how);
    await page.locator('[aria-labelledby="steps"] button').first().click();
    await page.locator('.step-form').waitFor();
    expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
      violations: [],
      overflow: 0,
    });
    await closePage(page);
  }
});

test('staff request by the patron’s card, at their branch, a title that the catalogue lacks', async () => {
  const page = await at('/loans');
  await page.getByRole('link', { name: 'Ask for a patron' }).click();
  await page.getByLabel(/^Title of the book/).fill('Light on the water');
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  await page.getByLabel('Card of the patron').fill('21101000000016');
  await page.keyboard.press('Enter');
  await page.getByText(/costs €15.00/).waitFor();
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() =>
    expect(requestsTo('place-request')).toMatchObject([
      {
        citation: { kind: 'book', title: 'Light on the water' },
        ...{ service: 'loan', patron: '21101000000016', pickupBranch: 'riverton.main', outside: true },
      },
    ]),
  );
  await closePage(page);
});

test('finding I1 W12: what the catalogue may have is shown first, and outside is asked only after “None of these”', async () => {
  const page = await at('/cite');
  await page.getByLabel(/^Title of the book/).fill('Dune');
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  await page.getByLabel('Card of the patron').fill('21101000000016');
  await page.getByRole('button', { name: 'Show how to get it' }).last().click();
  const possible = page.getByRole('region', { name: 'Perhaps the catalogue has it' });
  expect(await possible.getByRole('link').getAttribute('href')).toBe('/record/rec_1');
  expect(await page.getByRole('button', { name: 'Request this' }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await possible.getByRole('button', { name: 'None of these' }).click();
  await page.getByText('From a library outside the consortium').waitFor();
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() => expect(requestsTo('place-request')).toMatchObject([{ outside: true, notThese: ['rec_1'] }]));
  await closePage(page);
});

test('finding I1: “This one” requests the record of the catalogue, also for a request that stopped for review', async () => {
  const page = await at('/cite');
  await page.getByLabel(/^Title of the book/).fill('Dune');
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  await page.getByLabel('Card of the patron').fill('21101000000016');
  await page.getByRole('button', { name: 'Show how to get it' }).last().click();
  await page.getByRole('button', { name: 'This one: Dune' }).click();
  await page.getByText('A copy of the consortium, set aside for you').waitFor();
  await page.goto(addressOf('/loans/req_possible'));
  await page.getByRole('button', { name: 'This one: Dune' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('amend-request')).toEqual([{ branchId: 'riverton.main', recordId: 'rec_1' }]),
  );
  await closePage(page);
});

test('finding I4: a request that could be asked of nobody says who is excluded for what', async () => {
  const page = await at('/loans/req_unasked');
  const excluded = page.getByRole('region', { name: 'Who is not asked, and why' });
  await excluded.getByText('asks more than is paid.').waitFor();
  expect(await excluded.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/ asks more than is paid\.$/),
    'Ashgrove Maritime Research Library does not lend its copy.',
  ]);
  expect(await page.getByText('has been asked and none could').count()).toBe(0);
  await closePage(page);
});

test('staff set the need-by date and the speed for a patron; an option that would miss the date is marked', async () => {
  const page = await at('/cite');
  await page.getByLabel(/^Title of the book/).fill('Light on the water');
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  await page.getByLabel('Card of the patron').fill('21101000000016');
  await page.getByLabel(/^Needed by/).fill(new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('sv'));
  await page.getByLabel('How fast').selectOption('Rush');
  await page.getByRole('button', { name: 'Show how to get it' }).last().click();
  await page.getByText('later than you need it').waitFor();
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() =>
    expect(requestsTo('place-request')).toMatchObject([
      { serviceLevel: 'rush', needBy: expect.stringMatching(/T.*Z$/) },
    ]),
  );
  await closePage(page);
});

test('C81 of several volumes staff choose one as they agree; the rest of the request is unchanged', async () => {
  const page = await at('/loans/req_volumes');
  await page.getByText('Several volumes: say which').first().waitFor();
  await page.getByRole('button', { name: 'Agree to the supplier’s terms' }).click();
  const form = page.getByRole('form', { name: 'Agree to the supplier’s terms' });
  await form.getByLabel('Volume').selectOption('2');
  await form.getByRole('button', { name: 'Agree to the supplier’s terms' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('take-step')).toEqual([
      {
        ...{ branchId: 'riverton.main', step: 'agree-terms' },
        citation: { kind: 'book', title: 'A history of the lakes', author: 'Ekström, Nils', volume: '2' },
      },
    ]),
  );
  await closePage(page);
});

test('finding I7: what was not found as cited is asked again with a better citation', async () => {
  const page = await at('/loans/req_not-found');
  await page.getByText('It was not found as cited.').waitFor();
  await page.getByRole('button', { name: 'Agree to the supplier’s terms' }).click();
  const form = page.getByRole('form', { name: 'Agree to the supplier’s terms' });
  await form.getByLabel('Title of the book or journal').fill('A history of the lakes');
  await form.getByRole('button', { name: 'Agree to the supplier’s terms' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('take-step')).toEqual([
      {
        ...{ branchId: 'riverton.main', step: 'agree-terms' },
        citation: { kind: 'book', title: 'A history of the lakes', author: 'Ekström' },
      },
    ]),
  );
  await closePage(page);
});

test('staff write to a library outside; a cancellation has a note there, and none between members', async () => {
  const page = await at('/loans/req_outside');
  await page.getByRole('button', { name: 'Write to the supplier' }).click();
  const form = page.getByRole('form', { name: 'Write to the supplier' });
  await form.getByLabel('Words to the other library').fill('Is it on its way?');
  await form.getByRole('button', { name: 'Write to the supplier' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('take-step')).toEqual([
      { branchId: 'riverton.main', step: 'write-to-supplier', note: 'Is it on its way?' },
    ]),
  );
  await page.getByRole('button', { name: 'Cancel the request' }).click();
  await page.getByLabel('Words to the other library').fill('We have it from elsewhere.');
  await page.getByRole('form').getByRole('button', { name: 'Cancel the request' }).click();
  await page.getByRole('status').filter({ hasText: 'Done.' }).waitFor({ state: 'attached' });
  await eventually(() =>
    expect(requestsTo('take-steps')).toMatchObject([
      { steps: [{ step: 'cancel', note: 'We have it from elsewhere.' }] },
    ]),
  );
  await page.goto(addressOf('/loans/req_asked'));
  await page.getByRole('button', { name: 'Cancel the request' }).waitFor();
  await page.getByRole('button', { name: 'Start it again' }).click();
  await page.getByText('It is started again. Give it a minute.').waitFor();
  await eventually(() => expect(requestsTo('restart-request')).toEqual([{ branchId: 'riverton.main' }]));
  expect(await page.getByRole('button', { name: 'Write to the supplier' }).count()).toBe(0);
  await closePage(page);
});
