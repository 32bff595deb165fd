import { noteKeys } from '../../../local/levels/flow-counts.ts';
import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo } from '../../builders/deployed-browser.ts';
import { allOnShelf, onShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';
import { keyboardOn } from '../../builders/keyboard.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { as } = browser;
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));
const reader = accountOf(endpoints, 'riverton', 'patron');

test('by keyboard: a patron finds a title, requests it, and takes the request back', async () => {
  const { title } = await onShelf(endpoints, 'riverton', { isOnly: true });
  const page = await as(reader, '/');
  await page.getByRole('main').getByRole('combobox', { name: 'Words to search for' }).focus();
  const keys = keyboardOn(page);
  await keys.type(title);
  await keys.press('Enter');
  await keys.activate(page.getByRole('main').getByRole('link', { name: title }).first());
  await keys.activate(page.getByRole('button', { name: 'Request this' }));
  await keys.activate(page.getByRole('button', { name: 'Confirm' }));
  await page.getByRole('alert').filter({ hasText: 'is on hold for you' }).waitFor();
  noteKeys('hold', keys.count);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The hold is taken back.').waitFor();
});

test('by keyboard: a patron renews all loans', async () => {
  const books = (await allOnShelf(endpoints, 'riverton', { branchId: 'riverton.main' })).slice(0, 2);
  const desk = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(desk, freshName('Oakes'));
  for (const { barcode } of books) await scan(desk, barcode);
  await outcome(desk, /^Lent until/)
    .nth(1)
    .waitFor();
  await desk.getByRole('button', { name: 'PIN', exact: true }).click();
  await desk.getByLabel(/^New PIN/).fill('739164');
  await desk.keyboard.press('Enter');
  await desk.getByText('The PIN is set.').waitFor();
  const signIn = { by: 'call' as const, path: '', token: '', body: { card, pin: '739164' } };
  const page = await browser.as({ ...reader, signIn }, '/');
  const keys = keyboardOn(page);
  await keys.activate(page.getByRole('link', { name: 'My account' }).first());
  await keys.activate(page.getByRole('button', { name: 'Renew all' }));
  await page
    .getByRole('status')
    .filter({ hasText: /renewed/ })
    .first()
    .waitFor({ state: 'attached' });
  noteKeys('renew-all', keys.count);
  await goTo(desk, 'Desk', 'Check out and in');
  await desk.getByLabel('Scan a card or an item').focus();
  for (const { barcode } of books) await scan(desk, barcode);
  await outcome(desk, /^Taken back/)
    .nth(1)
    .waitFor();
});

test('by keyboard: a patron requests a title that the own library does not lend', async () => {
  const { recordId } = await onShelf(endpoints, 'ashgrove', { isOnly: true });
  const page = await as(reader, `/record/${recordId}`);
  const keys = keyboardOn(page);
  await keys.activate(page.getByRole('button', { name: 'Request this' }));
  await page.getByLabel(/^Lent on request by a library of the consortium/).waitFor();
  await keys.activate(page.getByRole('button', { name: 'Confirm' }));
  await page.getByText('The request is on its way to the first library.').waitFor();
  noteKeys('request', keys.count);
});
