import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });

test('labels of scanned items are printed from the first free place of a sheet, or one a page on a roll', async () => {
  const page = await at('/labels');
  await page.getByLabel('Barcodes').fill('31234000123456\n31234000123459');
  await page.getByLabel('Barcodes').press('Enter');
  const labels = page.getByRole('region', { name: 'Labels' });
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

test('a sheet of 65 labels prints five a row, also the second sheet; items are read ten at once', async () => {
  const page = await at('/labels');
  const open = { now: 0, most: 0 };
  await page.route('**/v1/catalogue/items/*', async (route) => {
    open.most = Math.max(open.most, ++open.now);
    const response = await route.fetch();
    open.now -= 1;
    await route.fulfill({ response });
  });
  await page.getByLabel('Barcodes').fill(Array.from({ length: 66 }, (_, i) => 31234000100000 + i).join('\n'));
  await page.getByLabel('Barcodes').press('Enter');
  await page.getByLabel('Labels on').selectOption('a4-65');
  await page.getByRole('button', { name: 'Print 66 labels' }).waitFor();
  expect(open.most).toBeLessThanOrEqual(10);
  await page.emulateMedia({ media: 'print' });
  const places = await page.locator('.label').evaluateAll((all) =>
    [5, 6, 66].map((number) => {
      const [label, sheet] = [all[number - 1], all[number - 1]?.parentElement];
      const [at, of] = [label?.getBoundingClientRect(), sheet?.getBoundingClientRect()];
      const mm = [at?.left ?? 0, (at?.top ?? 0) - (of?.top ?? 0), of?.width ?? 0].map((px) => (px * 25.4) / 96);
      return [sheet?.ariaLabel, ...mm.map(Math.round)];
    }),
  );
  expect(places).toEqual([
    ['Sheet 1', 167, 11, 210],
    ['Sheet 1', 5, 32, 210],
    ['Sheet 2', 5, 11, 210],
  ]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  await closePage(page);
});

test('an item is read when its barcode is complete; a failed reading is not a missing item; a shared barcode is the library’s own', async () => {
  const page = await at('/labels');
  const problem = { type: 'about:blank', title: 'Refused', detail: 'Refused.', requestId: 'r1' };
  const one = { code: 'borne-by', detail: '', pointer: '/path/barcode' };
  const reasons = ['lakeshore', 'riverton'].map((member) => ({ ...one, params: { item: `itm_${member}`, member } }));
  const refusals = [
    { status: 404, code: 'unknown-item', errors: [] },
    { status: 503, code: 'try-again', errors: [] },
    { status: 409, code: 'barcode-shared', errors: reasons },
  ];
  await page.route(/items\/B(404|503|409)$/, (route) => {
    const refusal = refusals.find(({ status }) => route.request().url().endsWith(`${status}`));
    const { status = 500 } = refusal ?? {};
    return route.fulfill({ status, contentType: 'application/problem+json', json: { ...problem, ...refusal } });
  });
  await page.getByLabel('Barcodes').pressSequentially('31234000123456');
  await eventually(() => expect(requestsTo('catalogue-get-item')).toEqual([]));
  await page.getByLabel('Barcodes').press('Enter');
  await page.getByRole('button', { name: 'Print one label' }).waitFor();
  await page.getByLabel('Barcodes').fill('B404 B503 B409');
  await page.getByLabel('Barcodes').blur();
  await page.getByText('No item has these barcodes: B404', { exact: true }).waitFor();
  await page.getByText('These barcodes could not be read: B503', { exact: true }).waitFor();
  await page.getByRole('region', { name: 'Labels' }).getByText('itm_riverton').waitFor();
  await page.getByLabel('Barcodes').fill(Array.from({ length: 501 }, (_, i) => `C${i}`).join(' '));
  await page.getByLabel('Barcodes').blur();
  await page.getByText('One print has 500 labels at most').waitFor();
  await closePage(page);
});

test('the heading of a field is looked up, and its established form taken over', async () => {
  const page = await at('/new-record?template=book');
  await page.getByLabel('Text of 100').fill('$atwain, mark$eauthor.');
  const line = page.getByRole('listitem').filter({ has: page.getByLabel('Text of 100') });
  await line.getByRole('button', { name: 'Look up this heading' }).press('Enter');
  await line.getByText('Also known as: Clemens, Samuel Langhorne, 1835-1910').waitFor();
  await line.getByText('1# $aTwain, Mark,$d1835-1910$eauthor.$0(DLC)n 79021164').waitFor();
  await line.getByRole('button', { name: 'Use this form' }).click();
  const text = page.getByLabel('Text of 100');
  expect(await text.inputValue()).toBe('$aTwain, Mark,$d1835-1910$eauthor.$0(DLC)n 79021164');
  expect(await page.getByLabel('Indicators of 100').inputValue()).toBe('1#');
  // The answer was about the line as it was.
  expect(await line.getByText('Also known as').count()).toBe(0);
  await line.getByRole('button', { name: 'Look up this heading' }).press('Enter');
  await line.getByText('The field has this form.').waitFor();
  await closePage(page);
});
