import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo, shows } from '../../builders/deployed-browser.ts';
import { onShelf, type TitleOnShelf } from '../../builders/deployed-titles.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const reader = accountOf(endpoints, 'riverton', 'patron');
const lender = accountOf(endpoints, 'ashgrove', 'ill');
const borrower = accountOf(endpoints, 'riverton', 'ill');

const requested = async (): Promise<TitleOnShelf> => {
  const wanted = await onShelf(endpoints, 'ashgrove', { isOnly: true });
  const page = await as(reader, `/record/${wanted.recordId}`);
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByLabel(/^Lent on request by a library of the consortium/).check();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  return wanted;
};

const shipped = async (wanted: TitleOnShelf): Promise<void> => {
  const page = await as(lender, '/today');
  await goTo(page, 'Loan requests', 'Requests');
  await page.getByRole('link', { name: /^We are asked/ }).click();
  const agree = page.getByRole('button', { name: `Will supply: ${wanted.title}` });
  await shows(page, agree);
  await agree.first().click();
  await page.getByText('1 done.').waitFor();
  await page.getByLabel('Ship by scan').fill(wanted.barcode);
  await page.keyboard.press('Enter');
  await page
    .getByText(/is shipped to /)
    .first()
    .waitFor();
};

test('a patron requests a title, the library that is asked agrees and ships it by one scan, and the other one receives it', async () => {
  const wanted = await requested();
  await shipped(wanted);
  const page = await as(borrower, '/today');
  await goTo(page, 'Loan requests', 'Requests');
  await page.getByRole('link', { name: /^Waiting/ }).click();
  const request = page.getByRole('main').getByRole('link', { name: wanted.title });
  await shows(page, request);
  await request.first().click();
  // The list has buttons of the same names.
  await page.waitForURL(/\/loans\/[^/?]/);
  await page.getByRole('button', { name: 'Receive the item' }).first().click();
  await page.getByLabel('Barcode of the copy').fill(wanted.barcode);
  await page.keyboard.press('Enter');
  await page
    .getByText(/It is lent and taken back by its barcode|It has arrived/)
    .first()
    .waitFor();
});
