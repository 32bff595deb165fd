import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);
const record = '/patrons/pat_01kaw5v7n0000000000000009z';

test('the desk puts a patron into a department, and sees the class of a pupil', async () => {
  const page = await at(record);
  await page.getByRole('tab', { name: 'Family' }).click();
  await page.getByRole('link', { name: 'Class 5b' }).waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Department').selectOption('Chemistry');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(bodies('patrons-edit-patron')).toMatchObject([{ department: 'chemistry' }]);
  await closePage(page);
});

test('the desk changes the guardian of a child by the scanned card, and removes it', async () => {
  const page = await at(record);
  await page.getByRole('tab', { name: 'Family' }).click();
  await page.getByText('Change the guardian').click();
  await page.getByLabel('Guardian’s card').fill('21101000000099');
  await page.getByLabel('Guardian’s card').press('Enter');
  await page.getByRole('button', { name: 'Save this guardian' }).click();
  await page.getByText('The guardian is changed.').first().waitFor();
  await page.getByRole('button', { name: 'Remove the guardian' }).click();
  await page.getByText('The guardian is changed.').nth(1).waitFor();
  expect(bodies('patrons-edit-patron').map(({ guarantorId }) => guarantorId)).toEqual([
    'pat_01kaw5v7n0000000000000009z',
    null,
  ]);
  await closePage(page);
});

test('the desk sets which notices a patron of its library gets', async () => {
  const page = await at(record);
  await page.getByRole('tab', { name: /^Messages/ }).click();
  await page.getByText('Notifications: what the patron gets').click();
  const choices = page.getByRole('group').filter({ hasText: 'Notifications: what the patron gets' });
  await choices.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. Notices are sent this way from now on.').waitFor();
  expect(bodies('notices-set-patron-choices')).toMatchObject([{ branchId: 'riverton.main' }]);
  await closePage(page);
});

test('the desk notes that a patron of another library agrees to be opened, and opens the record', async () => {
  const page = await at('/patrons');
  let refusals = 1;
  await page.route('**/v1/patrons/look-ups', async (route) => {
    if (refusals-- <= 0) return route.fallback();
    const errors = [{ code: 'not-opted-in', pointer: '' }];
    const json = {
      type: 'about:blank',
      title: 'no',
      status: 403,
      code: 'not-opted-in',
      detail: '',
      errors,
      requestId: '',
    };
    await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(json) });
  });
  await page.route('**/v1/patrons/searches', (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify({ patrons: [] }) }),
  );
  const box = page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByRole('textbox')).first();
  await box.fill('21101000000016');
  await box.press('Enter');
  await page.getByRole('button', { name: 'The patron agrees: note it' }).click();
  await page.getByRole('button', { name: 'The patron agrees: note it' }).waitFor({ state: 'detached' });
  expect(bodies('patrons-note-opt-in')).toEqual([{ branchId: 'riverton.main', card: '21101000000016' }]);
  await closePage(page);
});

test('the desk sees settled bills of a patron, and prints the receipt of a payment again', async () => {
  const page = await at(record);
  await page.getByRole('tab', { name: /^Bills and payments/ }).click();
  const shown = page.getByLabel('Bills shown');
  await shown.selectOption('Settled');
  const settled = page.getByRole('region', { name: 'Settled bills' });
  await settled.getByText('Persuasion').waitFor();
  // What was paid online leads whoever may refund it to the payment.
  await settled.getByText('History').click();
  const refund = settled.getByRole('link', { name: 'Refund online' });
  expect(await refund.getAttribute('href')).toMatch(/online-payments\?member=.*month=\d{4}-\d{2}&payment=opy_01kb0/);
  await page.getByRole('button', { name: 'Print again: receipt riverton.main-000031' }).click();
  await page.getByText('Copy of the receipt').first().waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await shown.selectOption('All');
  await page.getByRole('region', { name: 'Bills', exact: true }).getByText('Emma').waitFor();
  await settled.waitFor();
  await closePage(page);
});
