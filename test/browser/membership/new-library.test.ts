import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'admin' });

test('a school library is set up from its template: member, branch with school hours, and an administrator with roles', async () => {
  const page = await at('/new-library');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Maple Hill School Library');
  await page.getByLabel('Type').selectOption('school');
  expect(await page.getByRole('textbox', { name: 'Short name', exact: true }).inputValue()).toBe('maple-hill');
  await page
    .getByRole('textbox', { name: /Name of the branch/ })
    .first()
    .fill('Maple Hill Library');
  await page.getByRole('textbox', { name: /^Address/ }).fill('2 Oak Street');
  await page.getByRole('textbox', { name: /Name of the administrator/ }).fill('Jo Park');
  await page.getByRole('textbox', { name: /E-mail address/ }).fill('jo.park@example.org');
  await page.getByRole('button', { name: 'Set up the library' }).click();
  await page.getByText('Maple Hill School Library is set up.').waitFor();
  const sent = (id: string) => requestsTo(id).map(({ body }) => body);
  expect(sent('membership-create-member')).toMatchObject([{ memberId: 'maple-hill', type: 'school' }]);
  expect(sent('membership-create-branch')).toMatchObject([
    {
      branchId: 'maple-hill.main',
      calendar: { weekly: { monday: [{ open: '08:00', close: '16:00' }] }, closures: [] },
    },
  ]);
  expect(sent('membership-give-role').map(({ grant }) => grant)).toMatchObject([
    { role: 'member-admin', member: 'maple-hill' },
    { role: 'desk-supervisor' },
    { role: 'cataloguer' },
  ]);
  expect(sent('membership-set-names')).toMatchObject([
    { v: 0, locations: [{ code: 'stacks', name: 'Open shelves' }, { code: 'classroom' }] },
  ]);
  const adopted = sent('governance-adopt-policy')[0]?.body as { rules: object[] } | undefined;
  expect(adopted?.rules.slice(-2)).toEqual([
    {
      ...{ id: 'maple-hill-loans-all', setBy: 'maple-hill', when: { itemOwner: 'maple-hill' } },
      values: { loanPeriod: { days: 14 }, renewals: 1 },
    },
    expect.objectContaining({ id: 'maple-hill-fines-none', when: { checkout: 'maple-hill' } }),
  ]);
  await closePage(page);
});

test('a set-up that stopped at a taken address goes on from there, and repeats nothing that is done', async () => {
  const page = await at('/new-library');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Elm Library');
  await page
    .getByRole('textbox', { name: /Name of the branch/ })
    .first()
    .fill('Elm');
  await page.getByRole('textbox', { name: /^Address/ }).fill('3 Elm Street');
  await page.getByRole('textbox', { name: /Name of the administrator/ }).fill('Jo Park');
  await page.getByRole('textbox', { name: /E-mail address/ }).fill('taken@example.org');
  await page.getByRole('button', { name: 'Set up the library' }).click();
  await page.getByText('Somebody signs in with this address already').waitFor();
  await page.getByRole('textbox', { name: /E-mail address/ }).fill('jo.park@example.org');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Elm Library is set up.').waitFor();
  await eventually(() => expect(requestsTo('membership-create-member')).toHaveLength(1));
  await eventually(() => expect(requestsTo('membership-invite-staff')).toHaveLength(2));
  await closePage(page);
});

test('the set-up of a library says what is done and what is left, and leads to the page for it', async () => {
  const page = await at('/set-up?member=riverton');
  const list = page.getByRole('region', { name: 'Set-up of Riverton Public Library' }).last();
  await list.getByRole('row', { name: /^Branch with opening hours .*Done/ }).waitFor();
  const names = list.getByRole('row', { name: /^Names of locations and item types .*To do/ });
  await names.getByRole('link', { name: 'Locations and item types' }).click();
  await page.getByRole('heading', { name: 'Locations and item types', level: 1 }).waitFor();
  await closePage(page);
});
