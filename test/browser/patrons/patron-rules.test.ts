import { movementSchema } from '../../../layers/records/policies/domain/movement.ts';
import { patronsSchema } from '../../../layers/records/policies/domain/patrons.ts';
import { targetingSchema } from '../../../layers/records/policies/domain/targeting.ts';
import { usualAttribution } from '../../../web/src/features/finance/cost-rules/usual-attribution.ts';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import {
  fixtureMovement,
  fixtureOwn,
  fixturePatronRules,
  fixtureSharingRules,
  fixtureTargeting,
} from '../../builders/fixture-policies.ts';

jest.setTimeout(90_000);
const { addressOf, at, requestsTo } = browserPages({ who: 'admin' });
const adopted = () => requestsTo('governance-adopt-policy').at(-1)?.body;

test('an administrator changes categories, cards and retention of patrons; PINs, classes and what no form shows stay', async () => {
  const page = await at('/patron-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  expect(await form.getByLabel('Days after the return').count()).toBe(0);
  await form.getByLabel('A returned loan loses its borrower').selectOption('after some days');
  await form.getByLabel('Days after the return').fill('30');
  await form.getByLabel('A card is valid, months').fill('24');
  await form.getByRole('button', { name: 'Add: Patron categories' }).click();
  const added = form.getByRole('group', { name: 'New entry' });
  await added.getByLabel('Code').fill('Senior');
  await form.getByText('Write small letters and hyphens: young-adult').waitFor();
  await form.getByRole('group', { name: 'Senior' }).getByLabel('Code').fill('senior');
  await form.getByRole('group', { name: 'senior' }).getByLabel('Name for people').fill('From 65 on');
  await form.getByRole('group', { name: 'senior' }).getByLabel('From age').fill('65');
  await form.getByText('A returned loan loses its borrower: at the return becomes after some days').waitFor();
  await form.getByText('Patron categories: senior, Name for people: From 65 on, From age: 65 is added').waitFor();
  await form.getByLabel(/^Rules adopted already/).selectOption('keep');
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 9');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const body = patronsSchema.parse({
    ...fixturePatronRules,
    cards: { ...fixturePatronRules.cards, validMonths: 24 },
    loans: { anonymise: { when: 'after-days', days: 30 } },
    categories: { ...fixturePatronRules.categories, senior: { name: 'From 65 on', fromAge: 65 } },
  });
  expect(adopted()).toEqual({
    ...{ kind: 'patrons', decisionReference: 'Board 2027-01-12, item 9', endsLater: false, follows: 2, body },
  });
  await closePage(page);
});

test('G65 the form begins with the values of another version, and adopts its body as it was, with all that no form shows', async () => {
  const page = await at('/patron-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  await form.getByLabel('Begin with the values of').selectOption('2');
  await form
    .getByText(/ is removed$/)
    .first()
    .waitFor();
  await form.getByLabel(/^Rules adopted already/).selectOption('keep');
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 11');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  expect(adopted()).toMatchObject({ follows: 2, decisionReference: 'Board 2027-01-12, item 11' });
  expect((adopted() as { body: object }).body).toEqual(patronsSchema.parse({ pins: { shortest: 9 } }));
  await closePage(page);
});

test('an administrator changes a weight and a fee of interlibrary loans; waits, copyright and what no form shows stay', async () => {
  const page = await at('/sharing-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  await form.getByLabel('Weight: Distance').fill('7');
  await form.getByRole('button', { name: 'Remove: ashgrove, Fee: 5.00' }).click();
  await form.getByRole('button', { name: 'Add: Lending targets' }).click();
  const target = form.getByRole('group', { name: 'New entry' });
  await target.getByLabel('Library').fill('calder');
  await form.getByRole('group', { name: 'calder' }).getByLabel('More loans').fill('-20');
  await form.getByText('Fees for loans: ashgrove, Fee: 5.00 is removed').waitFor();
  await form.getByText('Lending targets: calder, More loans: -20 is added').waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 10');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const { rota } = fixtureSharingRules;
  expect(adopted()).toMatchObject({
    kind: 'resource-sharing',
    body: {
      ...{ ...fixtureSharingRules, loanFees: [], lendingTargets: { calder: -20 } },
      rota: { ...rota, weights: { ...rota.weights, distance: 7 } },
    },
  });
  await closePage(page);
});

test('an administrator changes floating, returns and floors; every other value stays as it was', async () => {
  const page = await at('/movement-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  // Branches and days have their names.
  const route = page.getByRole('row', { name: /River Riverton Central Library, .* Mon, Wed$/ });
  await route.waitFor();
  await page.getByRole('row', { name: 'Riverton Central Library R-1' }).waitFor();
  const days = form.getByRole('group', { name: 'Days', exact: true });
  await days.getByRole('checkbox', { name: 'Tue' }).check();
  await form.getByText(/Mon, Tue, Wed/).waitFor();
  await days.getByRole('checkbox', { name: 'Tue' }).uncheck();
  await form.getByLabel('A transit is too long after, days').fill('7');
  await form
    .getByRole('group', { name: 'fiction, Place, or consortium' })
    .getByRole('textbox', { name: 'Most guests of a branch' })
    .fill('60');
  await form.getByText('A transit is too long after, days: 14 becomes 7').waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 11');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const [floating] = fixtureMovement.floating;
  expect(adopted()).toMatchObject({ kind: 'movement', follows: 1 });
  expect((adopted() as { body: object }).body).toEqual(
    movementSchema.parse({
      ...{ ...fixtureMovement, longTransitDays: 7 },
      floating: [{ ...floating, places: [{ at: 'riverton', stopDepth: 1, cap: 60 }] }],
    }),
  );
  await page.goto(addressOf('/rule-bounds'));
  const bounds = page.getByRole('region', { name: 'Floors and ceilings', exact: true });
  await bounds.getByRole('row', { name: 'Fine a day Every item type – €1.00' }).waitFor();
  await form
    .getByRole('group', { name: /^Fine a day/ })
    .getByRole('textbox', { name: 'Ceiling' })
    .fill('1.50');
  await form.getByText('Floors and ceilings: Fine a day, Ceiling: €1.00 is removed').waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 12');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  expect((adopted() as { body: object }).body).toEqual({
    ...{ bounds: [{ value: 'finePerDay', max: 150 }], alone: { amountsUpTo: 50, values: ['graceDays'] } },
    own: fixtureOwn,
  });
  await closePage(page);
});

test('an administrator changes how copies are chosen for holds; every other value stays as it was', async () => {
  const page = await at('/targeting-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  await form.getByLabel('A branch has for a page, minutes').fill('600');
  await form
    .getByRole('group', { name: /^Calder.*, Points/ })
    .getByRole('textbox', { name: 'Points' })
    .fill('0');
  await form.getByText('A branch has for a page, minutes: 2880 becomes 600').waitFor();
  await form.getByText(/Points of branches: Calder.*, Points: 100 is removed/).waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 13');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  expect((adopted() as { body: object }).body).toEqual({
    ...{ ...targetingSchema.parse(fixtureTargeting), pageMinutes: 600 },
    handicaps: [{ place: 'calder', points: 0 }],
  });
  await closePage(page);
});

