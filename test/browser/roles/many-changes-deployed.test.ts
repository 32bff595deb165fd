import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, registerAdult } from '../../builders/desk-flow.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const { atMain } = deskFlow(endpoints, browser, accountOf(endpoints, 'riverton', 'desk-supervisor'));

test('a note is added to records after a preview field by field, and undone', async () => {
  const { recordId } = await onShelf(endpoints, 'riverton', { isOnly: true });
  const note = `Gift of the mill ${fresh()}`;
  const page = await browser.as(accountOf(endpoints, 'riverton', 'cataloguer'), '/today');
  await goTo(page, 'Catalogue', 'Change many records');
  await page.getByRole('textbox', { name: 'Control numbers' }).fill(recordId);
  const step = page.getByRole('group', { name: 'Step 1' });
  await step.getByLabel('Action').selectOption('Add a field');
  await step.getByLabel('Field', { exact: true }).fill('590');
  await step.getByLabel('Subfields').fill(`$a${note}`);
  await page.getByLabel('Why').fill('The gift is noted.');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'A change of many records' }).waitFor();
  await page.getByText(note).first().waitFor();
  await page.getByRole('button', { name: 'Change 1 record' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Change 1 record' }).click();
  await page.getByRole('button', { name: /^Undo in 1 record/ }).click();
  await page
    .getByRole('alert')
    .getByRole('button', { name: /^Undo in/ })
    .click();
  await page.getByRole('button', { name: 'Put back: 1' }).waitFor();
});

test('the cards of many patrons get a new last day after a preview, and get the old one back', async () => {
  const page = await atMain('Patrons', 'Register');
  const cards: string[] = [];
  for (const stem of ['Fairbank', 'Gresham']) {
    cards.push((await registerAdult(page, freshName(stem))).card);
    await goTo(page, 'Patrons', 'Register');
  }
  await goTo(page, 'Patrons', 'Change many patrons');
  await page.getByLabel('Which patrons').selectOption('By card numbers');
  await page.getByLabel('Card numbers, one a line').fill(cards.join('\n'));
  await page.getByLabel('New last day of the card').fill('2028-06-30');
  await page.getByRole('textbox', { name: 'Why' }).fill('The summer programme.');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('Would change: 2').waitFor();
  await page.getByRole('button', { name: 'Change 2 patrons' }).click();
  await page.getByText('Changed: 2').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Put back: 2').waitFor();
});
