import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({ who: 'manager' });

test('an administrator changes the cost centre of a department, and closes it', async () => {
  const page = await at('/departments');
  await page.getByRole('button', { name: 'Edit: Chemistry' }).click();
  await page.getByRole('textbox', { name: /Cost centre/ }).fill('4711-30');
  await page.getByLabel('Closed: takes no new patrons').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('patrons-set-department').map(({ body }) => body)).toEqual([
      {
        branchId: 'riverton.main',
        code: 'chemistry',
        name: 'Chemistry',
        costCentre: '4711-30',
        closed: true,
        version: 1,
      },
    ]),
  );
  await closePage(page);
});
