import { scan } from '../../builders/browser-page.ts';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, goTo } from '../../builders/deployed-browser.ts';
import { deskFlow, freshCard, freshName, outcome, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain, aBook } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));

test('a patron gets a new PIN and a new card at the desk, and signs in with them', async () => {
  const page = await atMain('Patrons', 'Register');
  const { family } = await registerAdult(page, freshName('Vandersloot'));
  await page.getByRole('button', { name: 'PIN', exact: true }).click();
  await page.getByLabel(/^New PIN/).fill('739164');
  await page.keyboard.press('Enter');
  await page.getByText('The PIN is set.').waitFor();
  const card = freshCard();
  await page.getByRole('button', { name: 'Card', exact: true }).click();
  await page.getByRole('textbox', { name: /^New card/ }).fill(card);
  await page.getByRole('button', { name: 'Replace the card' }).click();
  await page.getByText('The card is replaced.').waitFor();
  const home = await browser.at('/sign-in');
  await home.getByLabel('Card number').fill(card);
  await home.getByLabel('PIN', { exact: true }).fill('739164');
  await home.getByRole('button', { name: 'Sign in', exact: true }).click();
  await home.getByText(family).first().waitFor();
});

test('a note with an alert is shown when the card is scanned, and is cleared', async () => {
  const page = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Brandeis'));
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, card);
  await page.getByText('0 notes').or(page.getByText('Notes')).first().click();
  await page.getByLabel('Note about the patron').fill('Left an umbrella.');
  await page.getByLabel(/alert|when the card is scanned/i).check();
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.keyboard.press('F3');
  await scan(page, card);
  await page.getByRole('alert').filter({ hasText: 'Left an umbrella.' }).waitFor();
  await page.getByRole('button', { name: 'Clear the alert' }).click();
  await page.getByRole('alert').filter({ hasText: 'Left an umbrella.' }).waitFor({ state: 'detached' });
});

test('a supervisor blocks a patron, the desk is refused a loan, and the block is lifted', async () => {
  const barcode = await aBook();
  const page = await atMain('Patrons', 'Register');
  const { card } = await registerAdult(page, freshName('Castellan'));
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, card);
  await page.getByText('Block the patron…').click();
  await page.getByLabel('Type of block').selectOption({ label: 'conduct' });
  await page.getByLabel('Reason for the block').fill('Shouted at staff.');
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('button', { name: 'Lift the block: conduct' }).waitFor();
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, barcode);
  await page.locator('.scan-refused').first().waitFor();
  await page.getByRole('button', { name: 'Lift the block: conduct' }).click();
  await page.getByRole('button', { name: 'Lift the block: conduct' }).waitFor({ state: 'detached' });
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, barcode);
  await outcome(page, /^Lent until/).waitFor();
  await page.keyboard.press('F3');
  await scan(page, barcode);
  await outcome(page, /^Taken back/).waitFor();
});

test('a child is registered with its guardian by the scanned card', async () => {
  const page = await atMain('Patrons', 'Register');
  const { card: guardian } = await registerAdult(page, freshName('Delacroix'));
  await goTo(page, 'Patrons', 'Register');
  await page.getByRole('textbox', { name: /^Family name/ }).fill(freshName('Lindholm'));
  await page.getByLabel('Birth date').fill('2020-05-01');
  await page.getByLabel('Guardian’s card').fill(guardian);
  await page.getByLabel('Guardian’s card').press('Enter');
  await page.getByText(/^Guardian: Imogen/).waitFor();
  await page.getByRole('textbox', { name: /^Card/ }).fill(freshCard());
  await page.getByRole('textbox', { name: /^Card/ }).press('Enter');
  await page.getByText('Registered.').first().waitFor();
});

test('a person who is registered twice is noticed before saving; the two records are merged, and separated again', async () => {
  const family = freshName('Eversham');
  const page = await atMain('Patrons', 'Register');
  await registerAdult(page, family);
  await goTo(page, 'Patrons', 'Register');
  await page.getByRole('textbox', { name: /^Family name/ }).fill(family);
  await page.getByRole('textbox', { name: 'Given name', exact: true }).fill('Imogen');
  await page.getByLabel('Birth date').fill('1988-02-29');
  await page.getByRole('textbox', { name: /^Card/ }).fill(freshCard());
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('This person may be registered already.').waitFor();
  await page.getByRole('button', { name: 'Register anyway' }).click();
  await page.getByText('Registered. The card is ready: scan the first item.').waitFor();
  await page.getByText('1 patron may be the same person').waitFor();
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).first().click();
  await page.getByRole('columnheader', { name: 'Stays' }).waitFor();
  await page.getByRole('button', { name: 'Merge the records' }).click();
  await page.getByText('The records are merged.').waitFor();
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await page.getByRole('button', { name: 'Undo…' }).click();
  // A merge can be undone a minute after it was made.
  const undo = page.getByRole('button', { name: 'Undo the merge' });
  await undo.waitFor({ timeout: 150_000 });
  await undo.click();
  await page.getByText('The merge is undone').waitFor();
});

test('a patron with a loan is erased only when the item is returned; then nobody finds the card any more', async () => {
  const barcode = await aBook();
  const page = await atMain('Patrons', 'Register');
  const { card, url } = await registerAdult(page, freshName('Kettering'));
  await scan(page, barcode);
  await outcome(page, /^Lent until/).waitFor();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('button', { name: 'Erase the patron' }).click();
  await page.getByText('The patron is erased when this is settled:').waitFor();
  await page.getByText('open loans').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(page, 'Desk', 'Check out and in');
  await page.getByLabel('Scan a card or an item').focus();
  await scan(page, barcode);
  await outcome(page, /^Taken back/).waitFor();
  await page.goto(url);
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('button', { name: 'Erase the patron' }).click();
  await page.getByText('The patron is being erased.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(page, 'Patrons', 'Find patrons');
  await page.getByLabel('Find a patron').fill(card);
  await page.keyboard.press('Enter');
  await page.getByText('No patron of this library fits.').waitFor();
});

test('a visitor who wants a card reads where cards are given, as long as nobody may sign up online', async () => {
  const visitor = await browser.at('/sign-up');
  await visitor.getByText(/^Cards are given at the desks/).waitFor();
  expect(await visitor.getByRole('textbox').count()).toBe(0);
});
