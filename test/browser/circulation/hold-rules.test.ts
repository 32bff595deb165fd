import { blocksSchema } from '../../../layers/records/policies/domain/blocks.ts';
import { holdsSchema } from '../../../layers/records/policies/domain/holds.ts';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });

test('finding C5: an administrator reads and adopts what a checkout does while others wait, and how many holds are allowed', async () => {
  const page = await at('/');
  await page.getByRole('link', { name: 'Policies' }).click();
  await page.getByRole('link', { name: 'Rules for holds' }).click();
  await page.getByRole('row', { name: /In force Refused 2 .* Board item 1/ }).waitFor();
  const form = page.getByRole('form', { name: 'Change the rules' });
  const rule = form.getByLabel('Checkout while others wait');
  expect(await rule.inputValue()).toBe('refuse');
  await rule.selectOption({ label: 'Refused, unless a supervisor overrides it with a reason' });
  await form.getByLabel('Overdue loans that stop new holds').fill('3');
  await form.getByLabel('Blocks that stop setting a copy aside').selectOption({ label: 'all blocks' });
  await form.getByText('Overdue loans that stop new holds: no limit becomes 3').waitFor();
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 4');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const body = holdsSchema.parse({ maxDuplicates: 2, othersWait: 'ask', maxOverdue: 3, blocks: { capture: 'all' } });
  await eventually(() =>
    expect(requestsTo('governance-adopt-policy').map((one) => one.body)).toEqual([
      { kind: 'holds', decisionReference: 'Board 2027-01-12, item 4', follows: 1, body },
    ]),
  );
  await closePage(page);
});

test('finding C8: an administrator reads and adopts whether accrued fines count as debts, and the limits stay as they are', async () => {
  const page = await at('/');
  await page.getByRole('link', { name: 'Policies' }).click();
  await page.getByRole('link', { name: 'Rules for debts' }).click();
  await page.getByRole('row', { name: /In force Do not count before they are charged Board item 1/ }).waitFor();
  const form = page.getByRole('form', { name: 'Change the rules' });
  const rule = form.getByLabel('Fines of overdue loans so far');
  expect(await rule.inputValue()).toBe('ignore');
  await rule.selectOption({ label: 'Count in the limit of debts' });
  await form.getByLabel('Decision').fill('Board 2027-01-12, item 5');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const body = blocksSchema.parse({ maxLoans: 60, maxHolds: 30, owedLimit: 2500, accruedFines: 'count' });
  await eventually(() =>
    expect(requestsTo('governance-adopt-policy').at(-1)?.body).toEqual({
      ...{ kind: 'blocks', decisionReference: 'Board 2027-01-12, item 5', follows: 1, body },
    }),
  );
  await closePage(page);
});

test('the rules for debts in Spanish, 320 px wide and dark fit and meet WCAG 2.2 AA', async () => {
  const page = await at('/debt-rules', { language: 'es', width: 320, dark: true });
  await page.getByRole('button', { name: 'Aprobar las reglas' }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('the rules for holds in Spanish, 320 px wide and dark fit and meet WCAG 2.2 AA', async () => {
  const page = await at('/hold-rules', { language: 'es', width: 320, dark: true });
  await page.getByRole('button', { name: 'Aprobar las reglas' }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('other staff read the rules for holds and are offered no change', async () => {
  const page = await at('/hold-rules', { who: 'preparer' });
  await page.getByRole('row', { name: /In force/ }).waitFor();
  expect(await page.getByRole('form', { name: 'Change the rules' }).count()).toBe(0);
  await closePage(page);
});
