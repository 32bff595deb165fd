import { movementSchema } from '../../../layers/records/policies/domain/movement.ts';
import { patronsSchema } from '../../../layers/records/policies/domain/patrons.ts';
import { targetingSchema } from '../../../layers/records/policies/domain/targeting.ts';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import {
  fixtureMovement,
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
  await form
    .getByRole('group', { name: /^Fine a day/ })
    .getByRole('textbox', { name: 'Ceiling' })
    .fill('1.50');
  await form.getByText('Floors and ceilings: Fine a day, Ceiling: 1.00 is removed').waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 12');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  expect((adopted() as { body: object }).body).toEqual({
    ...{ bounds: [{ value: 'finePerDay', max: 150 }], alone: { amountsUpTo: 50, values: ['graceDays'] } },
  });
  await closePage(page);
});

test('an administrator changes how copies are chosen for holds; every other value stays as it was', async () => {
  const page = await at('/targeting-rules');
  const form = page.getByRole('form', { name: 'Change the rules' });
  await form.getByLabel('A branch has for a page, minutes').fill('600');
  await form
    .getByRole('group', { name: /^calder, Points/ })
    .getByRole('textbox', { name: 'Points' })
    .fill('0');
  await form.getByText('A branch has for a page, minutes: 2880 becomes 600').waitFor();
  await form.getByText('Points of branches: calder, Points: 100 is removed').waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 13');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  expect((adopted() as { body: object }).body).toEqual({
    ...{ ...targetingSchema.parse(fixtureTargeting), pageMinutes: 600 },
    handicaps: [{ place: 'calder', points: 0 }],
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
