import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
type Sent = {
  version: string;
  record: { leader: string; control: { tag: string; value: string }[]; data: { tag: string }[] };
};

test('a cataloguer writes a new record from a template, with codes in words, sees what is like it, and saves only what is filled', async () => {
  const page = await at('/cataloguing');
  await page.getByRole('main').getByRole('link', { name: 'New record' }).click();
  await page.getByRole('link', { name: 'Book', exact: true }).click();
  const save = page.getByRole('button', { name: 'Save' });
  await page.getByText('The title (245) is missing').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Text of 245').fill('$aEmma /$b$cJane Austen.');
  await page.getByText('The catalogue has this title.').waitFor();
  expect(await page.getByRole('link', { name: 'Your own record of it' }).getAttribute('href')).toBe(
    '/edit/riverton%3Ab1000',
  );
  await page.getByRole('button', { name: 'Codes of 008 in words' }).press('Enter');
  await page.getByLabel('Literary form (33)').selectOption('f');
  // Positions of several characters have room to type in, also a blank first.
  await page.getByLabel('(18–21)').pressSequentially('ab');
  await page.getByLabel('(24–27)').pressSequentially('#b');
  await page.getByLabel('(7–10)').press('ControlOrMeta+A');
  await page.getByLabel('(7–10)').pressSequentially('1999');
  await page.getByLabel('Why').fill('A gift.');
  await page.getByText('No fault,').waitFor();
  await save.click();
  await page.getByText('Saved as a new record.').waitFor();
  const [{ body } = { body: {} }] = requestsTo('catalogue-edit-source-record');
  const { version, record } = body as Sent;
  expect([version, record.leader, record.control.map(({ tag }) => tag)]).toEqual([
    'none',
    '00000nam a2200000 i 4500',
    ['001', '008'],
  ]);
  const codes = record.control[1]?.value ?? '';
  expect([codes.length, codes.slice(7, 11), codes.slice(18, 22), codes.slice(24, 28), codes[33]]).toEqual([
    ...[40, '1999', 'ab  ', ' b  ', 'f'],
  ]);
  expect(record.data.map(({ tag }) => tag)).toEqual(['040', '245', '336', '337', '338']);
  await closePage(page);
});
