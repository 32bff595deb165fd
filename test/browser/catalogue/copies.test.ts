import { closePage, overflow, scan, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo } = browserPages({ who: 'staff' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

test('a copy is scanned, and its library commits to retain it until a given day', async () => {
  const page = await at('/copy');
  await scan(page, '31234000123456');
  await page.getByRole('heading', { name: '31234000123456' }).waitFor();
  await page.getByLabel('Programme').fill('Shared print');
  await page.getByLabel('Last day').fill('2046-12-31');
  await page.getByRole('button', { name: 'Commit to keep it' }).click();
  await page.getByText('Your library is committed to keep it.').waitFor();
  expect(bodies('catalogue-set-retention')).toEqual([{ retention: { program: 'Shared print', until: '2046-12-31' } }]);
  await closePage(page);
});

test('the desk sees where a copy was scanned last, checks it in, places a hold, marks it missing and sends it to a branch', async () => {
  const page = await at('/copy?barcode=31234000123456');
  await page.getByText(/^checked in, .*, Riverton Central Library$/).waitFor();
  await page.getByRole('button', { name: 'Mark missing' }).click();
  await page.getByText('The copy is marked missing.').waitFor();
  const marked = { branchId: 'riverton.main', item: '31234000123456', state: 'missing' };
  expect(bodies('circulation-mark-item')).toEqual([marked]);
  await page.getByRole('button', { name: 'Send to a branch' }).click();
  const dialog = page.getByRole('dialog', { name: 'More actions' });
  await dialog.getByRole('combobox', { name: 'To' }).selectOption('Lakeshore Main Library');
  await dialog.getByRole('button', { name: 'Send to a branch' }).click();
  await dialog.getByText(/31234000123456 is in transit/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Place hold' }).waitFor();
  await page.getByRole('button', { name: 'Check in' }).click();
  await page.waitForURL(/\/desk$/);
  await page.locator('.scan[data-state=ended]').filter({ hasText: '31234000123456' }).waitFor();
  await page.getByRole('region', { name: 'Slip' }).getByText('Lakeshore Main Library', { exact: true }).waitFor();
  expect(bodies('circulation-check-in')).toMatchObject([{ item: '31234000123456' }]);
  await closePage(page);
});

test('each copy of the own library can be reached from its title', async () => {
  const page = await at('/record/rec_1');
  await page.getByRole('link', { name: 'Manage this copy' }).first().click();
  await page.getByRole('heading', { name: 'Commitment to keep it' }).waitFor();
  await closePage(page);
});

test('a commitment is shown, and released after confirmation', async () => {
  const page = await at('/copy?barcode=31234000123459');
  await page.getByText('Shared print, until Mon, Dec 31, 2046').waitFor();
  await page.getByRole('button', { name: 'Release it' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Release it' }).click();
  await page.getByText('Released.').waitFor();
  expect(bodies('catalogue-set-retention')).toEqual([{ retention: null }]);
  await closePage(page);
});

test('the last copy is offered to the others for a number of days; a copy of another library has no actions', async () => {
  const page = await at('/copy?barcode=31234000123456');
  await page.getByLabel('How long it is offered').selectOption('60');
  await page.getByRole('button', { name: 'Offer it to the others' }).click();
  await page.getByText('On offer until').waitFor();
  expect(bodies('catalogue-offer-last-copy')).toEqual([{ itemId: 'itm_01kb0000000000000000000000', days: 60 }]);
  await page.getByLabel('Barcode', { exact: true }).fill('31234000123455');
  await page.keyboard.press('Enter');
  await page.getByText('It is another library’s').waitFor();
  expect(await page.getByRole('button', { name: /keep it|Offer/ }).count()).toBe(0);
  await closePage(page);
});

test('an offered copy is added to the library’s own record of its title, which must exist', async () => {
  const page = await at('/last-copies');
  const own = page.getByRole('listitem').filter({ hasText: 'offered by you' });
  await own.getByText('Nobody took it').waitFor();
  expect(await own.getByRole('button', { name: 'Take it' }).count()).toBe(0);
  const without = page.getByRole('listitem').filter({ hasText: 'Songs of the ferrymen' });
  await without.getByRole('button', { name: 'Take it' }).click();
  await without.getByText('has no record of this title yet').waitFor();
  expect(await without.getByRole('button', { name: 'Take it' }).isDisabled()).toBe(true);
  const known = page.getByRole('listitem').filter({ hasText: 'Charts of the inner lakes' });
  await known.getByRole('button', { name: 'Take it' }).click();
  await known.getByLabel('Location').fill('Stacks');
  await known.getByRole('button', { name: 'Take it' }).click();
  await page.getByText('It is yours now').waitFor();
  expect(bodies('catalogue-take-copy')).toMatchObject([
    { sourceId: 'riverton:b1000', branchId: expect.stringMatching(/^riverton\./), location: 'Stacks' },
  ]);
  await closePage(page);
});

test('a library withdraws its own offer with a public reason, but not another library’s', async () => {
  const page = await at('/last-copies');
  const own = page.getByRole('listitem').filter({ hasText: 'offered by you' });
  await own.getByRole('button', { name: 'Take the offer back' }).press('Enter');
  const send = own.getByRole('button', { name: 'Take the offer back' });
  expect(await send.isDisabled()).toBe(true);
  await own.getByLabel('Why').fill('It is signed.');
  expect(await violations(page)).toEqual([]);
  await send.click();
  await page.getByText('Taken back: nobody can take the copy any more.').waitFor();
  expect(bodies('catalogue-withdraw-offer')).toEqual([{ reason: 'It is signed.' }]);
  const others = page.getByRole('listitem').filter({ hasText: 'Songs of the ferrymen' });
  expect(await others.getByRole('button', { name: 'Take the offer back' }).count()).toBe(0);
  await closePage(page);
});

test('the fields that survive loads are set by tag and mark, by keyboard', async () => {
  const page = await at('/edit/riverton:b1000');
  await page.getByRole('main').getByRole('link', { name: 'Protected fields' }).click();
  await page.getByRole('group', { name: 'Protected field 505' }).getByText('Take out').click();
  await page.getByRole('button', { name: 'Add a field' }).press('Enter');
  // A new row has the focus at once.
  await page.keyboard.type('65');
  await page.getByText('A tag has three digits').waitFor();
  const save = page.getByRole('button', { name: 'Save' });
  expect(await save.isDisabled()).toBe(true);
  await page.keyboard.type('x');
  await page.getByRole('group', { name: 'Protected field 65X' }).getByLabel('Which fields').selectOption('5');
  await save.click();
  await page.getByText('Saved: later loads follow it.').waitFor();
  expect(bodies('catalogue-set-field-protection')).toEqual([
    {
      fields: [
        { tag: '59X', mark: { subfield: '9', value: 'keep' } },
        { tag: '65X', mark: { subfield: '5' } },
      ],
    },
  ]);
  await closePage(page);
});

test.each(['/copy?barcode=31234000123459', '/last-copies', '/protected-fields'])(
  '%s in Spanish, 320 px wide, meets WCAG 2.2 AA and fits',
  async (path) => {
    const page = await at(path, { width: 320, language: 'es' });
    expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
      violations: [],
      overflow: 0,
    });
    await closePage(page);
  },
);
