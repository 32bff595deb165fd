import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { openedEnvelope } from '../../builders/fixture-voting.ts';

const { at, requestsTo } = browserPages({ who: 'admin' });
const bodies = (id: string) => requestsTo(id).map(({ body }) => body);

test('a director votes on a phone in three taps from Today, and changes the vote', async () => {
  const page = await at('/today', { width: 390 });
  await page.getByRole('link', { name: 'Lend films for two weeks' }).click();
  const own = page.getByRole('region', { name: 'Vote of Riverton Public Library' });
  await own.getByRole('button', { name: 'Yes' }).click();
  await own.getByRole('button', { name: 'Vote Yes for Riverton Public Library' }).click();
  await own.getByText(/^Your vote counts: Yes for Riverton Public Library\. You can change it until /).waitFor();
  expect(await own.getByRole('button', { name: 'Yes' }).isDisabled()).toBe(true);
  await own.getByRole('button', { name: 'Abstain' }).click();
  await own.getByRole('button', { name: 'Vote Abstain for Riverton Public Library' }).click();
  await own.getByText(/^Your vote counts: Abstain for /).waitFor();
  expect(bodies('governance-cast-vote')).toEqual([
    { choice: 'yes', version: 0 },
    { choice: 'abstain', version: 1 },
  ]);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('a library supports a text and files its statement; the secretary opens the vote, and later counts it', async () => {
  const page = await at('/proposals/cpr_open1');
  await page.getByText('Libraries that support the text: 1 of 2 needed before a vote').waitFor();
  await page.getByRole('button', { name: 'Support it for Riverton Public Library' }).click();
  await page.getByText('Libraries that support the text: 2 of 2 needed before a vote').waitFor();
  const form = page.getByRole('form', { name: 'Write a comment' });
  await form.getByLabel('What you write').selectOption('against');
  await form.getByLabel('Text').fill('It costs shelf space.');
  await form.getByRole('button', { name: 'Send' }).click();
  const against = page.getByRole('region', { name: 'Statements against it' });
  await against.getByText('It costs shelf space.').waitFor();
  const ballot = page.getByRole('form', { name: 'Open the vote' });
  await ballot.getByLabel('Last day of the vote').fill('2026-12-20');
  await ballot.getByLabel('Lakeshore County Library').check();
  await ballot.getByRole('button', { name: 'Open the vote' }).click();
  await page.getByRole('region', { name: 'Vote of Riverton Public Library' }).waitFor();
  expect(bodies('governance-step-consortium-proposal')).toMatchObject([
    { step: 'support', memberId: 'riverton', number: 2 },
  ]);
  expect(bodies('governance-remark-on-consortium-proposal')).toEqual([
    { kind: 'against', text: 'It costs shelf space.', memberId: 'riverton' },
  ]);
  expect(bodies('governance-open-ballot')).toMatchObject([{ recused: ['lakeshore'], v: 6 }]);
  await closePage(page);
  const over = await at('/proposals/cpr_over1');
  await over.getByRole('button', { name: 'Count the votes now' }).click();
  await over.getByRole('heading', { name: 'Certified result' }).waitFor();
  await over.getByText('Majority of libraries: reached, 1 of 1 (more than 1/2)').waitFor();
  await over.getByText(/^Adopted as version 15 on /).waitFor();
  const [download] = await Promise.all([
    over.waitForEvent('download'),
    over.getByRole('button', { name: 'Download the record to count again' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('bal_cpr_over1.json');
  await closePage(over);
});

test('a library asks for another value, the author accepts an amendment, and the secretary opens the vote on one before the text', async () => {
  const page = await at('/proposals/cpr_openamended', { width: 390 });
  const panel = page.getByRole('region', { name: 'Amendments', exact: true });
  const first = panel.getByRole('region', { name: 'Lend films for ten days' });
  await first.getByText('Rules › Film › Loan period › Days: 10 instead').waitFor();
  await panel.getByRole('button', { name: 'Propose an amendment' }).click();
  const form = panel.getByRole('form', { name: 'Propose an amendment' });
  await form.getByLabel('What it asks for, in one sentence').fill('Lend films for 12 days');
  await form.getByLabel(/^Why/).fill('Courses meet on Mondays.');
  await form.getByLabel('Value instead').fill('twelve');
  await form.getByText('A number.').waitFor();
  expect(await form.getByRole('button', { name: 'Propose the amendment' }).isDisabled()).toBe(true);
  await form.getByLabel('Value instead').fill('12');
  await form.getByRole('button', { name: 'Propose the amendment' }).click();
  await panel.getByRole('region', { name: 'Lend films for 12 days' }).getByText('Courses meet on Mondays.').waitFor();
  await first.getByRole('button', { name: 'Accept it' }).click();
  await first.getByText('Accepted', { exact: true }).waitFor();
  const ballot = page.getByRole('form', { name: 'Open the vote' });
  await ballot.getByLabel('What is voted on').selectOption({ label: 'Amendment: Lend films for 12 days' });
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await ballot.getByLabel('Last day of the vote').fill('2026-12-20');
  await ballot.getByRole('button', { name: 'Open the vote' }).click();
  await page.getByRole('region', { name: 'Vote of Riverton Public Library' }).waitFor();
  expect(bodies('governance-amend-consortium-proposal')).toEqual([
    {
      ...{ number: 2, title: 'Lend films for 12 days', reason: 'Courses meet on Mondays.', memberId: 'riverton' },
      changes: [{ at: '/rules/film/values/loanPeriod/days', to: '12' }],
    },
  ]);
  expect(bodies('governance-settle-amendment')).toEqual([{ step: 'accept', v: 6 }]);
  expect(bodies('governance-open-ballot').at(-1)).toMatchObject({ amendmentId: 'amd_1' });
  await closePage(page);
});

test('a library votes secretly: the page says what is secret, the browser encrypts the vote, and a change replaces it', async () => {
  const page = await at('/proposals/cpr_voting_secret', { width: 390 });
  await page
    .getByText(/^Secret vote: everybody sees which libraries have voted, nobody sees what a library voted/)
    .waitFor();
  await page.getByText('What this promises, and what it does not').click();
  await page.getByText(/^Whoever runs Concord could tell, by changing the program/).waitFor();
  const own = page.getByRole('region', { name: 'Vote of Riverton Public Library' });
  for (const choice of ['Yes', 'No']) {
    await own.getByRole('button', { name: choice, exact: true }).click();
    await own.getByRole('button', { name: `Vote ${choice} for Riverton Public Library` }).click();
    await own.getByText(/^Riverton Public Library has voted; the vote is counted at the close\./).waitFor();
  }
  await page.getByText('2 of 2 libraries voted').waitFor();
  const sent = bodies('governance-cast-secret-vote') as { envelope: string; token: string }[];
  expect(sent.map(({ envelope }) => envelope.length)).toEqual([512, 512]);
  const papers = sent.map(({ envelope }) => openedEnvelope(envelope));
  expect(papers.map((paper) => [paper.length, JSON.parse(paper)])).toEqual([
    [256, 'yes'],
    [256, 'no'],
  ]);
  expect(JSON.stringify(sent)).not.toMatch(/yes|no"/);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
  const opening = await at('/proposals/cpr_open_secret');
  const form = opening.getByRole('form', { name: 'Open the vote' });
  await form.getByLabel('Secret vote: who voted is shown, what they voted is not').check();
  await form.getByRole('button', { name: 'Open the vote' }).click();
  await eventually(() => expect(bodies('governance-open-ballot').at(-1)).toMatchObject({ secret: true }));
  await closePage(opening);
  const over = await at('/proposals/cpr_over_secret');
  await over.getByText('A secret vote is counted within 15 minutes of its close, by the schedule alone.').waitFor();
  expect(await over.getByRole('button', { name: 'Count the votes now' }).count()).toBe(0);
  await closePage(over);
  const counted = await at('/proposals/cpr_decided_secret');
  await counted.getByText(/^Fewer than three libraries voted: too few to count secretly\./).waitFor();
  await closePage(counted);
});

test('a library lets another one vote for it; the holder of a proxy votes for both libraries', async () => {
  const page = await at('/proposals/cpr_voting_proxygiven');
  await page.getByText('Let another library vote for Riverton Public Library').click();
  await page.getByLabel('Library that votes').selectOption('lakeshore');
  await page.getByRole('button', { name: 'Give the proxy' }).click();
  await eventually(() => expect(bodies('governance-give-proxy')).toEqual([{ to: 'lakeshore' }]));
  await closePage(page);
  const held = await at('/proposals/cpr_voting_proxyheld', { width: 390 });
  const northfield = held.getByRole('region', { name: 'Vote of Northfield Upper School Library' });
  await northfield.getByText('Riverton Public Library holds the proxy of Northfield Upper School Library.').waitFor();
  await northfield.getByRole('button', { name: 'Yes' }).click();
  await northfield.getByRole('button', { name: 'Vote Yes for Northfield Upper School Library' }).click();
  await eventually(() =>
    expect(bodies('governance-cast-vote')).toContainEqual({ choice: 'yes', version: 0, holder: 'riverton' }),
  );
  expect({ violations: await violations(held), overflow: await overflow(held) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(held);
});

test('G45 the alternate of the administrators votes for the library, and the result says that an alternate voted', async () => {
  const page = await at('/proposals/cpr_voting_alternate', { width: 390 });
  const own = page.getByRole('region', { name: 'Vote of Riverton Public Library' });
  await own.getByText('You vote as the alternate of the administrators of Riverton Public Library.').waitFor();
  await own.getByRole('button', { name: 'Yes' }).click();
  await own.getByRole('button', { name: 'Vote Yes for Riverton Public Library' }).click();
  await own.getByText(/^Your vote counts: Yes for Riverton Public Library/).waitFor();
  expect(bodies('governance-cast-vote').at(-1)).toEqual({ choice: 'yes', version: 0 });
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
  const result = await at('/proposals/cpr_decided_alternate');
  await result.getByRole('cell', { name: /\(alternate\)/ }).waitFor();
  expect(await result.getByText('(alternate)').count()).toBe(1);
  await closePage(result);
});

test('voters read what the rules would have changed, by library and with what is not judged; the author simulates again', async () => {
  const page = await at('/proposals/cpr_open2', { width: 390 });
  const effect = page.getByRole('region', { name: 'What it would have changed' });
  await effect.getByText('412 that were refused would have been allowed (1.9% of all).').waitFor();
  await effect.getByText('31 would still be refused, for another reason.').waitFor();
  const row = effect.getByRole('row', { name: /Riverton Public Library/ });
  expect(await row.getByRole('cell').allTextContents()).toEqual(['21,400', '0', '412']);
  await effect.getByText('How exact is this?').click();
  await effect.getByText(/^12 decisions are not judged, .*: loans in a group \(12\)\.$/).waitFor();
  await effect.getByRole('button', { name: 'Run the simulation again' }).click();
  await eventually(() => expect(bodies('analytics-simulate-proposal')).toEqual([{ v: 6 }]));
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('G79 what rules changed in their first 30 days stands beside the simulation', async () => {
  const page = await at('/proposals/cpr_decidedmeasured', { width: 390 });
  const compared = page.getByRole('region', { name: 'Simulated and measured' });
  const cells = (name: string) => compared.getByRole('row', { name }).getByRole('cell').allTextContents();
  await compared.getByText('First 30 days').waitFor();
  expect(await cells('Decisions')).toEqual(['21,400', '1,900']);
  expect(await cells('More allowed')).toEqual(['1.9%', '2%']);
  expect(await cells('Overdue fines')).toEqual(['0%', '-17.1%']);
  expect(await overflow(page)).toBe(0);
  await closePage(page);
});

test('new limits show what they would have changed before they are proposed or adopted', async () => {
  const page = await at('/limits');
  await page
    .getByLabel(/^Loans/)
    .first()
    .fill('70');
  const preview = page.getByRole('region', { name: 'Effect of these rules' });
  await preview.getByRole('button', { name: 'Show what these rules would have changed' }).click();
  await preview.getByText(/21,400 checkouts, renewals and holds, 1,020 of them refused/).waitFor();
  expect(bodies('analytics-preview-rules')).toMatchObject([{ change: { kind: 'blocks', body: { maxLoans: 70 } } }]);
  await closePage(page);
});

test('new rules are proposed to the members on the page of the rules, with a question and reasons', async () => {
  const page = await at('/limits');
  await page
    .getByLabel(/^Loans/)
    .first()
    .fill('70');
  await page.getByLabel('In force until').fill('2099-06-30');
  await page.getByLabel('How it is decided').selectOption('vote');
  const form = page.getByRole('form', { name: 'Propose it to the members' });
  await form.getByLabel('Question in one sentence').fill('Let patrons borrow more?');
  await form.getByLabel('Reasons').fill('Summer holidays.');
  await form.getByRole('button', { name: 'Propose it to the members' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lend films for two weeks' }).waitFor();
  expect(bodies('governance-write-consortium-proposal')).toMatchObject([
    {
      ...{ title: 'Let patrons borrow more?', text: 'Summer holidays.' },
      change: {
        ...{ kind: 'blocks', decisionReference: 'Let patrons borrow more?', body: { maxLoans: 70 } },
        untilDay: '2099-06-30',
      },
    },
  ]);
  expect(requestsTo('governance-adopt-policy')).toEqual([]);
  await closePage(page);
});

test('a director approves options on a phone, ranks others, and objects with a reason', async () => {
  const approval = await at('/proposals/cpr_approval', { width: 390 });
  const own = approval.getByRole('region', { name: 'Vote of Riverton Public Library' });
  await own.getByLabel('May').check();
  await own.getByLabel('July').check();
  expect(await own.getByLabel('June').isDisabled()).toBe(true);
  await own.getByRole('button', { name: 'Ready to vote' }).click();
  await own.getByRole('button', { name: 'Vote May, July for Riverton Public Library' }).click();
  await own.getByText(/^Your vote counts: May, July for /).waitFor();
  expect({ violations: await violations(approval), overflow: await overflow(approval) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(approval);
  const ranked = await at('/proposals/cpr_ranked', { width: 390 });
  await ranked.getByRole('button', { name: '1. July' }).click();
  await ranked.getByRole('button', { name: '2. May' }).click();
  await ranked.getByRole('button', { name: 'Ready to vote' }).click();
  await ranked.getByRole('button', { name: 'Vote 1. July, 2. May for Riverton Public Library' }).click();
  await ranked.getByText(/^Your vote counts: 1\. July, 2\. May for /).waitFor();
  await closePage(ranked);
  const consent = await at('/proposals/cpr_consent', { width: 320 });
  await consent.getByRole('button', { name: 'Object' }).click();
  const objection = consent.getByRole('form', { name: 'Object' });
  expect(await objection.getByRole('button', { name: 'Object' }).isDisabled()).toBe(true);
  await objection.getByLabel('How it would harm the common aim').fill('No staff for it.');
  await objection.getByRole('button', { name: 'Object' }).click();
  await consent.getByRole('button', { name: 'Vote Object for Riverton Public Library' }).click();
  await consent.getByText(/^Your vote counts: Object for /).waitFor();
  expect(await overflow(consent)).toBe(0);
  await closePage(consent);
  expect(bodies('governance-cast-vote')).toEqual(
    expect.arrayContaining([
      { choice: { approves: ['1', '3'] }, version: 0 },
      { choice: { ranking: ['3', '1'] }, version: 0 },
      { choice: { answer: 'object', reason: 'No staff for it.' }, version: 0 },
    ]),
  );
});

test('the secretary chooses the method that the bylaws allow, and the result shows each round and where the lot decided', async () => {
  const page = await at('/proposals/cpr_openchoice');
  const form = page.getByRole('form', { name: 'Open the vote' });
  await form.getByLabel('How the libraries vote').selectOption('approval');
  await form.getByLabel('Options to be chosen').fill('2');
  await form.getByRole('button', { name: 'Open the vote' }).click();
  await page.getByRole('region', { name: 'Vote of Riverton Public Library' }).waitFor();
  expect(bodies('governance-open-ballot')).toMatchObject([{ method: { by: 'approval', seats: 2, most: 3 } }]);
  await closePage(page);
  const result = await at('/proposals/cpr_decidedranked', { width: 390 });
  await result.getByText('Chosen: June').waitFor();
  await result.getByText('2 of 3 papers that still count, and of 3 papers in all.').waitFor();
  await result.getByText('The lot decided between: May, July').waitFor();
  const row = result.getByRole('row', { name: /^July/ });
  expect(await row.getByRole('cell').allTextContents()).toEqual(['1 (leaves)', '–']);
  expect({ violations: await violations(result), overflow: await overflow(result) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(result);
  const writing = await at('/proposals/new');
  await writing.getByLabel('Question in one sentence').fill('Which month?');
  await writing.getByLabel('Reasons').fill('For the library day.');
  await writing.getByLabel('Options to choose from').fill('May\nJune\n');
  await writing.getByRole('button', { name: 'Save the proposal' }).click();
  await eventually(() =>
    expect(bodies('governance-write-consortium-proposal')).toMatchObject([{ options: ['May', 'June'] }]),
  );
  await closePage(writing);
});

test('the bylaws show their numbers for the members of today before they are adopted', async () => {
  const page = await at('/bylaws');
  await page.getByLabel('Majority', { exact: true }).fill('2/3');
  await page.getByLabel('Alternates of the administrators vote for their library').selectOption('yes');
  await page.getByRole('button', { name: 'Show the numbers' }).click();
  await page.getByText('A few votes can decide for all, where most abstain.', { exact: false }).waitFor();
  await eventually(() =>
    expect(bodies('governance-preview-bylaws')).toMatchObject([
      { alternates: true, rules: [{ code: 'ordinary', rule: { majority: { of: { numerator: 2, denominator: 3 } } } }] },
    ]),
  );
  await closePage(page);
});

test('the list shows open votes first, what is discussed, and the register of decisions', async () => {
  const page = await at('/proposals', { language: 'es', width: 320 });
  await page
    .getByRole('region', { name: 'Votaciones abiertas' })
    .getByText(/^Riverton Public Library no ha votado/)
    .waitFor();
  await page
    .getByRole('region', { name: 'En debate' })
    .getByRole('link', { name: 'Lend films for two weeks' })
    .waitFor();
  await page.getByRole('region', { name: 'Decisiones' }).getByText('Aprobada').waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});

test('the administrator lets the members vote on one loan rule of the consortium', async () => {
  const page = await at('/loan-rules');
  await page
    .getByRole('button', { name: /7 days 1 renewal/ })
    .first()
    .click();
  await page.getByText('1 condition met').first().waitFor();
  await page.getByRole('button', { name: 'Change this rule' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How it is decided').selectOption('vote');
  await dialog.getByLabel('Renewals').first().fill('9');
  const form = dialog.getByRole('form', { name: 'Propose it to the members' });
  await form.getByLabel('Question in one sentence').fill('Renew nine times?');
  await form.getByLabel('Reasons').fill('Long books.');
  await form.getByRole('button', { name: 'Propose it to the members' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lend films for two weeks' }).waitFor();
  const [written] = bodies('governance-write-consortium-proposal');
  expect(written).toMatchObject({ title: 'Renew nine times?', change: { kind: 'loan-rules' } });
  expect(JSON.stringify(written)).toContain('"renewals":9');
  await closePage(page);
});

test('G61 a proposal after which other rules were adopted shows each value as it was, as it is now, and as proposed', async () => {
  const page = await at('/proposals/cpr_open_overtaken', { width: 390 });
  const shown = page.getByRole('region', { name: 'Other rules were adopted meanwhile' });
  await shown.getByText('Version 16 was adopted after the text was written.', { exact: false }).waitFor();
  await shown.getByText('Both changed: Rules.', { exact: false }).waitFor();
  await shown.getByRole('row', { name: /Film › Loan period › Days changed by both 7 10 14/ }).waitFor();
  await shown.getByRole('row', { name: /Map › Renewals 1 3 1/ }).waitFor();
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await closePage(page);
});
