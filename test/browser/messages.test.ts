import { browserPages } from '../builders/browser-pages.ts';

const { at } = browserPages({ who: 'staff' });

test('a page with messages of its own changes language at once, and so do pages opened afterwards', async () => {
  const page = await at('/loads');
  await page.getByRole('heading', { name: 'Loads so far' }).waitFor();
  await page.getByText('Walter Brandt').click();
  await page.getByLabel('Language').selectOption('Español');
  await page.getByRole('heading', { name: 'Cargas hasta ahora' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  await page.getByRole('link', { name: 'Catalogación' }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Correspondencia de ejemplares' }).click();
  await page.getByRole('heading', { name: 'Dónde está un ejemplar' }).waitFor();
  await page.context().close();
});

test('when the first messages fail to load, the page gives advice', async () => {
  const page = await at('/');
  await page.route(/en\/catalogue\.json/, (route) => route.abort());
  await page.reload();
  await page.getByRole('alert').getByText('Load this page again.').waitFor();
  await page.getByText('Vuelva a cargar esta página.').waitFor();
  await page.context().close();
});
