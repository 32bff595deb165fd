import { noteKeys } from '../../../local/levels/flow-counts.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';
import { keyboardOn } from '../../builders/keyboard.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
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
  const page = await as(reader, '/');
  const keys = keyboardOn(page);
  await keys.activate(page.getByRole('link', { name: 'My account' }).first());
  await keys.activate(page.getByRole('button', { name: 'Renew all' }));
  await page
    .getByRole('status')
    .filter({ hasText: /renewed/ })
    .first()
    .waitFor({ state: 'attached' });
  noteKeys('renew-all', keys.count);
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
