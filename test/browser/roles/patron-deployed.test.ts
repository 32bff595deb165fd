import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { cardOf, deployedBrowser, fresh } from '../../builders/deployed-browser.ts';
import { allOnShelf, onShelf } from '../../builders/deployed-titles.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { at, as } = deployedBrowser(endpoints);
const reader = accountOf(endpoints, 'riverton', 'patron');
const escaped = (text: string): RegExp => new RegExp(text.replace(/[^\p{L}\p{N} ]/gu, '.'));

test('a visitor narrows a search to books, reads where a copy is, and when its branch is open', async () => {
  const page = await at('/');
  await page.getByRole('combobox', { name: 'Words to search for' }).first().fill('history');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Catalogue search/ }).waitFor();
  await page.getByRole('checkbox', { name: /^Book/ }).first().check();
  await page.waitForURL(/format=book/);
  await page.locator('a[href^="/record/"]').first().click();
  await page.waitForURL(/\/record\//);
  await page
    .getByRole('main')
    .getByText(/On the shelf|Due back|On loan/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Libraries and hours' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Libraries and hours' }).waitFor();
  await page
    .getByRole('table', { name: /^Opening hours of/ })
    .first()
    .waitFor();
});

test('a patron requests a title for pickup at another branch, sees it in the account, and cancels it', async () => {
  const { title, recordId } = await onShelf(endpoints, 'lakeshore');
  const page = await as(reader, '/account');
  await page.goto(`${endpoints.web}/search?q=${encodeURIComponent(title)}`);
  await page.locator(`a[href="/record/${recordId}"]`).first().click();
  // Until the record is loaded, the hits of the search are shown, each with the same button.
  await page.getByRole('heading', { level: 1, name: /Catalogue search/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Request this' }).click();
  await page
    .getByRole('combobox', { name: /Pick|Collect/ })
    .first()
    .selectOption('riverton.eastside');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('alert').filter({ hasText: 'is on hold for you' }).waitFor();
  await page.goto(`${endpoints.web}/account`);
  const hold = page.locator('#holds').getByRole('listitem').filter({ hasText: title }).first();
  await hold
    .getByText(/Eastside/)
    .first()
    .waitFor();
  await hold.getByRole('button', { name: /^Cancel the hold on/ }).click();
  await page
    .getByText(escaped(`The hold on “${title}” is cancelled`))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await hold.waitFor();
  await hold.getByRole('button', { name: /^Cancel the hold on/ }).click();
  await hold.waitFor({ state: 'detached' });
});

test('a patron renews a loan, and reads until when or why not', async () => {
  const [book] = (await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' })).slice(-1);
  const desk = await as(accountOf(endpoints, 'riverton', 'desk-supervisor'), '/desk');
  await desk.getByLabel('Working at').selectOption('riverton.main');
  await desk.getByLabel('Scan a card or an item').focus();
  await scan(desk, cardOf(reader));
  await scan(desk, book?.barcode ?? '');
  await desk
    .locator('.scan-outcome')
    .filter({ hasText: /^Lent until/ })
    .waitFor();
  const page = await as(reader, '/account');
  const loan = page
    .locator('#loans')
    .getByRole('listitem')
    .filter({ hasText: book?.title ?? '' })
    .first();
  await loan.getByRole('button', { name: /^Renew/ }).click();
  await loan.getByText(/^(Renewed until|Not renewed)/).waitFor();
  await desk.keyboard.press('F3');
  await scan(desk, book?.barcode ?? '');
  await desk
    .locator('.scan-outcome')
    .filter({ hasText: /^Taken back/ })
    .waitFor();
});

test('a patron saves a title to a new list, and finds it there', async () => {
  const { recordId, title } = await onShelf(endpoints, 'riverton');
  const name = `For the winter ${fresh()}`;
  const page = await as(reader, `/record/${recordId}`);
  await page
    .getByRole('button', { name: /^Save to list/ })
    .first()
    .click();
  await page.getByLabel('New list').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name }).waitFor();
  await page.goto(`${endpoints.web}/account`);
  await page.getByRole('link', { name: 'My lists' }).click();
  await page.getByRole('link', { name }).first().click();
  await page
    .getByRole('heading', { name: escaped(title) })
    .first()
    .waitFor();
});
