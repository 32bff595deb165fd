import { readFileSync } from 'node:fs';
import { overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at } = browserPages({ who: 'staff' });

test('finding B20: a table is sorted by its heads, moved through by j and k, and each row is a block on a phone', async () => {
  const page = await at('/late-list');
  const titles = () => page.getByRole('rowheader').allTextContents();
  const title = page.getByRole('columnheader', { name: 'Title' });
  await title.getByRole('button').click();
  expect(await titles()).toEqual(['Cien años de soledad', 'Emma', 'The tale of Genji']);
  expect(await title.getAttribute('aria-sort')).toBe('ascending');
  await title.getByRole('button').click();
  expect(await titles()).toEqual(['The tale of Genji', 'Emma', 'Cien años de soledad']);
  expect(await title.getAttribute('aria-sort')).toBe('descending');
  await page.getByRole('row', { name: /^The tale/ }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Cien años/);
  await page.keyboard.press('k');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Emma/);
  await page.setViewportSize({ width: 390, height: 800 });
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await page.context().close();
});

test('a table is exported in the order shown, with its heads', async () => {
  const page = await at('/staff', { who: 'admin' });
  const table = page.getByRole('region', { name: 'Who works here' });
  await table.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  const saved = page.waitForEvent('download');
  await table.getByRole('button', { name: 'Export' }).click();
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines[0]).toBe('Name,E-mail address,Roles');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
    await table.getByRole('rowheader').allTextContents(),
  );
  await page.context().close();
});
