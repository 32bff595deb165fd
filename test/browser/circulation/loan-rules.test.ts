import type { Locator } from 'playwright-core';
import { closePage, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { fixtureLoanRuleVersions } from '../../builders/fixture-loan-rules.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'staff' });

test('staff read the loan rules as a matrix and learn from the test bench which rule decides a case', async () => {
  const page = await at('/loan-rules');
  const matrix = page.getByRole('region', { name: 'Loan rules by item type and patron category' });
  await matrix.getByRole('button', { name: /28 days 5 renewals.*set by Riverton/ }).click();
  const bench = page.getByRole('region', { name: 'Test bench' });
  await bench.getByText('Lent for 28 days').waitFor();
  await bench.getByText('3 conditions met').waitFor();
  await bench.getByText(/Passed over: Renewals: 3/).waitFor();
  expect(await matrix.getByRole('button', { name: /Not lent, no holds/ }).count()).toBe(1);
  await page.getByLabel('Show').selectOption({ label: 'Fines and lost items' });
  await matrix
    .getByRole('button', { name: /late \$0\.20 a day at most \$10\.00/ })
    .first()
    .waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('t');
  expect(await bench.getByLabel('Patron category').evaluate((field) => field === document.activeElement)).toBe(true);
  await bench.getByLabel(/Card/).fill('21101000000016');
  await bench.getByLabel(/Barcode of the item/).fill('31234000123456');
  await bench.getByRole('button', { name: 'Ask the rules' }).click();
  await bench.getByText('Would be refused').waitFor();
  expect(await page.getByRole('button', { name: 'Change this rule' }).count()).toBe(0);
  // A day without rules leaves the choice of another one.
  const day = page.getByLabel('On (empty: today)');
  await day.fill('2001-01-01');
  await page.getByRole('alert').waitFor();
  await day.fill('2026-11-20');
  await bench.getByText('3 conditions met').waitFor();
  await closePage(page);
});

test('an administrator reads a change in words; it goes into rules that begin later too, and is refused where they differ', async () => {
  const page = await at('/loan-rules', { who: 'admin' });
  const matrix = page.getByRole('region', { name: 'Loan rules by item type and patron category' });
  await matrix.getByRole('button', { name: /7 days 1 renewal/ }).click();
  await page.getByRole('button', { name: 'Change this rule' }).click();
  const form = page.getByRole('form', { name: 'Change a loan rule' });
  await form.getByLabel('Loan period, days').fill('10');
  await form.getByText('Loan period: 7 days becomes 10 days').waitFor();
  await form.getByLabel('Lost item').fill('12,5O');
  await form.getByText(/cannot be read/).waitFor();
  expect(await form.getByRole('button', { name: 'Adopt this change' }).isDisabled()).toBe(true);
  await form.getByLabel('Lost item').fill('');
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 4');
  await form.getByRole('button', { name: 'Adopt this change' }).click();
  await form.getByText('also in the rules that begin later').waitFor();
  const sent = requestsTo('governance-adopt-policy').map(
    ({ body }) =>
      body as { effectiveFrom?: string; endsLater?: boolean; body: { rules: { id: string; values: object }[] } },
  );
  expect(sent.map(({ effectiveFrom, endsLater }) => [effectiveFrom, endsLater])).toEqual([
    [undefined, false],
    ['2999-01-01T00:00:00.000Z', undefined],
  ]);
  expect(sent.map(({ body: { rules } }) => rules.find(({ id }) => id === 'dvd')?.values)).toEqual([
    { loanPeriod: { days: 10 }, renewals: 1 },
    { loanPeriod: { days: 10 }, renewals: 1 },
  ]);
  expect(sent[1]?.body.rules.find(({ id }) => id === 'riverton-child')?.values).toEqual({ renewals: 9 });
  await page.keyboard.press('Escape');

  await matrix.getByRole('button', { name: /28 days 5 renewals/ }).click();
  await page.getByRole('button', { name: 'Change this rule' }).first().click();
  await form.getByLabel('Renewals').fill('6');
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 5');
  await form.getByRole('button', { name: 'Adopt this change' }).click();
  await form.getByText(/Not adopted: version 15.*sets Renewals to 9/).waitFor();
  await eventually(() => expect(requestsTo('governance-adopt-policy')).toHaveLength(2));
  await closePage(page);
});

test('every value of a rule is set in its form; what cannot be read is said at its field and adopted by nobody', async () => {
  const page = await at('/loan-rules', { who: 'admin' });
  const matrix = page.getByRole('region', { name: 'Loan rules by item type and patron category' });
  await matrix.getByRole('button', { name: /7 days 1 renewal/ }).click();
  await page.getByRole('button', { name: 'Change this rule' }).click();
  const form = page.getByRole('form', { name: 'Change a loan rule' });
  await form.getByLabel('Loan period, days').fill('');
  await form.getByLabel('or hours').fill('48');
  await form.getByLabel('Renewed automatically, days before due').fill('2');
  await form.getByLabel('Loans at once').fill('4');
  await form.getByLabel('Counted with the group').fill('films');
  await form.getByLabel('Highest fine').fill('50 %');
  await form.getByLabel('Days overdue until lost').fill('-');
  await form.getByLabel('Days on the hold shelf').fill('61');
  await form.getByText(/cannot be read/).waitFor();
  const adopt = form.getByRole('button', { name: 'Adopt this change' });
  expect(await adopt.isDisabled()).toBe(true);
  await form.getByLabel('Days on the hold shelf').fill('10');
  await form.getByLabel('A due date on a closed day').selectOption({ label: 'moves to the open day before' });
  await form.getByLabel('Fines on closed days').selectOption({ label: 'no' });
  await form.getByRole('button', { name: 'Add: Fixed due dates' }).click();
  await form.getByLabel('First day').fill('2027-02-01');
  await form.getByLabel('Last day').fill('2027-06-30');
  await form.getByLabel('Due date', { exact: true }).fill('2027-06-30');
  await form.getByText('Loan period: 7 days becomes 48 hours').waitFor();
  await form.getByText('Loans at once: not set here becomes at most 4 (films)').waitFor();
  await form.getByText('Highest fine: not set here becomes 50 % of the price').waitFor();
  await form.getByText('Days overdue until lost: not set here becomes no limit').waitFor();
  await form.getByText('Fixed due dates: not set here becomes 2027-02-01 to 2027-06-30: 2027-06-30').waitFor();
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 14');
  await adopt.click();
  await form.getByText('The change is adopted').waitFor();
  const body = requestsTo('governance-adopt-policy')[0]?.body as { body: { rules: { id: string; values: object }[] } };
  expect(body.body.rules.find(({ id }) => id === 'dvd')?.values).toEqual({
    ...{ loanPeriod: { hours: 48 }, renewals: 1, autoRenewDays: 2, maxLoans: { limit: 4, group: 'films' } },
    ...{ fineCap: { percentOfPrice: 50 }, lostAfterDays: null, holdShelfDays: 10 },
    ...{ closedDays: 'earlier', finesWhenClosed: false },
    dueCeilings: [{ from: '2027-02-01', to: '2027-06-30', due: '2027-06-30' }],
  });
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('the loan rules for all cases are changed without those of single cases, also in rules that begin later', async () => {
  const page = await at('/general-loan-rules', { who: 'admin' });
  const form = page.getByRole('form');
  await form.getByLabel('Loan period, days').fill('');
  await form.getByLabel('or hours').fill('72');
  await form.getByLabel('A patron with an expired card may renew').selectOption({ label: 'yes' });
  await form.getByRole('button', { name: 'Add: Equipment' }).click();
  await form.getByRole('group', { name: 'New entry' }).getByLabel('Code').fill('dvd');
  await form.getByText('Equipment: dvd is added').waitFor();
  await form.getByLabel(/already adopted|begin later/).selectOption('merge');
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 15');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const sent = requestsTo('governance-adopt-policy').map(({ body }) => (body as { body: object }).body);
  const [inForce, later] = fixtureLoanRuleVersions;
  const changed = ({ body }: (typeof fixtureLoanRuleVersions)[number]) => ({
    ...{ ...body, equipmentTypes: ['dvd'], expiredMayRenew: true },
    base: { ...body.base, loanPeriod: { hours: 72 } },
  });
  expect(sent).toEqual([inForce && changed(inForce), later && changed(later)]);
  await closePage(page);
});

test('an administrator adds a rule for those who live in a place, or outside it', async () => {
  const page = await at('/loan-rules', { who: 'admin' });
  await page.getByRole('button', { name: 'Add a rule for this case' }).click();
  const form = page.getByRole('form', { name: 'Change a loan rule' });
  await form.getByLabel('Place of residence').selectOption({ label: 'non-residents' });
  await form.getByLabel('Loan period, days').fill('14');
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 9');
  const adopt = form.getByRole('button', { name: 'Adopt this change' });
  expect(await adopt.isDisabled()).toBe(true);
  await form.getByRole('group', { name: 'These places' }).getByRole('checkbox').first().check();
  await form.getByText(/patrons who live outside/).waitFor();
  await adopt.click();
  await form.getByText('also in the rules that begin later').waitFor();
  const [first] = requestsTo('governance-adopt-policy');
  const when = expect.objectContaining({ patronResidence: { notIn: [expect.any(String)] } });
  const added = { when, values: { loanPeriod: { days: 14 } } };
  expect(first?.body).toMatchObject({ body: { rules: expect.arrayContaining([expect.objectContaining(added)]) } });
  await closePage(page);
});

test('a library proposes a change of its own rule inside the bounds, and decides, sees and renews proposals', async () => {
  const page = await at('/loan-rules', { who: 'manager' });
  const matrix = page.getByRole('region', { name: 'Loan rules by item type and patron category' });
  await matrix.getByRole('button', { name: /7 days 1 renewal/ }).click();
  await page.getByText('1 condition met').first().waitFor();
  // A rule of the consortium is changed by a vote of the members only.
  await page.getByRole('button', { name: 'Change this rule' }).click();
  const ofConsortium = page.getByRole('dialog', { name: 'Change a loan rule' });
  await ofConsortium.getByRole('form', { name: 'Propose it to the members' }).waitFor();
  expect(await ofConsortium.getByRole('button', { name: /^(Adopt|Propose this change)/ }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await matrix.getByRole('button', { name: /28 days 5 renewals/ }).click();
  await page.getByRole('button', { name: 'Change this rule' }).first().click();
  const form = page.getByRole('form', { name: 'Change a loan rule' });
  await form.getByLabel('Renewals').fill('11');
  await form.getByText('Renewals: 5 becomes 11').waitFor();
  await form.getByLabel(/Reason/).fill('Long summers');
  const propose = form.getByRole('button', { name: 'Propose this change' });
  await propose.click();
  await form.getByText('Above the ceiling that the consortium set: 10.').first().waitFor();
  expect(await form.getByLabel('Renewals').getAttribute('aria-invalid')).toBe('true');
  await form.getByLabel('Renewals').fill('8');
  await propose.click();
  await form.getByText('Another person adopts it').waitFor();
  await eventually(() =>
    expect(requestsTo('governance-propose-rules').at(-1)?.body).toMatchObject({
      ...{ memberId: 'riverton', follows: 15, reason: 'Long summers' },
      rules: [{ id: 'riverton-child', values: { renewals: 8 } }],
    }),
  );
  await page.keyboard.press('Escape');

  const list = page.getByRole('region', { name: 'Proposed changes of rules' });
  const card = (reason: string) => list.getByRole('listitem').filter({ hasText: `Reason: ${reason}` });
  await card('Children read longer').getByText('Renewals: 5 becomes 7').waitFor();
  const sends = async (part: string, button: Locator): Promise<void> => {
    const answered = page.waitForResponse((response) => response.url().includes(part));
    await button.click();
    await answered;
  };
  await sends('/decision', card('Children read longer').getByRole('button', { name: 'Adopt' }));
  await sends('/decision', card('Fines in whole dimes').getByRole('button', { name: 'Seen' }));
  await card('Children read longer').getByRole('button', { name: 'Decline' }).click();
  await card('Children read longer')
    .getByLabel(/Why it is declined/)
    .fill('Too many');
  await sends('/decision', card('Children read longer').getByRole('button', { name: 'Decline' }));
  await eventually(() =>
    expect(requestsTo('governance-decide-proposal').map(({ body }) => body)).toEqual([
      { step: 'adopt', v: 1 },
      { step: 'see', v: 1 },
      { step: 'decline', reason: 'Too many', v: 1 },
    ]),
  );

  // The own change of the period goes on top of the renewals that others changed.
  await card('Books return sooner').getByText('Other rules were adopted since').waitFor();
  const again = card('Books return sooner').getByRole('button', { name: 'Put on top of the current rules' });
  await sends('/governance/proposals', again);
  await sends('/second-persons/', list.getByRole('button', { name: 'Accept' }));
  await closePage(page);
  await eventually(() =>
    expect(requestsTo('governance-propose-rules').at(-1)?.body).toMatchObject({
      ...{ replaces: 'prp_3', follows: 15 },
      rules: [{ id: 'riverton-books', values: { loanPeriod: { days: 21 }, renewals: 3 } }],
    }),
  );
  await eventually(() =>
    expect(requestsTo('governance-set-second-person').map(({ body }) => body)).toEqual([{ step: 'accept' }]),
  );
});
