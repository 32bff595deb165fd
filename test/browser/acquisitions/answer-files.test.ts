import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('a buyer loads the answers of a vendor and sees on the order what is out of print and what comes later', async () => {
  const page = await at('/orders', { width: 320 });
  const form = page.getByRole('form', { name: 'Load answers of a vendor' });
  const buffer = Buffer.from("UNB+UNOC:3+A+B+261201:0800+R1'UNZ+0+R1'");
  await form.getByLabel('File with answers').setInputFiles({ name: 'answers.edi', mimeType: 'text/plain', buffer });
  await form.getByRole('button', { name: 'Load the answers' }).click();
  await form.getByText('1 new answer. 1 is refused.').waitFor();
  const report = form.getByRole('list', { name: 'Answers of the file' });
  expect(await report.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/00001: ORDRSP R77, 2 lines, 1 line cancelled$/),
    expect.stringMatching(/^R78: It is for the account of another library. Segment 14./),
  ]);
  expect(requestsTo('acquisitions-load-answers').at(-1)?.body).toMatchObject({
    ...{ vendor: 'MIDWEST', base64: buffer.toString('base64') },
  });
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await report.getByRole('link', { name: /00001$/ }).click();
  await page.getByText(/^Vendor, .*: cancelled, out of print$/).waitFor();
  await page.getByText(/: recorded, 3 copies come later, available on .*, price of one €16.40$/).waitFor();
  await page.getByText(/: answered by the vendor, ORDRSP R77/).waitFor();
  await closePage(page);
});
