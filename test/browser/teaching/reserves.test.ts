import { answerTo, closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'staff' });
const sent = (id: string) => requestsTo(id).map(({ body }) => body);

test('a term and a course are made, and the course opens with its empty list', async () => {
  const page = await at('/reserves');
  await page.getByRole('button', { name: 'New term' }).click();
  await page.getByRole('textbox', { name: /Name of the term/ }).fill('Fall 2027 (A)');
  await page.getByLabel(/First day/).fill('2027-08-23');
  await page.getByLabel(/Last day/).fill('2027-08-01');
  await page.getByText('The last day is before the first.').waitFor();
  await page.getByLabel(/Last day/).fill('2027-12-17');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(sent('teaching-set-term')).toEqual([{ name: 'Fall 2027 (A)', startsOn: '2027-08-23', endsOn: '2027-12-17' }]);
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('textbox', { name: /Code/ }).fill('HIST 204');
  await page.getByRole('textbox', { name: /Title/ }).fill('The Atlantic World');
  await page.getByRole('textbox', { name: 'Instructors' }).fill('Ines Moreau, Tom Reed');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reading list' }).waitFor();
  expect(sent('teaching-create-course')).toMatchObject([
    { code: 'HIST 204', termId: '2026-fall', instructors: [{ name: 'Ines Moreau' }, { name: 'Tom Reed' }] },
  ]);
  await closePage(page);
});

test('an edited title keeps the instructors, who may be patrons', async () => {
  const page = await at('/reserves/crs_1');
  await page.getByRole('button', { name: 'Edit the course' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Atlantic Worlds');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [body] = sent('teaching-edit-course');
  expect(body).toMatchObject({ title: 'Atlantic Worlds' });
  expect(body).not.toHaveProperty('instructors');
  await closePage(page);
});

test('copies are put on reserve by scanning alone, a link is added, and an entry is taken off', async () => {
  const page = await at('/reserves/crs_1');
  const box = page.getByRole('textbox', { name: 'Scan a copy for the reserve' });
  for (const copy of ['31234000123456', '31234000123457']) {
    await box.fill(copy);
    await box.press('Enter');
  }
  const scans = page.getByRole('list', { name: 'Scanned copies' }).getByRole('listitem');
  for (const copy of ['31234000123456', '31234000123457'])
    await scans
      .filter({ hasText: copy })
      .filter({ hasText: /The copy is on/ })
      .waitFor();
  expect(sent('teaching-put-on-reserve').map(({ item, location }) => [item, location])).toEqual([
    ['31234000123456', 'Reserve desk'],
    ['31234000123457', 'Reserve desk'],
  ]);
  await page.getByRole('textbox', { name: /Title of a link/ }).fill('What instruments remember');
  await page.getByRole('textbox', { name: /Address/ }).fill('https://journals.example.org/isis/101');
  await page.getByRole('button', { name: 'Add the link' }).click();
  const removed = answerTo(page, '/removals');
  await page.getByRole('button', { name: 'Take off: The Black Atlantic' }).click();
  await removed;
  expect(sent('teaching-take-off-list')).toMatchObject([{ entryId: 'itm_01kb0000000000000000000000' }]);
  expect(sent('teaching-list-material')).toMatchObject([
    { material: { kind: 'link', title: 'What instruments remember' } },
  ]);
  await closePage(page);
});
