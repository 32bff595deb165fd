import { blocksSchema } from '../../../layers/records/policies/domain/blocks.ts';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'admin' });

test('an administrator reads in words what a change of limits does, and adopts it; all else stays', async () => {
  const page = await at('/limits');
  await page.getByRole('row', { name: /In force 60 30 €25\.00/ }).waitFor();
  const form = page.getByRole('form', { name: 'Change the rules' });
  expect(await form.getByRole('button', { name: 'Adopt the rules' }).isDisabled()).toBe(true);
  await form.getByLabel('Debt that blocks', { exact: true }).fill('10.00');
  await form.getByLabel('Overdue loans that block').fill('five');
  await form.getByText(/cannot be read/).waitFor();
  expect(await form.getByRole('button', { name: 'Adopt the rules' }).isDisabled()).toBe(true);
  await form.getByLabel('Overdue loans that block').fill('5');
  await form.getByText('Debt that blocks: 25.00 becomes 10.00').waitFor();
  await form.getByText('Overdue loans that block: no limit becomes 5').waitFor();
  await form.getByLabel('Days back for work without a network').fill('15');
  await form.getByText(/cannot be read/).waitFor();
  await form.getByLabel('Days back for work without a network').fill('7');
  await form.getByRole('checkbox', { name: 'conduct' }).check();
  await form.getByText('Blocks that no supervisor overrides: none becomes conduct').waitFor();
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 6');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  const limits = {
    maxLoans: 60,
    maxHolds: 30,
    owedLimit: 1000,
    maxOverdue: 5,
    offlineDays: 7,
    accruedFines: 'ignore',
    neverOverridden: ['conduct'],
  };
  await eventually(() =>
    expect(requestsTo('governance-adopt-policy').at(-1)?.body).toMatchObject({
      ...{ kind: 'blocks', follows: 1, body: blocksSchema.parse(limits) },
    }),
  );
  await closePage(page);
});

test('an administrator changes a fee; other staff read the fees and are offered no change', async () => {
  const page = await at('/fees');
  const form = page.getByRole('form', { name: 'Change the rules' });
  await form.getByLabel('Replacement of a card').fill('3.50');
  await form.getByText('Replacement of a card: 2.00 becomes 3.50').waitFor();
  // Fees of a later day are there: the change goes into them too, unless they set the same fee to something else.
  await form.getByLabel(/^Rules adopted already/).selectOption('merge');
  await form.getByLabel('Damaged item').fill('10.00');
  await form.getByRole('alert').filter({ hasText: 'set this to something else: Damaged item' }).waitFor();
  expect(await form.getByRole('button', { name: 'Adopt the rules' }).isDisabled()).toBe(true);
  await form.getByLabel('Damaged item').fill('8.00');
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 7');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  await eventually(() =>
    expect(
      requestsTo('governance-adopt-policy')
        .slice(-2)
        .map((one) => one.body),
    ).toMatchObject([
      {
        follows: 2,
        endsLater: false,
        body: { currency: 'USD', fees: { 'card-replacement': 350, 'damaged-item': 800 } },
      },
      { effectiveFrom: '2999-01-01T00:00:00.000Z', body: { fees: { 'card-replacement': 350, 'damaged-item': 900 } } },
    ]),
  );
  await closePage(page);
  const other = await at('/fees', { who: 'staff' });
  await other.getByRole('row', { name: /In force Replacement of a card: \$2\.00/ }).waitFor();
  expect(await other.getByRole('form', { name: 'Change the rules' }).count()).toBe(0);
  await closePage(other);
});

test('an administrator changes when notices are sent; what libraries set themselves stays', async () => {
  const page = await at('/notice-rules');
  await page.getByRole('row', { name: /In force 2 1, 7, 14 30 none/ }).waitFor();
  const form = page.getByRole('form', { name: 'Change the rules' });
  await form.getByLabel('Overdue, days after').fill('3, 10');
  await form.getByLabel('Leaves the hold shelf, days before').fill('2');
  await form.getByLabel('All in one e-mail, at hour').fill('8');
  await form.getByLabel('Letters', { exact: true }).selectOption('on');
  await form.getByLabel('Cost of a letter').fill('0.95');
  await form.getByRole('checkbox', { name: 'Charged: Sent' }).uncheck();
  await form.getByRole('checkbox', { name: 'Overdue: No library turns it off' }).check();
  await form
    .getByText(
      'No library turns it off: Wanted by another reader, Ready to collect becomes Overdue, Wanted by another reader, Ready to collect',
    )
    .waitFor();
  await form.getByText('Overdue, days after: 1, 7, 14 becomes 3, 10').waitFor();
  await form.getByLabel(/Decision/).fill('Board 2027-01-12, item 8');
  await form.getByRole('button', { name: 'Adopt the rules' }).click();
  await page.getByText('The rules are adopted.').waitFor();
  await eventually(() =>
    expect(requestsTo('governance-adopt-policy').at(-1)?.body).toMatchObject({
      ...{ kind: 'notices', follows: 1 },
      body: {
        defaults: {
          ...{
            dueSoonDays: 2,
            overdueDays: [3, 10],
            holdExpiringDays: 2,
            digest: { on: true, hour: 8 },
            letters: { on: true, cost: 95 },
          },
          kinds: expect.not.arrayContaining(['bill']),
        },
        ...{ alwaysOn: ['overdue', 'recall', 'hold-ready'], mandatory: ['recall', 'lost'] },
      },
    }),
  );
  await closePage(page);
});

test('a library proposes a fee of its own inside the bounds that its form shows, and another one is decided there', async () => {
  const page = await at('/fees', { who: 'manager' });
  const table = page.getByRole('region', { name: 'What libraries set themselves' });
  await table.getByRole('row', { name: /Replacement of a card \$2\.00 \$1\.00 to \$5\.00 \$3\.00/ }).waitFor();
  await table.getByRole('row', { name: /Waived by desk staff alone none up to \$20\.00/ }).waitFor();
  const form = page.getByRole('form', { name: 'What Riverton Public Library sets itself' });
  await form.getByText('All libraries: $2.00. You may set: $1.00 to $5.00.').waitFor();
  const fee = form.getByLabel('Replacement of a card');
  await fee.fill('6.00');
  await form.getByText('Replacement of a card: as all libraries becomes $6.00').waitFor();
  await form.getByLabel(/Reason/).fill('Dearer cards');
  const propose = form.getByRole('button', { name: 'Propose this change' });
  await propose.click();
  await form.getByText('Above the ceiling that the consortium set: $5.00.').first().waitFor();
  expect(await fee.getAttribute('aria-invalid')).toBe('true');
  await fee.fill('2.50');
  await propose.click();
  await form.getByText('Another person adopts it').waitFor();
  await eventually(() =>
    expect(requestsTo('governance-propose-rules').at(-1)?.body).toEqual({
      ...{ memberId: 'riverton', follows: 2, reason: 'Dearer cards' },
      own: { kind: 'fees', values: { 'card-replacement': 250 } },
    }),
  );
  const list = page.getByRole('region', { name: 'Proposed changes of rules' });
  const card = list.getByRole('listitem').filter({ hasText: 'Cards cost us more' });
  await card.getByText('Replacement of a card: as all libraries becomes $2.50').waitFor();
  expect(await list.getByText('Children read longer').count()).toBe(0);
  await card.getByRole('button', { name: 'Adopt' }).click();
  await eventually(() =>
    expect(requestsTo('governance-decide-proposal').at(-1)?.body).toEqual({ step: 'adopt', v: 1 }),
  );
  await closePage(page);
});
