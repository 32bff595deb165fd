import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at } = browserPages({ who: 'staff' });

test('labels of scanned items are printed from the first free place of a sheet, or one a page on a roll', async () => {
  const page = await at('/labels');
  await page.getByLabel('Barcodes').fill('31234000123456\n31234000123459');
  const labels = page.getByRole('list', { name: 'Labels' });
  await page.getByRole('button', { name: 'Print 2 labels' }).waitFor();
  expect(await labels.locator('svg').count()).toBe(2);
  await page.getByLabel('Begin at label').fill('4');
  expect(await labels.locator('.label-used').count()).toBe(3);
  await page.getByLabel('Label', { exact: true }).selectOption('spine');
  await labels.getByText('FIC').first().waitFor();
  await page.getByLabel('Labels on').selectOption('roll-25');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('Barcodes').isVisible()).toBe(false);
  expect(await labels.isVisible()).toBe(true);
  expect(await labels.locator('.label-used').count()).toBe(0);
  await closePage(page);
});

test('the heading of a field is looked up, and its established form taken over', async () => {
  const page = await at('/new-record?template=book');
  await page.getByLabel('Text of 100').fill('$atwain, mark$eauthor.');
  const line = page.getByRole('listitem').filter({ has: page.getByLabel('Text of 100') });
  await line.getByRole('button', { name: 'Look up this heading' }).press('Enter');
  await line.getByText('Also known as: Clemens, Samuel Langhorne, 1835-1910').waitFor();
  await line.getByRole('button', { name: 'Use this form' }).click();
  expect(await page.getByLabel('Text of 100').inputValue()).toBe('$aTwain, Mark,$d1835-1910$eauthor.');
  await closePage(page);
});