test('an administrator adopts the first rules for billing, and whose records lead in union records', async () => {
  const page = await at('/billing-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  const adopt = async (item: string): Promise<void> => {
    await form.getByLabel('Decision').fill(`Board 2027-01-12, ${item}`);
    await form.getByRole('button', { name: 'Adopt the rules' }).click();
    await page.getByText('The rules are adopted.').waitFor();
  };
  await form.getByLabel('Name on statements and invoices').fill('Riverside Libraries');
  // finding F8: what an invoice must say of the seller and of each buyer.
  const party = { Street: '1 Mill Street', Postcode: '46204', City: 'Riverton', 'Country, two letters': 'US' };
  for (const [name, text] of Object.entries(party)) await form.getByLabel(name, { exact: true }).fill(text);
  await form.getByLabel('Dues').selectOption({ label: 'Charged' });
  await form.getByLabel('The fiscal year begins in').selectOption({ label: 'July' });
  await form.getByRole('button', { name: 'Add: Tax' }).click();
  const tax = form.getByRole('group', { name: 'Tax', exact: true });
  await tax.getByLabel('Part of the statement').selectOption({ label: 'Dues' });
  await tax.getByLabel('Percent').fill('5.5');
  await form.getByLabel(/^Explain a fee, support, tax/).fill('25.00');
  await form.getByRole('button', { name: 'Add: Reminders of overdue invoices' }).click();
  const reminders = form.getByRole('group', { name: 'Reminders of overdue invoices', exact: true });
  await reminders.getByLabel('Days after the invoice was due').fill('14');
  await form.getByLabel('Language of reminders').selectOption({ label: 'Spanish' });
  await form.getByLabel('Invoices are issued').selectOption('quarterly');
  await form.getByRole('button', { name: 'Add: Members with a cycle of their own' }).click();
  const cycle = form.getByRole('group', { name: 'Members with a cycle of their own', exact: true });
  await cycle.getByLabel('Member').selectOption('lakeshore');
  await cycle.getByLabel('Invoices are issued', { exact: true }).selectOption('yearly');
  await form.getByLabel('Fees of the bank for returned payments').selectOption('charge');
  await form.getByRole('button', { name: 'Add: Recurring explanations' }).click();
  const recurring = form.getByRole('group', { name: 'Recurring explanations', exact: true });
  await recurring.getByLabel('Service').fill('AWSSupportBusiness');
  await recurring.getByLabel('Up to').fill('100');
  await recurring.getByLabel('Explanation').fill('Business support, decided in 2026');
  await recurring.getByLabel('Last month').fill('2027-12');
  await adopt('item 16');
  expect(adopted()).toMatchObject({ kind: 'billing', follows: 0 });
  expect((adopted() as { body: object }).body).toEqual({
    seller: { street: '1 Mill Street', postcode: '46204', city: 'Riverton', country: 'US' },
    ...{ issuer: 'Riverside Libraries', modes: { dues: 'charge' }, tax: { dues: { category: 'S', rate: 550 } } },
    ...{ daysToPay: 30, fiscalYearStartsIn: 7, rates: [] },
    ...{ cycle: 'quarterly', memberCycles: [{ memberId: 'lakeshore', cycle: 'yearly' }], bankFees: 'charge' },
    adjustments: { correctionPercent: 100, credit: 100_000, oneOff: 1_000_000, monthsBack: 24 },
    explain: { metered: 100, unmetered: 2500, together: 1000 },
    reminders: { language: 'spa', levels: [{ daysAfterDue: 14 }] },
    recurring: [
      {
        ...{ kind: 'support', service: 'AWSSupportBusiness', atMost: 10_000, until: '2027-12' },
        reason: 'Business support, decided in 2026',
      },
    ],
  });
  await page.goto(addressOf('/union-rules'));
  await form.getByRole('button', { name: 'Add: Libraries that lead' }).click();
  await form.getByLabel('Fields').selectOption({ label: 'summary' });
  await form.getByLabel('Libraries, the first first').fill('calder, riverton');
  await adopt('item 17');
  expect((adopted() as { body: object }).body).toEqual({
    leads: [{ fields: 'summary', members: ['calder', 'riverton'] }],
  });
  await page.goto(addressOf('/shown-headings'));
  await form.getByRole('button', { name: 'Add: Subject headings' }).click();
  await form.getByLabel('In the records').fill('Illegal aliens');
  await form.getByLabel('Shown as').fill('Undocumented immigrants');
  await form.getByRole('button', { name: 'Add: Names of persons, bodies and meetings' }).click();
  await form.getByLabel('In the records').last().fill('Okri, Nadia');
  await form.getByLabel('Shown as').last().fill('Okri, N.');
  await adopt('item 21');
  expect((adopted() as { body: object }).body).toEqual({
    subjects: [{ heading: 'Illegal aliens', shown: 'Undocumented immigrants' }],
    names: [{ heading: 'Okri, Nadia', shown: 'Okri, N.' }],
  });
  await page.goto(addressOf('/free-tier'));
  await form.getByLabel('The permanent free tier applies').selectOption({ label: 'yes' });
  await form.getByLabel('The account was opened on').fill('2026-03-01');
  await adopt('item 18');
  expect((adopted() as { body: object }).body).toEqual({ always: true, openedOn: '2026-03-01' });
  await page.goto(addressOf('/attribution'));
  await form.getByRole('combobox', { name: 'Borne by' }).nth(2).selectOption({ label: 'their own library' });
  await adopt('item 19');
  const [interlibrary, caused, , ...others] = usualAttribution;
  expect((adopted() as { body: object }).body).toEqual({
    rules: [interlibrary, caused, { when: 'staff', to: 'home' }, ...others],
  });
  await closePage(page);
});

