import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

jest.setTimeout(60_000);
const { at } = browserPages({ who: 'admin' });

test('an administrator reads the audit log of a library by month, and of one person', async () => {
  const page = await at('/audit?month=2026-11');
  const asked: Record<string, string>[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/audit')) asked.push(Object.fromEntries(searchParams));
  });
  const log = page.getByRole('region', { name: 'Changes' }).first();
  await log.getByText('changed a branch').waitFor();
  await log.getByText('changed: phone').first().waitFor();
  await log.getByText(/^given: role: Desk; at: branch; branch: Eastside Branch; reason: New colleague$/).waitFor();
  await page.getByLabel('Library', { exact: true }).selectOption('riverton');
  await page.waitForURL(/member=riverton/);
  await log.getByRole('button', { name: 'Only Amina Diallo' }).first().click();
  await page.getByText('Only: staff:stf_01kaw5v7n0000000000000000z').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByText('Only: staff:').waitFor({ state: 'detached' });
  await page.getByLabel('Month').fill('2026-10');
  await page.waitForURL(/month=2026-10/);
  await log.getByText('changed a branch').waitFor();
  expect(asked).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ month: '2026-11', memberId: 'riverton' }),
      expect.objectContaining({ by: 'staff:stf_01kaw5v7n0000000000000000z', memberId: 'riverton' }),
      expect.objectContaining({ month: '2026-10', memberId: 'riverton' }),
    ]),
  );
  await closePage(page);
});
