import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });

test('finding W4: an administrator invites a person, and sends an invitation again that was not used', async () => {
  const page = await at('/staff');
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor();
  await page.getByLabel('Library').selectOption('riverton');
  const list = page.getByRole('region', { name: 'Who works here' }).first();
  await list.getByRole('button', { name: 'Send the invitation again: Amina Diallo' }).click();
  await page.getByText('The invitation is on its way to amina.diallo@example.org.').waitFor();
  const person = { name: 'Amina Diallo', email: 'amina.diallo@example.org', memberId: 'riverton' };
  expect(requestsTo('membership-invite-staff').map(({ body }) => body)).toEqual([person]);
  const form = page.getByRole('form', { name: 'Invite' });
  await form.getByLabel('Name').fill('Jo Park');
  await form.getByLabel('E-mail address').fill('taken@example.org');
  await form.getByRole('button', { name: 'Invite' }).click();
  await page.getByText('Somebody signs in with this address already').waitFor();
  await closePage(page);
});

test('the page of staff in Spanish, 320 px wide and dark fits and meets WCAG 2.2 AA', async () => {
  const page = await at('/staff', { language: 'es', width: 320, dark: true });
  await page.getByRole('button', { name: /^Enviar de nuevo la invitación/ }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('who administers nothing sees no staff', async () => {
  const page = await at('/staff', { who: 'preparer' });
  await page.getByText('This is for those who administer a library or the consortium.').waitFor();
  expect(requestsTo('membership-list-staff')).toEqual([]);
  await closePage(page);
});
