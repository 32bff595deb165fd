import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'staff' });

test('a teacher sees when the loans of the own class are due', async () => {
  const page = await at('/my-classes', { who: 'patron' });
  await page.getByRole('heading', { name: 'Class 5b' }).waitFor();
  await page.getByRole('rowheader', { name: 'Amara Okafor' }).waitFor();
  await page.getByRole('cell', { name: /Dec 1[45]/ }).waitFor();
  await closePage(page);
});

test('the loans of a class are exported, and an instructor’s own copy is put on reserve', async () => {
  const page = await at('/classes/5b');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the loans' }).click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
  await page.goto(page.url().replace('/classes/5b', '/reserves/crs_01kb0000000000000000000000'));
  await page.getByRole('button', { name: 'Instructor’s own copy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Instructor’s own copy' });
  await dialog.getByRole('textbox', { name: /^Barcode/ }).fill('MOREAU-1');
  await dialog.getByRole('textbox', { name: /^Record of/ }).fill('riverton:b1000');
  await dialog.getByRole('button', { name: 'Put on reserve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('teaching-add-personal-copy').map(({ body }) => body)).toMatchObject([
      { barcode: 'MOREAU-1', sourceId: 'riverton:b1000', location: 'reserve' },
    ]),
  );
  await closePage(page);
});
