import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

const { at, requestsTo } = browserPages({ who: 'preparer' });

const id = (number: number): string => `scn_01kb000000000000000000000${number}`;

test('a scenario starts from a published formula and is edited, part by part, also by keyboard', async () => {
  const page = await at('/workbench');
  await page.getByText('A new scenario').click();
  await page.getByLabel('Begin with').selectOption('Evergreen Indiana, membership, marginal tiers');
  await page.getByLabel('Title of the scenario').fill('Tiers, 2027');
  await page.getByLabel('Up to, USD (none: no end)').nth(1).fill('400000');
  await page
    .getByLabel(/^Per cent( \*)?$/)
    .nth(1)
    .fill('0.65');
  await page.getByRole('button', { name: 'Remove tier 6' }).click();
  await page.getByLabel('Kind of guard').selectOption('Minimum');
  await page.getByRole('button', { name: 'Add a guard' }).press('Enter');
  const guard = page.getByRole('group', { name: 'Guard 2: Minimum' });
  await guard.getByLabel('Title on the fee statement').fill('At least 500 dollars');
  await guard.getByLabel('Amount, USD').fill('500.00');
  await guard.getByLabel('Who bears it').selectOption('The other members');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Make the scenario' }).click();
  await page.getByRole('heading', { level: 1, name: 'By population, a fifth alike' }).waitFor();
  const [made] = requestsTo('finance-create-scenario');
  expect(made?.key).not.toBe('');
  expect(made?.body).toMatchObject({
    title: 'Tiers, 2027',
    costs: {},
    formula: {
      currency: 'USD',
      guards: [
        { kind: 'phase-in', percents: ['0', '50'] },
        { kind: 'minimum', title: 'At least 500 dollars', amount: 50_000, borne: { bornBy: 'others' } },
      ],
    },
  });
  const { parts } = (made?.body.formula ?? {}) as { parts?: { tiers: object[] }[] };
  expect(parts?.[0]?.tiers).toHaveLength(5);
  expect(parts?.[0]?.tiers[1]).toEqual({ upTo: 40_000_000, percent: '0.65' });
  await closePage(page);
});

