import { contract as getSource } from '../../../functions/catalogue/operations/get-source-record/contract.ts';
import { noteKeys } from '../../../local/levels/flow-counts.ts';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { keyboardOn } from '../../builders/keyboard.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
type Sent = { version: string; record: { control: object[]; data: { tag: string }[] } };
const sent = (): Sent => (requestsTo('catalogue-edit-source-record').at(-1)?.body ?? {}) as Sent;

test('a record found elsewhere is shown beside the own one and laid over it: number and local fields stay', async () => {
  const page = await at('/copy-records');
  await page.getByLabel('ISBN').fill('9780141439587');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('your library has it').waitFor();
  await page.getByText('One record of this answer cannot be read and is left out.').waitFor();
  await page.getByRole('button', { name: 'Emma', exact: true }).click();
  const result = page.getByRole('region', { name: 'Your record afterwards' });
  await result.getByText('A matchmaker errs.').waitFor();
  expect(await result.getByText('Their shelf').count()).toBe(0);
  await page.getByRole('button', { name: 'Lay over our record' }).click();
  expect(await page.getByLabel('Text of 520').inputValue()).toBe('$aA matchmaker errs.');
  await page.getByLabel('Why').fill('Copied.');
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
  const { version, record } = sent();
  expect([version, record.control[0], record.data.map(({ tag }) => tag)]).toEqual([
    '9f2c',
    { tag: '001', value: 'b1000' },
    ['035', '245', '520'],
  ]);
  await closePage(page);
});

test('a change of the own record after the comparison is not overwritten: the record found is laid over the current one', async () => {
  const page = await at('/copy-records');
  await page.getByLabel('ISBN').fill('9780141439587');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: 'Emma', exact: true }).click();
  await page.getByRole('region', { name: 'Your record afterwards' }).getByText('A matchmaker errs.').waitFor();
  const { record, ...source } = getSource.example.output;
  const signed = { tag: '590', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'Signed copy.' }] };
  await page.route('**/v1/catalogue/source-records/riverton*b1000', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { ...source, version: 'c41d', record: { ...record, data: [...record.data, signed] } } })
      : route.continue(),
  );
  await page.getByRole('button', { name: 'Lay over our record' }).click();
  await page.getByText('Your record changed since you compared it.').waitFor();
  expect(await page.getByLabel('Text of 590').inputValue()).toBe('$aSigned copy.');
  expect(await page.getByLabel('Text of 520').inputValue()).toBe('$aA matchmaker errs.');
  await page.getByLabel('Why').fill('Copied.');
  await page.getByText('No fault,').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
  expect([sent().version, sent().record.data.map(({ tag }) => tag)]).toEqual(['c41d', ['035', '245', '520', '590']]);
  await closePage(page);
});

test('by keyboard a record that is nowhere here is taken over as a new one, with a copy; a catalogue without an answer is named', async () => {
  const page = await at('/copy-records');
  const keys = keyboardOn(page);
  await page.getByLabel('ISBN').waitFor();
  await keys.scan('9780141439587');
  await keys.activate(page.getByRole('button', { name: 'Emma : a play' }));
  await keys.activate(page.getByRole('button', { name: 'Take over as a new record' }));
  await keys.reach(page.getByLabel('Why'));
  await keys.type('Copied.');
  await page.getByText('No fault,').waitFor();
  await keys.activate(page.getByRole('button', { name: 'Save' }));
  await page.getByText('Saved as a new record.').waitFor();
  expect([sent().version, sent().record.data.map(({ tag }) => tag)]).toEqual(['none', ['245']]);
  await keys.activate(page.getByRole('link', { name: /^Add a copy to/ }).first());
  await keys.reach(page.getByLabel('Branch'));
  await keys.press('ArrowDown');
  await keys.reach(page.getByLabel('Barcode'));
  await keys.scan('31101000000990');
  await page.getByText(/^Copy \d+ made\.$/).waitFor();
  noteKeys('copy-catalogue', keys.count);
  await page.getByRole('navigation').getByRole('link', { name: 'Copy records' }).click();
  await page.getByLabel('Catalogue', { exact: true }).selectOption('University union');
  await page.getByLabel('Any words').fill('emma');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('The other catalogue gave no answer: timed-out').first().waitFor();
  await closePage(page);
});

test('an administrator adopts another catalogue to copy from', async () => {
  const page = await at('/copy-targets', { who: 'admin' });
  await page.getByRole('button', { name: 'Add a catalogue' }).click();
  const third = page.getByRole('group', { name: 'Catalogue 3' });
  await third.getByLabel('Name', { exact: true }).fill('State library');
  await third.getByLabel('Address').fill('https://sru.state.example/biblios');
  await page.getByLabel('Decision').fill('Board 12');
  await page.getByRole('button', { name: 'Adopt' }).click();
  await page.getByText('Adopted', { exact: false }).first().waitFor();
  const [{ body } = { body: {} }] = requestsTo('governance-adopt-policy');
  expect(body).toMatchObject({
    kind: 'copy-targets',
    body: {
      targets: [{}, {}, { name: 'State library', address: 'https://sru.state.example/biblios', version: '1.2' }],
    },
  });
  await closePage(page);
});
