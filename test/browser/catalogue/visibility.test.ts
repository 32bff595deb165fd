import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { resetFixtureVisibility } from '../../builders/fixture-visibility.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

beforeEach(resetFixtureVisibility);

test('a cataloguer hides a record in the list of members’ records with a reason, sees who did, and shows it again', async () => {
  const page = await at('/record/rec_1/sources');
  await page.getByRole('link', { name: /^Hide or show .*b1000/ }).click();
  const record = page.getByRole('region', { name: 'The record' });
  await record.getByText('Everybody sees it.').waitFor();
  const change = record.getByRole('button', { name: /^Change who sees it/ });
  await change.press('Enter');
  await record.getByLabel('the public').check();
  await record.getByText('Staff of all libraries see it, readers do not.').waitFor();
  await record.getByLabel('other libraries').check();
  await record.getByText('Staff of your library see it, nobody else does.').waitFor();
  const hide = record.getByRole('button', { name: 'Hide it' });
  expect(await hide.isDisabled()).toBe(true);
  await record.getByLabel('Why').fill('Under embargo.');
  await hide.click();
  await record.getByText('Hidden from: the public, other libraries').waitFor();
  await record.getByText(/^Under embargo\. · /).waitFor();
  // Copies of the hidden record show that they are hidden with it.
  const copies = page.getByRole('region', { name: 'Single copies' });
  await copies
    .getByText('With its record or its branch it is hidden from: the public, other libraries')
    .first()
    .waitFor();
  await change.click();
  await record.getByLabel('the public').uncheck();
  await record.getByLabel('other libraries').uncheck();
  await record.getByLabel('Why').fill('The embargo is over.');
  await record.getByRole('button', { name: 'Show it to everybody' }).click();
  // The form previews the same words; it closes when the answer has come.
  await change.waitFor();
  await record.getByText('Everybody sees it.').waitFor();
  const what = { sourceId: 'riverton:b1000' };
  expect(bodies('catalogue-set-visibility')).toEqual([
    { what, hiddenFrom: ['public', 'other-members'], reason: 'Under embargo.' },
    { what, hiddenFrom: [], reason: 'The embargo is over.' },
  ]);
  await closePage(page);
});

test('the copies of a branch are shown again, and one copy hidden, with person, time and reason', async () => {
  const page = await at('/visibility/riverton:b2000');
  const holdings = page.getByRole('region', { name: 'Its copies at each branch' });
  await holdings.getByText('Hidden from: the public').waitFor();
  await holdings.getByText(/^The donor asked for it\. · Ines Keller, /).waitFor();
  const change = holdings.getByRole('button', { name: /^Change who sees it/ });
  await change.click();
  await holdings.getByLabel('the public').uncheck();
  await holdings.getByLabel('Why').fill('The donor agrees.');
  await holdings.getByRole('button', { name: 'Show it to everybody' }).click();
  await change.waitFor();
  await holdings.getByText('Everybody sees it.').waitFor();
  const copy = page.getByRole('listitem').filter({ hasText: '31234000123464' });
  await copy.getByRole('button', { name: /^Change who sees it/ }).click();
  await copy.getByLabel('the whole catalogue').check();
  await copy.getByLabel('Why').fill('Torn.');
  await copy.getByRole('button', { name: 'Hide it' }).click();
  await copy.getByText('Hidden from: the whole catalogue').waitFor();
  const sourceId = 'riverton:b2000';
  expect(bodies('catalogue-set-visibility')).toEqual([
    { what: { sourceId, branchId: 'riverton.main' }, hiddenFrom: [], reason: 'The donor agrees.' },
    { what: { sourceId, itemId: 'itm_2' }, hiddenFrom: ['union'], reason: 'Torn.' },
  ]);
  await closePage(page);
});

test('the page of a copy shows who sees it, and a new label is set with a reason', async () => {
  const page = await at('/copy?barcode=31234000123456');
  const seen = page.getByRole('region', { name: 'Who sees it' });
  await seen.getByText('With its record or its branch it is hidden from: the public').waitFor();
  const label = page.getByRole('region', { name: 'Another label' });
  const relabel = label.getByRole('button', { name: 'Relabel it' });
  await label.getByLabel('New barcode').fill('31234000123464');
  expect(await relabel.isDisabled()).toBe(true);
  await label.getByLabel('Why').fill('The label came off.');
  await relabel.click();
  await page.getByText('It bears 31234000123464 now.').waitFor();
  await page.getByRole('heading', { name: '31234000123464' }).waitFor();
  expect(bodies('catalogue-relabel-item')).toEqual([{ barcode: '31234000123464', reason: 'The label came off.' }]);
  await closePage(page);
});

test('the history lists shown and relabelled parts, and links to where they are changed', async () => {
  const page = await at('/record/rec_1/sources');
  const shown = page.getByRole('listitem').filter({ hasText: 'Shown again: ' });
  await shown.getByText('The shelf is open again.').waitFor();
  await shown.getByText('Hidden from: the public → nobody').waitFor();
  const relabelled = page.getByRole('listitem').filter({ hasText: 'Relabelled: ' });
  await relabelled.getByText('Barcode: 31234000123400 → 31234000123456').waitFor();
  await shown.getByRole('link', { name: 'Who sees it' }).click();
  await page.getByRole('heading', { name: 'Who sees it', level: 1 }).waitFor();
  await closePage(page);
});

test('another library’s record is not shown here', async () => {
  const page = await at('/visibility/lakeshore:77');
  await page.getByText(/^None of these records is/).waitFor();
  await eventually(() => expect(requestsTo('catalogue-show-visibility')).toEqual([]));
  await closePage(page);
});

test('in Spanish, 320 px wide, with a form open, it meets WCAG 2.2 AA and fits', async () => {
  const page = await at('/visibility/riverton:b3000', { width: 320, language: 'es' });
  await page
    .getByRole('button', { name: /^Cambiar quién lo ve/ })
    .first()
    .click();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('the page of a title says what of it is hidden, by whom and why; a copy has its own history', async () => {
  const page = await at('/visibility/riverton:b1000');
  const record = page.getByRole('region', { name: 'The record' });
  await record.getByRole('button', { name: /^Change who sees it/ }).click();
  await record.getByLabel('other libraries').check();
  await record.getByLabel('Why').fill('A gift with conditions.');
  await record.getByRole('button', { name: 'Hide it' }).click();
  await record.getByText('Hidden from: other libraries').waitFor();
  await closePage(page);
  const title = await at('/record/rec_1');
  const past = title.getByRole('region', { name: 'What happened to it' });
  await past.getByText(/^A gift with conditions\. · /).waitFor();
  await past.getByRole('button', { name: 'Show what happened to it' }).press('Enter');
  await past.getByText('The title page has another date.').waitFor();
  const items = title.getByRole('region', { name: 'Items' });
  await items.getByRole('button', { name: 'History of 31101000000011' }).click();
  const dialog = title.getByRole('dialog', { name: 'What happened to this copy' });
  await dialog.getByText('The shelf is open again.').waitFor();
  expect(await dialog.getByText('The title page has another date.').count()).toBe(0);
  expect(await violations(title)).toEqual([]);
  await title.keyboard.press('Escape');
  await items.getByRole('link', { name: '31101000000011' }).click();
  const copy = title.getByRole('region', { name: 'What happened to this copy' });
  await copy.getByText('The shelf is open again.').waitFor();
  expect(await copy.getByText('The title page has another date.').count()).toBe(0);
  await closePage(title);
});
