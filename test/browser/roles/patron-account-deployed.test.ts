import type { Page } from 'playwright-core';
import { tokenOf } from '../../../local/access-token.ts';
import { accountOf, calling, deployed, patiently } from '../../builders/deployed.ts';
import { deployedBrowser, fresh } from '../../builders/deployed-browser.ts';
import { onShelf } from '../../builders/deployed-titles.ts';
import { deskFlow, freshName, registerAdult } from '../../builders/desk-flow.ts';
import { eventually } from '../../builders/eventually.ts';
import { replyTo } from '../../builders/text-reply.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const browser = deployedBrowser(endpoints);
const supervisor = accountOf(endpoints, 'riverton', 'desk-supervisor');
const { atMain } = deskFlow(endpoints, browser, supervisor);
const call = patiently(calling(endpoints));

/** Signs a person in who was registered at the desk just now: what the flow changes belongs to nobody else. */
const aNewReader = async (): Promise<{ page: Page; patronId: string }> => {
  const desk = await atMain('Patrons', 'Register');
  const { card, url } = await registerAdult(desk, freshName('Kestrel'));
  await desk.getByRole('button', { name: 'PIN', exact: true }).click();
  await desk.getByLabel(/^New PIN/).fill('739164');
  await desk.keyboard.press('Enter');
  await desk.getByText('The PIN is set.').waitFor();
  const page = await browser.at('/sign-in?back=%2Faccount');
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('PIN', { exact: true }).fill('739164');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/account$/);
  return { page, patronId: /pat_[0-9a-z]+/.exec(url)?.[0] ?? '' };
};
const newReader = async (): Promise<Page> => (await aNewReader()).page;

test('a patron changes the used name and a phone, and exports the own data', async () => {
  const page = await newReader();
  const part = page.getByRole('region', { name: 'My data' });
  await part.getByLabel('Given name that I use').fill('Immy');
  await part.getByLabel('Phone', { exact: true }).fill('+1 555 010 1234');
  await part.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your data is saved.').waitFor();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export my data' }).click();
  expect((await saved).suggestedFilename()).toBe('my-data.json');
});

test('a patron changes the PIN, and signs in with the new one', async () => {
  const page = await newReader();
  await page.getByText('Change the PIN').click();
  await page.getByLabel('Present PIN').fill('739164');
  await page.getByLabel('PIN that you want').fill('840275');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.waitForURL(/sign-in/);
});

test('a patron turns the reading history on and off', async () => {
  const page = await newReader();
  await page.getByRole('button', { name: 'Turn the history on' }).click();
  await page.getByRole('button', { name: 'Turn the history off' }).click();
  await page.getByRole('button', { name: 'Turn off and delete' }).click();
  await page.getByText('Your reading history is off').waitFor();
});

test('a patron agrees to text messages: one comes when the library cancels a hold, and STOP by reply ends them until staff enter the consent again', async () => {
  const { recordId } = await onShelf(endpoints, 'riverton');
  const number = `+1212555${fresh(4)}`;
  const { page, patronId } = await aNewReader();
  const part = page.getByRole('region', { name: 'Notification settings' });
  await part.getByRole('checkbox', { name: /^I agree to text messages/ }).check();
  await part.getByLabel('Mobile number').fill(number);
  await part
    .getByRole('group', { name: 'By text message' })
    .getByRole('checkbox', { name: 'A hold has ended' })
    .check();
  await part.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. Notices are sent').waitFor();
  await page.goto(`${endpoints.web}/record/${recordId}`);
  const placed = page.waitForResponse((response) => response.url().endsWith('/v1/circulation/holds'));
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  const { hold } = await (await placed).json();
  const desk = await tokenOf(endpoints, supervisor);
  const branchId = 'riverton.main';
  const path = `/circulation/records/${recordId}/holds/${hold.holdId}/cancellation`;
  expect((await call('POST', path, { token: desk, body: { branchId } })).status).toBe(200);
  await eventually(async () => {
    await page.goto(`${endpoints.web}/local/mail`);
    const text = page.getByRole('article').filter({ hasText: number });
    expect(await text.textContent({ timeout: 3000 })).toMatch(/has ended[\s\S]*Reply STOP/);
  }, 90_000);
  await replyTo(endpoints, number, 'STOP');
  const choices = `/notices/patrons/${patronId}/choices`;
  await eventually(async () => {
    const { body } = await call('GET', `${choices}?branchId=${branchId}`, { token: desk });
    expect(body.sms).toHaveProperty('stoppedAt');
  }, 60_000);
  await page.goto(`${endpoints.web}/account`);
  await part.getByText(/^Text messages ended on/).waitFor();
  const sms = { number, kinds: ['hold-ended'], consent: true };
  const again = await call('PUT', choices, { token: desk, body: { branchId, optOuts: [], letters: false, sms } });
  expect(again).toMatchObject({ status: 200, body: { sms: { number, kinds: ['hold-ended'] } } });
  expect(again.body.sms).not.toHaveProperty('stoppedAt');
});

test('a hold that was placed by mistake is taken back at once', async () => {
  const { recordId } = await onShelf(endpoints, 'riverton');
  const page = await newReader();
  await page.goto(`${endpoints.web}/record/${recordId}`);
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('alert').filter({ hasText: 'is on hold for you' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The hold is taken back.').waitFor();
});

test('a title that no search finds is requested by its details, and stands in the account', async () => {
  const title = `Charts of the lost lake ${fresh()}`;
  const page = await newReader();
  await page.getByRole('link', { name: 'Ask for something by its details' }).click();
  await page
    .getByRole('textbox', { name: /^Title/ })
    .first()
    .fill(title);
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await page.goto(`${endpoints.web}/account`);
  await page.getByText(title).first().waitFor();
});

test('a patron signs out on all devices', async () => {
  const page = await newReader();
  await page.locator('.visitor-menu summary').click();
  await page.getByRole('button', { name: 'Sign out on all devices' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
});

test('a visitor reads the catalogue in Spanish, browses by author, and finds the courses', async () => {
  const page = await browser.at('/');
  await page
    .getByLabel('Language')
    .or(page.getByRole('combobox').filter({ hasText: 'English' }))
    .first()
    .selectOption('es');
  await page.getByRole('link', { name: 'Catálogo' }).first().waitFor();
  await page.goto(`${endpoints.web}/courses`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});