test('other staff read the rules for patrons, also 320 px wide and in Spanish, and are offered no change', async () => {
  for (const path of ['/patron-rules', '/sharing-rules', '/movement-rules', '/targeting-rules', '/rule-bounds']) {
    const page = await at(path, { who: 'staff', language: 'es', width: 320, dark: true });
    await page.getByRole('heading', { name: 'Qué rige ahora' }).waitFor();
    expect(await page.getByRole('form').count()).toBe(0);
    expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
    await closePage(page);
  }
});

test('an administrator sees pairs that each match rule decides and what other rules would change, and adopts them', async () => {
  const page = await at('/match-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  await page.getByText('Reissues: 1 pair', { exact: true }).click();
  const examples = page.getByRole('list', { name: 'Reissues' });
  await examples.getByText(/published 7 years apart/).waitFor();
  await page.getByText(/no pair of records depends on: Impressions, Co-editions/).waitFor();
  const stored = page.getByRole('region', { name: 'What changed for the records of each library' });
  await stored.getByRole('row', { name: 'Riverton' }).waitFor();
  await page.getByText(/Version 2 was applied to all stored records by .*Records decided: 4,120/).waitFor();
  await form.getByLabel('Reissues').selectOption('the same title');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('All titles were compared: 72 records, 31 pairs.').waitFor();
  const table = page.getByRole('region', { name: 'Pairs of records that would change' });
  expect(await table.getByRole('row').allInnerTexts()).toHaveLength(4);
  await page
    .getByRole('list', { name: 'The first pairs' })
    .getByText(/Now: a person is asked. With these values: the same title/)
    .waitFor();
  await form.getByLabel('A common ISBN').selectOption('decides');
  await page.getByText('The values have changed since. Show again what would change.').waitFor();
  expect(await violations(page)).toEqual([]);
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 20');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  expect((adopted() as { body: object }).body).toEqual({
    ...{ reissues: 'same', impressions: 'same', coEditions: 'ask', microforms: 'apart' },
    ...{ oclcNumbers: 'counts', isbns: 'decides' },
  });
  await closePage(page);
});
