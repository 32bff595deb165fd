import { browserPages } from '../builders/browser-pages.ts';

const { at } = browserPages({ who: 'staff' });

test('a room with words of its own speaks another language as soon as it is chosen, and those entered then too', async () => {
  const page = await at('/loads');
  await page.getByRole('heading', { name: 'Loads so far' }).waitFor();
  await page.getByLabel('Language').selectOption('Español');
  await page.getByRole('heading', { name: 'Cargas hasta ahora' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await page.getByRole('link', { name: 'Catalogación' }).first().click();
  await page.getByRole('link', { name: 'Correspondencia de ejemplares' }).click();
  await page.getByRole('heading', { name: 'Dónde está un ejemplar' }).waitFor();
  await page.context().close();
});

test('where the first words do not come, it is said what to do', async () => {
  const page = await at('/');
  await page.route(/assets\/catalogue-/, (route) => route.abort());
  await page.reload();
  await page.getByRole('alert').getByText('Load this page again.').waitFor();
  await page.getByText('Vuelva a cargar esta página.').waitFor();
  await page.context().close();
});
