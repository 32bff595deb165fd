import type { Page } from 'playwright-core';
import { accountOf, deployed } from '../../builders/deployed.ts';
import { consortiumStaff, deployedBrowser, fresh, goTo, shows } from '../../builders/deployed-browser.ts';

jest.setTimeout(240_000);
const endpoints = deployed();
const { as } = deployedBrowser(endpoints);

/** Proposes a value of the library itself on the page of a policy. Returns the reason, which names the proposal. */
const propose = async (page: Page, label: string, value: string): Promise<string> => {
  const reason = `Asked for at the desk, ${fresh()}`;
  const form = page.getByRole('form', { name: /sets itself$/ });
  await form.getByLabel(label).fill(value);
  await form.getByLabel(/Reason/).fill(reason);
  await form.getByRole('button', { name: 'Propose this change' }).click();
  await form.getByText('The change is proposed. Another person adopts it.').waitFor();
  return reason;
};

/** Adopts the proposal with a reason; the value is then in force. */
const adopt = async (page: Page, reason: string, label: string, value: string): Promise<void> => {
  const list = page.getByRole('region', { name: 'Proposed changes of rules' });
  const card = list.getByRole('listitem').filter({ hasText: reason });
  await card.getByRole('button', { name: 'Adopt' }).click();
  await card.waitFor({ state: 'detached' });
  const values = page.getByRole('region', { name: 'What libraries set themselves' });
  await shows(page, values.getByRole('row').filter({ hasText: label }).getByRole('cell', { name: value, exact: true }));
};

test('a library proposes a fee of its own, and the consortium adopts it', async () => {
  const own = await as(accountOf(endpoints, 'riverton', 'member-admin'), '/today');
  await goTo(own, 'Policies', 'Fees');
  const fee = `4.${fresh(2)}`;
  const reason = await propose(own, 'Replacement of a card', fee);
  const page = await as(consortiumStaff(endpoints, 'admin'), '/today');
  await goTo(page, 'Policies', 'Fees');
  await adopt(page, reason, 'Replacement of a card', `$${fee}`);
});

test('a library of one person names a second one at a neighbour, who accepts and adopts its change', async () => {
  const own = await as(accountOf(endpoints, 'calder', 'member-admin'), '/today');
  await goTo(own, 'Policies', 'Limits and blocks');
  const second = own.getByRole('region', { name: /^Second person for Calder/ });
  const email = second.getByLabel('E-mail address of the person');
  const end = second.getByRole('button', { name: 'End this' });
  await email.or(end).first().waitFor();
  if (await end.isVisible()) await end.click();
  await email.fill('margaret.sloane@example.org');
  await second.getByRole('button', { name: 'Name the person' }).click();
  await second.getByText(/has not accepted yet/).waitFor();
  const most = String(10 + (Number(fresh(2)) % 40));
  const reason = await propose(own, 'Holds at once', most);
  const page = await as(accountOf(endpoints, 'harcourt', 'member-admin'), '/today');
  await goTo(page, 'Policies', 'Limits and blocks');
  const asked = page.getByRole('region', { name: /^Second person for Calder/ });
  await asked.getByRole('button', { name: 'Accept' }).click();
  await asked.getByText(/^You adopt the changes of/).waitFor();
  await adopt(page, reason, 'Holds at once', most);
});
