import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('a buyer loads a file of a vendor and sees what it made, what was there and what is refused', async () => {
  const page = await at('/invoices', { width: 320 });
  const form = page.getByRole('form', { name: 'Load a file of a vendor' });
  const buffer = Buffer.from("UNB+UNOC:3+A+B+261201:0800+R1'UNZ+0+R1'");
  await form.getByLabel('File').setInputFiles({ name: 'invoices.edi', mimeType: 'text/plain', buffer });
  await form.getByRole('button', { name: 'Load the invoices' }).click();
  await form.getByText('1 new invoice. 1 is refused.').waitFor();
  const report = form.getByRole('list', { name: 'Invoices of the file' });
  expect(await report.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^INV-905 €50.60.*differs from the stated sum by €0.30.*not received/s),
    'INV-900 was there already',
    expect.stringMatching(/^INV-906: It names no line of a placed order.*Segment 41. Line 1. 6\/4 is no line/s),
  ]);
  expect(requestsTo('acquisitions-load-invoices').at(-1)?.body).toMatchObject({
    ...{ vendor: 'MIDWEST', base64: buffer.toString('base64') },
  });
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await report.getByRole('link', { name: 'INV-905' }).click();
  await page.getByRole('heading', { level: 1, name: 'Invoice INV-905' }).waitFor();
  await closePage(page);
});