test('parts are added by kind; an invalid number is not sent; an error of the API is shown beside its part', async () => {
  const page = await at('/workbench', { width: 320 });
  await page.getByText('A new scenario').click();
  await page.getByLabel('Title of the scenario').fill('Wrong');
  await page.getByLabel('Title of the formula').fill('Ours');
  await page.getByLabel('Source or decision').fill('The board');
  await page.getByRole('button', { name: 'Remove Part 1: The same for each' }).click();
  for (const kind of ['For each unit of a figure', 'A share of a cost', 'Prorated by the nearest limit']) {
    await page.getByLabel('Kind of part').selectOption(kind);
    await page.getByRole('button', { name: 'Add a part' }).click();
  }
  for (const title of await page.getByLabel('Title on the fee statement').all()) await title.fill('A line');
  await page.getByRole('button', { name: 'Move up Part 3: Prorated by the nearest limit' }).click();
  const prorated = page.getByRole('group', { name: 'Part 2: Prorated' });
  await prorated.getByLabel('Whole amount from').fill('ten');
  await page.getByText('This is not a number.').waitFor();
  await prorated.getByLabel('Amount, USD').fill('0,05');
  await page.getByLabel('Whole cost of ils, USD').fill('120000,50');
  await page.getByRole('button', { name: 'Add a row to: Budget of the consortium' }).click();
  const budget = page.getByRole('group', { name: 'Budget of the consortium' });
  await budget.getByLabel('Kind of spending').selectOption('Courier');
  await budget.getByLabel(/^Budget line/).fill('Courier, twice a week');
  await budget.getByLabel('Amount, USD').fill('120000,50');
  await page.getByRole('button', { name: 'Make the scenario' }).click();
  await eventually(() => expect(requestsTo('finance-create-scenario')).toEqual([]));
  await prorated.getByLabel(/^Figure( \*)?$/).fill('items');
  await prorated.getByLabel('Whole amount from').fill('10');
  await page.getByRole('button', { name: 'Make the scenario' }).click();
  const part = page.getByRole('group', { name: 'Part 1: For each unit of a figure' });
  await part.getByRole('alert').getByText('price').waitFor();
  const limits = [{ figure: 'items', full: 10 }];
  await eventually(() =>
    expect(requestsTo('finance-create-scenario')[0]?.body).toMatchObject({
      costs: { ils: 12_000_050 },
      budget: [
        {
          ...{ kind: 'courier', title: 'Courier, twice a week', amount: 12_000_050 },
          source: { from: 'dues', cost: 'ils' },
        },
      ],
      formula: { parts: [{ kind: 'per-unit' }, { kind: 'prorated', amount: 5, limits }, { kind: 'share' }] },
    }),
  );
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('parts within a part, and a share by classes with weights by band, are filled in', async () => {
  const page = await at('/workbench', { width: 320 });
  await page.getByText('A new scenario').click();
  await page.getByLabel('Title of the scenario').fill('By classes');
  await page.getByLabel('Title of the formula').fill('Ours');
  await page.getByLabel('Source or decision').fill('The board');
  await page.getByRole('button', { name: 'Remove Part 1: The same for each' }).click();
  await page.getByLabel('Kind of part').selectOption('The greatest of parts');
  await page.getByRole('button', { name: 'Add a part' }).click();
  const greatest = page.getByRole('group', { name: 'Part 1: The greatest of parts' });
  await greatest.getByLabel('Title on the fee statement').first().fill('At least the share');
  const within = greatest.getByRole('group', { name: 'Parts within it' });
  await within.getByRole('button', { name: 'Remove part 2 within it' }).click();
  await within.getByRole('button', { name: 'Add a row to: Parts within it' }).click();
  await within.getByLabel('Kind of part').last().selectOption('A share of a cost');
  const base = within.locator('.bench-row').first();
  await base.getByLabel('Title on the fee statement').fill('Base');
  await base.getByLabel('Amount, USD').fill('500');
  await within.getByLabel('Title on the fee statement').last().fill('Share');
  await within.getByLabel('Shared by').selectOption('Another key for each class of members');
  const classes = within.getByRole('group', { name: 'Classes of members' });
  await classes.getByLabel('True of it: all of').fill('school');
  await classes.getByLabel('Shared by').selectOption('Weights by band of a figure');
  await classes.getByLabel('Weight').fill('2.5');
  await page.getByLabel('Whole cost of ils, USD').fill('1000');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Make the scenario' }).click();
  const bands = { by: 'bands', figure: 'population', bands: [{ weight: 2.5 }] };
  const key = { by: 'cases', cases: [{ when: { flags: ['school'] }, key: bands }] };
  await eventually(() =>
    expect(requestsTo('finance-create-scenario')[0]?.body).toMatchObject({
      formula: {
        parts: [
          {
            kind: 'max-of',
            parts: [
              { kind: 'fixed', title: 'Base', amount: 50_000 },
              { kind: 'share', title: 'Share', key },
            ],
          },
        ],
      },
    }),
  );
  await closePage(page);
});

test('conditions of a part and a guard, and guards on one part, are filled in, and emptied again', async () => {
  const page = await at('/workbench', { width: 320 });
  await page.getByText('A new scenario').click();
  await page.getByLabel('Title of the scenario').fill('Rural ones');
  await page.getByLabel('Title of the formula').fill('Ours');
  await page.getByLabel('Source or decision').fill('The board');
  const part = page.getByRole('group', { name: 'Part 1: The same for each' });
  await part.getByLabel('Title on the fee statement').fill('Each');
  await part.getByText('For whom it is, and what is done to it alone').press('Enter');
  await part.getByLabel('True of it: all of').fill('rural, small-one');
  await part.getByLabel('True of it: none of').fill('school');
  await part.getByLabel('Joined in this year or later').fill('2024');
  await part.getByLabel('Only within bounds of figures').selectOption('of one figure');
  await part.getByLabel('Figure up to').fill('7000');
  await part.getByLabel('Only within bounds of figures').selectOption('of several figures, all of them');
  const second = part.getByRole('group', { name: 'Figures with bounds' });
  await second
    .getByLabel(/^Figure( \*)?$/)
    .last()
    .fill('items');
  await second.getByLabel('Figure up to').last().fill('2');
  await second.getByLabel('Divided', { exact: true }).last().selectOption('by another figure of the member');
  await second.getByLabel('The figure is rounded').last().selectOption('up (each unit begun)');
  await part.getByLabel('How often').selectOption('once, in the first year of a membership');
  await part.getByRole('button', { name: 'Guards of this part alone' }).press('Enter');
  const own = part.getByRole('group', { name: 'Guards of this part alone' });
  await own.getByLabel('Kind of guard').selectOption('Maximum');
  await own.getByLabel('Title on the fee statement').fill('At most 90');
  await own.getByLabel('Amount, USD').fill('90');
  await page.getByLabel('Kind of guard').last().selectOption('Discount of a fixed amount');
  await page.getByRole('button', { name: 'Add a guard' }).click();
  const guard = page.getByRole('group', { name: 'Guard 1: Discount of a fixed amount' });
  await guard.getByLabel('Title on the fee statement').fill('Less');
  await guard.getByLabel('Amount, USD').fill('250');
  await guard.getByText('For whom it is').click();
  await guard.getByLabel('Joined in this year or before').fill('2020');
  await guard.getByLabel('True of it: all of').fill('rural');
  await guard.getByLabel('True of it: all of').fill('');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Make the scenario' }).click();
  await page.getByRole('heading', { level: 1, name: 'By population, a fifth alike' }).waitFor();
  await eventually(() =>
    expect(requestsTo('finance-create-scenario')[0]?.body.formula).toMatchObject({
      parts: [
        {
          ...{ kind: 'fixed', title: 'Each', once: 'joining' },
          when: {
            ...{ flags: ['rural', 'small-one'], notFlags: ['school'], joinedFrom: 2024 },
            figures: {
              hold: 'all',
              of: [
                { figure: 'population', upTo: 7000 },
                { figure: 'items', upTo: 2, dividedBy: 'population', rounded: { to: 1, mode: 'up' } },
              ],
            },
          },
          guards: [{ kind: 'maximum', title: 'At most 90', amount: 9000 }],
        },
      ],
      guards: [{ kind: 'discount', amount: 25_000, borne: { bornBy: 'others' }, when: { joinedTo: 2020 } }],
    }),
  );
  const { guards } = (requestsTo('finance-create-scenario')[0]?.body.formula ?? {}) as { guards?: { when: object }[] };
  expect(guards?.[0]?.when).toEqual({ joinedTo: 2020 });
  await closePage(page);
});

test('a fee opens to its lines and their figures; a larger member that pays less causes a warning', async () => {
  const page = await at(`/workbench/${id(3)}`);
  await page.getByText('Lakeshore', { exact: false }).first().waitFor();
  await page.getByText(/^A larger member pays less than a smaller one/).waitFor();
  // finding F2: what was checked beyond the current members.
  await page.getByText(/^Tariff checked by /).waitFor();
  const row = page.getByRole('table').getByRole('button').nth(1);
  await row.press('Enter');
  expect(await row.getAttribute('aria-expanded')).toBe('true');
  await page.getByRole('cell', { name: 'population: 9,800 band 2' }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('a draft’s missing parts are named, and it cannot be adopted', async () => {
  const page = await at(`/workbench/${id(4)}`, { who: 'approver' });
  await page.getByText('It cannot be calculated yet').waitFor();
  await page
    .getByText(/has reported no loans\./)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Adopt' }).count()).toBe(0);
  await closePage(page);
});

test('finding F13: a preparer deletes a draft after confirmation, and is back at the list', async () => {
  const page = await at(`/workbench/${id(2)}`, { who: 'preparer' });
  await page.getByRole('button', { name: 'Delete the draft' }).click();
  await page.getByText('The draft and what was entered in it are deleted for good.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.waitForURL(/\/workbench$/);
  await closePage(page);
});

test('an approver adopts what is shown, by a decision, after confirmation; a preparer is not offered it', async () => {
  const page = await at(`/workbench/${id(2)}`, { who: 'approver' });
  await page.getByLabel('Decision').fill('Board, item 4');
  // Another formula is in force for the year: it is replaced, or both are billed, and the approver has seen that.
  await page.getByLabel(/^I have seen that others stay in force/).waitFor();
  await page.getByLabel(/^This replaces/).check();
  await page.getByRole('button', { name: 'Adopt', exact: true }).click();
  await eventually(() => expect(requestsTo('finance-adopt-scenario')).toEqual([]));
  await page.getByRole('button', { name: 'Yes, adopt it' }).click();
  await page.getByRole('button', { name: 'Yes, adopt it' }).waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('finance-adopt-scenario')[0]?.body).toMatchObject({
      ...{ v: 1, decisionReference: 'Board, item 4' },
      ...{ replaces: [id(1)], acknowledged: [] },
    }),
  );
  await eventually(() => expect(String(requestsTo('finance-adopt-scenario')[0]?.body.seal)).toMatch(/^[0-9a-f]{64}$/));
  expect(await page.getByText('Change the draft').count()).toBe(0);
  await closePage(page);
  const preparers = await at(`/workbench/${id(2)}`);
  await preparers.getByText('Change the draft').waitFor();
  expect(await preparers.getByRole('button', { name: 'Adopt' }).count()).toBe(0);
  await closePage(preparers);
});

test('two scenarios are chosen and shown side by side, as chart and as table with the same members', async () => {
  const page = await at('/workbench/compare');
  await page.getByLabel('Now').selectOption({ value: id(1) });
  await page.getByLabel('Instead').selectOption({ value: id(3) });
  await page.getByText(/members? gains?, .* loses?/).waitFor();
  const drawn = await page.locator('.change-bars .bar-label').allTextContents();
  const listed = (await page.getByRole('table').getByRole('rowheader').allTextContents()).slice(0, -1);
  expect([drawn, listed.length]).toEqual([listed, 5]);
  await page.getByText(/^In “By bands, as first proposed” a larger member/).waitFor();
  expect(new URL(page.url()).search).toBe(`?one=${id(1)}&other=${id(3)}`);
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('a member’s finance staff see only their own fee and figures, and report them', async () => {
  const page = await at('/workbench', { who: 'staff' });
  expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1);
  await page.getByRole('link', { name: /As it is/ }).click();
  await page.getByRole('table').getByRole('button').waitFor();
  expect(await page.getByRole('table').getByRole('button').count()).toBe(1);
  await page.getByRole('link', { name: 'Figures' }).click();
  const rows = page.getByRole('group', { name: 'Figures' });
  await rows.getByLabel('Value').first().fill('52400');
  // Formulas apply tiers to expenditure: it is typed as money, and sent to the cent.
  await rows.getByLabel('Amount, USD').fill('4100000.07');
  expect(await page.getByLabel('First year of membership').count()).toBe(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
  await eventually(() =>
    expect(requestsTo('finance-set-figures')[0]?.body).toMatchObject({
      ...{ v: 1, joined: 2012, feeBefore: 2_900_000, flags: ['rural'], takesPart: true },
      figures: { population: { 2026: 52_400 }, 'operating-expenditure': { 2026: 410_000_007 } },
    }),
  );
  await closePage(page);
});

test('in Spanish, 320 px wide and dark: no violation, nothing beyond the window', async () => {
  for (const path of [`/workbench/${id(3)}`, `/workbench/compare?one=${id(1)}&other=${id(2)}`, '/workbench/figures']) {
    const page = await at(path, { width: 320, dark: true, language: 'es' });
    await page.getByRole('table').waitFor();
    expect([path, await violations(page), await overflow(page)]).toEqual([path, [], 0]);
    await closePage(page);
  }
});
