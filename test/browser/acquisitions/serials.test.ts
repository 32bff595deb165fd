import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({ who: 'buyer' });

test('a buyer receives the next issue with one press of Enter, then the one after it, and takes it back', async () => {
  const page = await at('/serials');
  await page.getByRole('region', { name: 'Subscriptions' }).last().getByRole('link', { name: 'Bee World' }).click();
  await page.getByText('no.1 (2024:Jan.)-no.40 (2026:June)').waitFor();
  const form = page.getByRole('form', { name: 'Next issue' });
  await form.getByText(/^no.42/).waitFor();
  await form.getByRole('button', { name: 'Receive' }).waitFor();
  await eventually(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Receive'));
  await page.keyboard.press('Enter');
  await page.getByText(/^no.42 .* is received\.$/).waitFor();
  await page.getByText('The first copy goes round by the routing list:').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Reading room' }).waitFor();
  await form.getByText(/^no.43/).waitFor();
  expect(requestsTo('acquisitions-step-issue').at(-1)?.body).toEqual({ step: { act: 'receive', copies: 1 }, v: 2 });
  await page.getByRole('button', { name: /^Take back one: no.42/ }).click();
  await form.getByText(/^no.42/).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('an issue that does not come is recorded with the reason, or with the day on which it comes', async () => {
  const page = await at('/serials?at=sub_1', { width: 320 });
  const row = page.getByRole('row', { name: /^no.45/ });
  await row.getByText('Does not come', { exact: true }).click();
  await row.getByLabel('Comes on').fill('2027-02-01');
  await row.getByRole('button', { name: 'Comes later' }).click();
  await row.getByText('comes on Mon, Feb 1, 2027').waitFor();
  await row.getByText('Does not come', { exact: true }).click();
  await row.getByLabel('Why it does not come').selectOption('Never received');
  await row.getByText('Never received').first().waitFor();
  expect(requestsTo('acquisitions-step-issue').at(-1)?.body).toEqual({
    ...{ step: { act: 'missing', reason: 'never-received' }, v: 2 },
  });
  await page.getByRole('button', { name: 'Predict 12 more' }).click();
  await page.getByRole('row', { name: /^no.46/ }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});

test('late issues are claimed in one message to their vendor; what arrived meanwhile is left out', async () => {
  const page = await at('/serials');
  await page.getByRole('button', { name: 'Claim 2 issues' }).click();
  await page.getByText('1 issue is claimed. 1 was left out: it arrived, or was claimed already.').waitFor();
  const message = page.getByLabel('Midwest Library Books');
  expect(await message.inputValue()).toContain('Bee World (ISSN 0005-772X): no.43');
  await page.getByRole('link', { name: 'Send by e-mail to orders@midwest.example' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('a subscription is entered with its pattern, whose next issues are shown before; MARC fields fill the pattern', async () => {
  const page = await at('/serials');
  await page.getByRole('button', { name: 'New subscription' }).click();
  const form = page.getByRole('form', { name: 'Subscription' });
  await form.getByRole('textbox', { name: /^Title/ }).fill('The Daily Courier');
  await form.getByLabel('Exceptions, one on a line').fill('July is left out');
  await form.getByRole('button', { name: 'Show the next 12 issues' }).click();
  await form.getByText('An exception cannot be read: write it as om07, for instance.').waitFor();
  await form.getByLabel('Exceptions, one on a line').fill('om07');
  await form.getByLabel('Date of the first issue').fill('2027-01-01');
  await form.getByRole('button', { name: 'Show the next 12 issues' }).click();
  await form.getByText('v.9:no.2 (2027)').waitFor();
  await form.getByRole('listitem').getByText('Not issued').waitFor();
  await form.getByText('Read the pattern from MARC fields').click();
  await form.getByLabel('Fields 853 to 855, and 863 to 865 for the last issue').fill('853 20 $av.$i(year)$wa');
  await form.getByRole('button', { name: 'Read the fields' }).click();
  const second = form.getByRole('group', { name: 'Level 2 of the numbering' });
  await eventually(async () => expect(await second.getByLabel('Number of the first issue').inputValue()).toBe('1'));
  await form.getByRole('button', { name: 'Save the subscription' }).click();
  await eventually(() =>
    expect(requestsTo('acquisitions-write-subscription').at(-1)?.body).toMatchObject({
      ...{ title: 'The Daily Courier', copies: 1, claims: { after: 30, every: 30, most: 3 }, routing: [], v: 0 },
      series: { basic: { first: { on: '2027-01-01', numbers: [9, 1] }, pattern: { frequency: 'm', language: 'en' } } },
    }),
  );
  await page.getByRole('heading', { level: 1, name: 'The Daily Courier' }).waitFor();
  await page.getByRole('button', { name: 'Edit the subscription' }).click();
  await page.getByLabel('Last day').fill('2027-12-31');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Save the subscription' }).click();
  await eventually(() => {
    const { body } = requestsTo('acquisitions-write-subscription').at(-1) ?? {};
    expect(body).toMatchObject({ endsOn: '2027-12-31', v: 1 });
    expect(body).not.toHaveProperty('series');
  });
  await closePage(page);
});

test('A93 a pattern that the form does not list is saved as it was read, and says which series were left out', async () => {
  const page = await at('/serials', { width: 320 });
  await page.getByRole('button', { name: 'New subscription' }).click();
  const form = page.getByRole('form', { name: 'Subscription' });
  await form.getByRole('textbox', { name: /^Title/ }).fill('Proceedings');
  await form.getByText('Read the pattern from MARC fields').click();
  const fields = [
    '853 20 $81$av.$bno.$u20$vr$i(year)$j(season)$k(day)$w20$x21$yce21/2',
    '863 40 $81.1$a7$b3$i2026$j21$k01',
    '854 20 $81$asuppl.$i(year)$wa',
  ];
  await form.getByLabel('Fields 853 to 855, and 863 to 865 for the last issue').fill(fields.join('\n'));
  await form.getByRole('button', { name: 'Read the fields' }).click();
  await form.getByText('Left out: Supplements.').waitFor();
  expect(await form.getByLabel('Frequency').inputValue()).toBe('other');
  expect(await form.getByLabel('Date in the label').inputValue()).toBe('other');
  expect(await form.getByLabel('Exceptions, one on a line').inputValue()).toBe('ce21/2');
  const anchor = form.getByLabel('First issue of the same week, month or year, if earlier');
  expect(await anchor.inputValue()).toBe('2026-03-01');
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  const save = form.getByRole('button', { name: 'Save the subscription' });
  await anchor.fill('2026-12-31');
  await save.click();
  await form.getByText('The first issue of the week, month or year is not after the first issue').waitFor();
  await anchor.fill('2026-03-01');
  await form.getByLabel('Exceptions, one on a line').fill('ce11/2');
  await save.click();
  await form.getByText('An exception cannot be read: write it as om07, for instance.').waitFor();
  await form.getByLabel('Exceptions, one on a line').fill('ce21/2');
  await save.click();
  await eventually(() =>
    expect(requestsTo('acquisitions-write-subscription').at(-1)?.body).toMatchObject({
      title: 'Proceedings',
      series: {
        basic: {
          first: { on: '2026-03-19', numbers: [7, 4], anchor: '2026-03-01' },
          pattern: {
            ...{ frequency: { unit: 'year', every: 1, issues: 20 }, dates: ['year', 'season', 'day'] },
            regularity: [{ does: 'combined', by: 'number', codes: ['1/2'] }],
          },
        },
      },
    }),
  );
  await closePage(page);
});
