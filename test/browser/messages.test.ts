import { overflow } from '../builders/browser-page.ts';
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

test('the home page, a search, a record and my account are in French, also 320 px wide', async () => {
  const how = { who: 'patron', language: 'fr', width: 320 } as const;
  const home = await at('/', how);
  await home.getByRole('heading', { level: 1, name: 'Trouvez, réservez, retirez dans votre bibliothèque.' }).waitFor();
  await home
    .getByRole('heading', { name: /^Nouveautés/ })
    .first()
    .waitFor();
  const search = await at('/search?q=emma', how);
  await search.getByText('10 résultats pour «\u00a0emma\u00a0»').first().waitFor();
  const record = await at('/record/rec_1', how);
  await record.getByRole('heading', { name: 'Exemplaires', exact: true }).waitFor();
  const account = await at('/account', how);
  for (const name of ['Prêts', 'Réservations', 'Frais', 'Historique de lecture', 'Famille et mandataires', 'Sécurité'])
    await account.getByRole('heading', { name, exact: true }).waitFor();
  expect(await account.locator('html').getAttribute('lang')).toBe('fr');
  for (const page of [home, search, record, account]) {
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  }
});

test('a page of staff that is not in French is in English', async () => {
  const page = await at('/loads', { language: 'fr' });
  await page.getByRole('heading', { name: 'Loads so far' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  await page.context().close();
});
