import { closePage, type Opening, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const path = '/record/rec_1/sources';
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

test('a cataloguer gets there from the record, sees why records are joined, and splits one off with a reason', async () => {
  const page = await at('/record/rec_1');
  await page.getByRole('link', { name: 'Records of the members: merge or split' }).click();
  await page.getByText('same ISBN; same title; pages differ by 2').first().waitFor();
  await page.getByLabel(/record 77/).check();
  const split = page.getByRole('button', { name: 'Split off' });
  expect(await split.isDisabled()).toBe(true);
  await page.getByLabel('Why').first().fill('One is the abridged text.');
  await split.click();
  await page.getByText('Split off.').waitFor();
  expect(bodies('catalogue-split-record')).toEqual([
    { leaving: ['lakeshore:77'], reason: 'One is the abridged text.' },
  ]);
  await closePage(page);
});

test('not all records can be split off at once', async () => {
  const page = await at(path);
  for (const one of await page.getByRole('checkbox').all()) await one.check();
  await page.getByText('At least one record stays: choose fewer.').waitFor();
  expect(await page.getByRole('button', { name: 'Split off' }).count()).toBe(0);
  await closePage(page);
});

test('another record is merged by its address', async () => {
  const page = await at(path);
  await page.getByLabel('The other record').fill('https://library.example/record/rec_2?portal=riverton');
  await page.getByLabel('Why').fill('The same printing.');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('Merged.').waitFor();
  expect(bodies('catalogue-merge-records')).toEqual([{ with: 'rec_2', reason: 'The same printing.' }]);
  await closePage(page);
});

test('a cataloguer chooses the editions that belong with the own record, and the history shows it', async () => {
  const page = await at(path);
  await page.getByRole('button', { name: /^Its work: Riverton/ }).click();
  const form = page.locator('form', { has: page.getByLabel('This record') });
  await form.getByLabel('This record').selectOption({ label: 'belongs with the editions of another record' });
  await form.getByLabel('Why').fill('The same poem.');
  const keep = form.getByRole('button', { name: 'Keep this' });
  expect(await keep.isDisabled()).toBe(true);
  await form.getByLabel('A record of that work').fill('https://library.example/record/rec_2');
  expect(await violations(page)).toEqual([]);
  await keep.click();
  await page.getByText('Decided. Lists follow in a moment.').waitFor();
  expect(bodies('catalogue-set-work-decision')).toEqual([
    { sourceId: 'riverton:b1000', work: { stands: 'with', recordId: 'rec_2' }, reason: 'The same poem.' },
  ]);
  const decision = page.getByRole('listitem').filter({ hasText: 'Decided about its work:' });
  await decision.getByRole('link', { name: 'With the editions of rec_7' }).waitFor();
  await closePage(page);
});

test('a decision is shown with person, reason and the matcher’s result; it is undone with a reason, once', async () => {
  const page = await at(path);
  const merged = page.getByRole('listitem').filter({ hasText: 'Merged:' });
  await merged.getByText('The same printing: compared in the hand.').waitFor();
  const edited = page.getByRole('listitem').filter({ hasText: 'Edited: ' });
  await edited.getByText('#1 $aLondon$c1996').waitFor();
  await page.getByText('november.mrc').waitFor();
  const undone = page.getByRole('listitem').filter({ hasText: 'Both are whole.' });
  expect(await undone.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await merged.getByRole('button', { name: 'Undo' }).click();
  await merged.getByLabel('Why').fill('Another ending.');
  await merged.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await eventually(() =>
    expect(requestsTo('catalogue-undo-decision')).toMatchObject([{ body: { reason: 'Another ending.' } }]),
  );
  await closePage(page);
});

test('many copies hidden in one change are one line, by name, with its copies to open and a link to the change', async () => {
  const page = await at(path);
  const batch = page.getByRole('listitem').filter({ hasText: /^23 copies hidden in one change: .*record b1000/ });
  await batch.getByText(/^Ines Keller, /).waitFor();
  await batch.getByText('At least 23: not all were counted.').waitFor();
  const copy = batch.getByText(/The copy 31234000123464: .* → /);
  expect(await copy.isVisible()).toBe(false);
  await batch.getByText('Which copies').press('Enter');
  await copy.waitFor();
  await batch.getByText('And 21 more').waitFor();
  expect(await batch.getByRole('link', { name: 'A change of many copies' }).getAttribute('href')).toBe(
    '/item-changes/bat_01kb00000000000000000000000?member=riverton',
  );
  await closePage(page);
});

test.each<[look: string, how: Opening]>([
  ['in dark', { dark: true }],
  ['320 px wide, in Spanish', { width: 320, language: 'es' }],
])('the page %s meets WCAG 2.2 AA and fits the window', async (_, how) => {
  const page = await at(path, how);
  await page.getByRole('checkbox').last().check();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('an uncertain pair is decided as one title or as two, with a reason', async () => {
  const page = await at('/possible-duplicates');
  const pair = page.getByRole('listitem').filter({ hasText: 'pages differ by 38' });
  await pair.getByText('One title by 52%:').waitFor();
  await pair.getByRole('button', { name: 'Keep apart' }).click();
  await pair.getByLabel('Why').fill('Another translation.');
  await pair.getByRole('button', { name: 'Keep apart' }).click();
  await page.getByText('Marked as different.').waitFor();
  expect(bodies('catalogue-mark-distinct')).toEqual([
    { from: 'rec_01kb0000000000000000000000', reason: 'Another translation.' },
  ]);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('a cataloguer edits a record by keyboard: an error is shown at its line before saving, then it is saved with a reason', async () => {
  const page = await at(path);
  await page.getByRole('link', { name: /^Edit .*b1000/ }).click();
  const title = page.getByRole('group', { name: 'Field 245 Title' });
  await title.getByLabel('Indicators of 245').fill('90');
  await page.getByText('Fault: Indicator 1 of 245 is “9”; it may be: 0 1.').waitFor();
  await page.getByText('One fault, nothing else to look at.').waitFor();
  await page.getByLabel('Why').fill('The title page has more.');
  const save = page.getByRole('button', { name: 'Save' });
  expect(await save.isDisabled()).toBe(true);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await title.getByLabel('Indicators of 245').fill('10');
  await title.getByLabel('Text of 245').press('Enter');
  await page.keyboard.type('500');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await page.keyboard.type('Costs 2{dollar}.');
  await page.getByText('No fault, nothing else to look at.').waitFor();
  await save.click();
  await page.getByText('Saved: the record is matched anew.').waitFor();
  const [{ body } = { body: {} }] = requestsTo('catalogue-edit-source-record');
  expect(body).toMatchObject({ version: '9f2c', reason: 'The title page has more.' });
  expect((body as { record: { data: unknown[] } }).record.data[1]).toEqual({
    ...{ tag: '500', ind1: ' ', ind2: ' ' },
    subfields: [{ code: 'a', value: 'Costs 2$.' }],
  });
  await closePage(page);
});

test('the lines of a record 320 px wide, in Spanish and dark, fit the window and meet WCAG 2.2 AA', async () => {
  const page = await at('/edit/riverton:b1000', { width: 320, language: 'es', dark: true });
  await page.getByRole('group', { name: 'Campo 245 Título' }).waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('the titles with several records of the own library are counted, and each links to its records', async () => {
  const page = await at('/possible-duplicates');
  const figures = page.getByRole('region', { name: 'Your records that stand double' }).first();
  await figures.getByRole('row', { name: 'Your records in them 5' }).waitFor();
  await figures.getByRole('row', { name: 'Pairs in doubt with records of others 14' }).waitFor();
  await page.getByRole('button', { name: 'Show the titles' }).press('Enter');
  const emma = page.getByRole('listitem').filter({ hasText: '3 records: b1000, b1001, b4711' });
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await emma.getByRole('link', { name: 'Emma' }).click();
  await page.getByRole('heading', { name: 'Records of the members' }).waitFor();
  await closePage(page);
});
