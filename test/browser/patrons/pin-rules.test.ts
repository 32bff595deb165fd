import { patronsSchema } from '../../../layers/records/policies/domain/patrons.ts';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { fixturePatronRules } from '../../builders/fixture-policies.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });

test('an administrator reads the rules for PINs and adopts others, and no other rule for patrons changes', async () => {
  const page = await at('/');
  await page.getByRole('link', { name: 'Policies' }).click();
  await page.getByRole('link', { name: 'Rules for PINs' }).click();
  await page.getByRole('row', { name: /In force 5 15 3 Board item 1/ }).waitFor();
  await page.getByRole('row', { name: /Begins later 9 15 3 Board item 2/ }).waitFor();
  const form = page.getByRole('form', { name: 'Change the rules' });
  const shortest = form.getByLabel('Minimum digits of a PIN');
  expect(await shortest.inputValue()).toBe('5');
  await shortest.fill('3');
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 4');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await eventually(() => expect(requestsTo('governance-adopt-policy')).toEqual([]));
  await shortest.fill('8');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  // Rules that begin later exist, so the form asks what becomes of them.
  await eventually(() => expect(requestsTo('governance-adopt-policy')).toEqual([]));
  await form.getByLabel(/^Rules adopted already, which begin later/).selectOption('end');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const body = patronsSchema.parse({ ...fixturePatronRules, pins: { shortest: 8 } });
  await eventually(() =>
    expect(requestsTo('governance-adopt-policy').map((one) => one.body)).toEqual([
      { kind: 'patrons', decisionReference: 'Board 2027-01-12, item 4', endsLater: true, follows: 2, body },
    ]),
  );
  await shortest.fill('12');
  await form.getByLabel(/^Rules adopted already/).selectOption('keep');
  await form.getByLabel('Decision').fill('overtaken');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('Somebody else adopted other rules meanwhile.').waitFor();
  await closePage(page);
});

test('the rules for PINs in Spanish, 320 px wide and dark fit and meet WCAG 2.2 AA', async () => {
  const page = await at('/pin-rules', { language: 'es', width: 320, dark: true });
  await page.getByRole('button', { name: 'Aprobar las reglas' }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('other staff read the rules for PINs and are offered no change', async () => {
  const page = await at('/pin-rules', { who: 'preparer' });
  await page.getByRole('row', { name: /In force/ }).waitFor();
  expect(await page.getByRole('form', { name: 'Change the rules' }).count()).toBe(0);
  await closePage(page);
});
