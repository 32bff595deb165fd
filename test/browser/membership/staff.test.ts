import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });

/** Waits until the API has received a call of an operation with this in its body. */
const expectSent = (id: string, body: object): Promise<void> =>
  eventually(() => expect(requestsTo(id).map((one) => one.body)).toMatchObject([body]));

test('finding W4: an administrator invites a person, and sends an invitation again that was not used', async () => {
  const page = await at('/staff');
  await page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor();
  await page.getByLabel('Library').selectOption('riverton');
  const list = page.getByRole('region', { name: 'Invited, not signed in yet' }).first();
  await list.getByRole('button', { name: 'Send again the invitation: Noor Haddad' }).click();
  await page.getByText('The invitation is on its way to noor.haddad@example.org.').waitFor();
  const person = { name: 'Noor Haddad', email: 'noor.haddad@example.org', memberId: 'riverton' };
  await eventually(() => expect(requestsTo('membership-invite-staff').map(({ body }) => body)).toEqual([person]));
  await list.getByRole('button', { name: 'Withdraw the invitation: Noor Haddad' }).click();
  await list.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await page.getByText('The invitation is withdrawn.').waitFor();
  expect(requestsTo('membership-withdraw-invitation').map(({ body }) => body)).toEqual([{ memberId: 'riverton' }]);
  const form = page.getByRole('form', { name: 'Invite' });
  await form.getByLabel('Name').fill('Jo Park');
  await form.getByLabel('E-mail address').fill('taken@example.org');
  await form.getByRole('button', { name: 'Invite' }).click();
  await page.getByText('Somebody signs in with this address already').waitFor();
  await closePage(page);
});

test.each([
  ['/staff', 'Staff', /Invite|Send again|Change/],
  ['/shared-desks', 'Shared desks', /Enrol this|^Withdraw/],
  ['/machines', 'Machine clients', /Add|^Withdraw/],
] as const)(
  'an auditor of the consortium reads %s of a library and changes nothing there',
  async (path, name, acts) => {
    const page = await at(path, { who: 'auditor' });
    await page.getByLabel('Library').selectOption('riverton');
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('main').getByRole('button', { name: acts }).count()).toBe(0);
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().waitFor();
    await closePage(page);
  },
);

test('a form says at each field what is missing or does not fit, and shows a refusal at the field that it names', async () => {
  const page = await at('/staff');
  await page.getByLabel('Library').selectOption('riverton');
  const form = page.getByRole('form', { name: 'Invite' });
  const invite = form.getByRole('button', { name: 'Invite' });
  await invite.click();
  await form.getByText('Fill this in.').nth(1).waitFor();
  expect(await form.getByLabel('Name').evaluate((field) => field === document.activeElement)).toBe(true);
  await form.getByLabel('Name').fill('Jo Park');
  await form.getByLabel('E-mail address').fill('jo');
  await invite.click();
  await form.getByText('This is not in the expected form.').waitFor();
  await eventually(() => expect(requestsTo('membership-invite-staff')).toEqual([]));
  await form.getByLabel('E-mail address').fill('jo@example.org');
  const reason = { code: 'bad-input', detail: '', pointer: '/body/email', params: {} };
  await page.route('**/v1/membership/staff', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          ...{ status: 422, contentType: 'application/problem+json' },
          body: JSON.stringify({ code: 'bad-input', status: 422, detail: '', requestId: 'r', errors: [reason] }),
        })
      : route.continue(),
  );
  await invite.click();
  await form.getByLabel('E-mail address').and(page.locator('[aria-invalid="true"]')).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.unrouteAll();
  await closePage(page);
});

test('an administrator gives a person a role at a branch, and withdraws one', async () => {
  const page = await at('/staff');
  await page.getByLabel('Library').selectOption('riverton');
  await page.getByRole('button', { name: 'Roles of Amina Diallo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Roles of Amina Diallo' });
  await dialog.getByLabel('Role', { exact: true }).selectOption('ill');
  await dialog.getByLabel('Place').selectOption('riverton.main');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Takes over the requests');
  await dialog.getByRole('button', { name: 'Give this role' }).click();
  await expectSent('membership-give-role', {
    ...{ reason: 'Takes over the requests', grant: { role: 'ill', scope: 'branch', branch: 'riverton.main' } },
  });
  await dialog
    .getByRole('button', { name: /^Withdraw: / })
    .first()
    .click();
  await expectSent('membership-withdraw-role', { reason: 'Takes over the requests' });
  expect(await violations(page)).toEqual([]);
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
  await eventually(() => expect(requestsTo('membership-list-staff')).toEqual([]));
  await closePage(page);
});
