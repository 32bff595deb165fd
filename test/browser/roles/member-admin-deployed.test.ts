import { accountOf, deployed } from '../../builders/deployed.ts';
import { deployedBrowser, fresh, goTo } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);
const admin = accountOf(endpoints, 'riverton', 'member-admin');

test('an administrator changes the phone of a branch and announces a closure, which visitors read', async () => {
  const [phone, reason] = [`+1 555 ${fresh(7)}`, `Inventory ${fresh()}`];
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'Branches and hours');
  await page.getByLabel('Branch', { exact: true }).selectOption('riverton.hillcrest');
  await page.getByRole('textbox', { name: /Phone/ }).fill(phone);
  await page.getByRole('button', { name: 'Save name and contacts' }).click();
  await page.getByText('The branch is changed.').waitFor();
  // Another day each time, because two closures of one day overlap.
  const day = new Date(Date.UTC(2040, 0, 1) + (Number(fresh(4)) % 10_000) * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Closed from').fill(day);
  await page.getByRole('textbox', { name: 'Reason (public)' }).fill(reason);
  await page.getByRole('button', { name: 'Add closure' }).click();
  await page.getByRole('button', { name: 'Save hours and closures' }).click();
  await page.getByText('Hours and closures are changed.').waitFor();
  await page.getByRole('link', { name: 'See the public page' }).click();
  await page.getByText(phone).first().waitFor();
  // The closures of other years are not announced yet, so the page of the branch has this one.
  await page.goBack();
  await page.getByLabel('Branch', { exact: true }).selectOption('riverton.hillcrest');
  await page
    .getByRole('button', { name: `Remove closure: ${reason}` })
    .or(page.getByText(reason))
    .first()
    .waitFor();
});

test('an administrator invites a person, gives a role with a reason, and reads both in the audit log', async () => {
  const number = fresh();
  const name = `Jo Park ${number}`;
  const page = await as(admin, '/today');
  await goTo(page, 'Administration', 'Staff');
  const form = page.getByRole('form', { name: 'Invite' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail address').fill(`jo.park.${number}@example.org`);
  await form.getByRole('button', { name: 'Invite' }).click();
  await page.getByText(`The invitation is on its way to jo.park.${number}@example.org.`).waitFor();
  await page.getByRole('button', { name: `Roles of ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: `Roles of ${name}` });
  await dialog.getByLabel('Role', { exact: true }).selectOption('desk');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Works on Saturdays');
  await dialog.getByRole('button', { name: 'Give this role' }).click();
  await dialog.getByRole('button', { name: /^Withdraw: Desk/ }).waitFor();
  await page.keyboard.press('Escape');
  await goTo(page, 'Administration', 'Audit log');
  const log = page.getByRole('region', { name: 'Changes' }).first();
  await log
    .getByRole('button', { name: `Only staff ${name}`, exact: false })
    .or(log.getByText(name))
    .first()
    .waitFor();
});
