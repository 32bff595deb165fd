import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(60_000);
const pages = browserPages({});
const { requestsTo, addressOf } = pages;
const at = (path: string, who?: 'patron'): Promise<Page> => pages.at(path, who ? { who } : {});

/** Waits until the fixture has received one call. */
const expectRequest = (id: string): Promise<void> => eventually(() => expect(requestsTo(id)).toHaveLength(1));

test('facets narrow by several values, are in the address and removed by a chip; the number is announced', async () => {
  const page = await at('/search?q=emma');
  await page.getByLabel(/^Book/).check();
  await page.getByLabel(/^Film/).check();
  await page.waitForURL(/format=book%2Cvideo/);
  await page.getByRole('status').filter({ hasText: '5 results for “emma”' }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Remove filter: Film' }).click();
  await page.waitForURL((url) => url.searchParams.get('format') === 'book');
  expect(await page.getByLabel(/^Film/).isChecked()).toBe(false);
});

test('a search with approximate results only is marked as such', async () => {
  const page = await at('/search?q=emna');
  expect(await page.locator('.notice').textContent()).toContain('Nothing matches all your words exactly');
});

test('a typing error is corrected, and with few hits other spellings are offered', async () => {
  const page = await at('/search?q=emmma');
  expect(await page.locator('.notice').textContent()).toBe('Nothing matches “emmma”. These match “emma”.');
  const few = await at('/search?q=ema');
  await few.getByRole('link', { name: 'emma', exact: true }).click();
  await few.waitForURL(/q=emma/);
});

test('a search is narrowed to the own library or its type, to a part of the record, and to works', async () => {
  const page = await at('/search?q=emma', 'patron');
  await page.getByLabel('Holdings searched').selectOption({ label: 'Public libraries' });
  await page.waitForURL(/within=kind/);
  await page.getByLabel('Editions together').check();
  await page.waitForURL(/group=works/);
  expect(await page.getByRole('link', { name: '2 editions' }).first().getAttribute('href')).toMatch(/work=d29yay0\d/);
  await page.getByLabel('Search in').selectOption({ label: 'Series' });
  const asking = page.waitForRequest((request) => /discovery\/search.*scope=series/.test(request.url()));
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const asked = new URL((await asking).url()).searchParams;
  expect([asked.get('q'), asked.get('group')]).toEqual(['emma', 'works']);
  expect(asked.get('within')?.split(',')).toContain('riverton');
});

test('the filters can be skipped by keyboard', async () => {
  const page = await at('/search?q=emma');
  await page.getByRole('button', { name: 'Search', exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
});

test('a wrong PIN is explained plainly; the right one continues on the same page', async () => {
  const page = await at('/record/rec_1');
  await page.getByRole('link', { name: 'Sign in to request this' }).click();
  await page.getByLabel('Card number').fill('21101000000016');
  await page.getByLabel('PIN', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('This card and this PIN do not belong together.').waitFor();
  await page.getByLabel('PIN', { exact: true }).fill('482615');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/record\/rec_1$/);
  await page.getByRole('button', { name: 'Request this' }).waitFor();
});

test('finding B14: a hold takes two clicks, the home branch is preselected, and Undo cancels it', async () => {
  const page = await at('/record/rec_1', 'patron');
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('alert').filter({ hasText: '“Emma” is on hold for you' }).waitFor();
  await page.setViewportSize({ width: 320, height: 800 });
  // The name of the button stays on one line.
  const undo = page.getByRole('button', { name: 'Undo' });
  const lines = (button: Element) =>
    button.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(button).fontSize);
  expect(await undo.evaluate(lines)).toBeLessThan(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The hold is taken back.').waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-place-hold').map(({ body }) => body)).toEqual([
      { recordId: 'rec_1', pickupBranch: 'riverton.main', wait: false },
    ]),
  );
  await eventually(() => expect(requestsTo('circulation-cancel-hold')).toHaveLength(1));
});

test('a title is requested from the results of a search in two clicks, and the next one from there, too', async () => {
  const page = await at('/search?q=emma', 'patron');
  await page.getByRole('button', { name: 'Request this: Emma' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('alert').filter({ hasText: '“Emma” is on hold for you' }).waitFor();
  await page.getByRole('button', { name: 'Request this: The tale of Genji' }).waitFor();
  await eventually(() => expect(requestsTo('circulation-place-hold')).toHaveLength(1));
});

test('finding B11: a hold is confirmed only when the ways to get the title are known', async () => {
  const page = await at('/record/rec_1', 'patron');
  let release = (): void => {};
  const known = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/v1/resource-sharing/request-options*', async (route) => {
    await known;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Request this' }).click();
  const waiting = page.getByRole('button', { name: 'Finding the ways to get it…' });
  await waiting.waitFor();
  expect(await waiting.getAttribute('aria-disabled')).toBe('true');
  await waiting.press('Enter');
  release();
  await page.getByRole('button', { name: 'Confirm' }).waitFor();
  expect(requestsTo('circulation-place-hold')).toEqual([]);
  await page.unroute('**/v1/resource-sharing/request-options*');
});

test('where a library lends on request only, that option is suggested with its date; an outside loan only on request', async () => {
  const page = await at('/record/rec_3', 'patron');
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByLabel(/^Lent on request by a library of the consortium/).waitFor();
  await page.getByText(/free of charge · Ashgrove .* is asked first/).waitFor();
  await page.getByText('What is not possible now, and why').click();
  await page.getByText(/set aside for you: .*on request/).waitFor();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  const again = await at('/record/rec_3', 'patron');
  await again.getByRole('button', { name: 'Request this' }).click();
  await again.getByLabel(/ask outside the consortium: .*costs €15.00/).check();
  await again.getByRole('button', { name: 'Confirm' }).click();
  await again.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-place-request').map(({ body }) => body)).toEqual([
      { recordId: 'rec_3', pickupBranch: 'riverton.main' },
      {
        ...{ recordId: 'rec_3', pickupBranch: 'riverton.main', outside: true },
        maxCost: { amount: 1500, currency: 'EUR' },
      },
    ]),
  );
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv');

test('the need-by date is sent along: an option that would miss it is marked, and both kinds of request contain it', async () => {
  const page = await at('/record/rec_3', 'patron');
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByLabel(/^Lent on request/).waitFor();
  expect(await page.getByText('later than you need it').count()).toBe(0);
  await page.getByLabel(/^Needed by/).fill(inDays(-2));
  await page.getByText('The day by which it is needed has passed.').waitFor();
  expect(await page.getByRole('button', { name: 'Confirm' }).isDisabled()).toBe(true);
  await page.getByLabel(/^Needed by/).fill(inDays(2));
  await page.getByText('later than you need it').first().waitFor();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  const hold = await at('/record/rec_1', 'patron');
  const until = inDays(5);
  await hold.getByRole('button', { name: 'Request this' }).click();
  await hold.getByLabel(/^Needed by/).fill(until);
  await hold.getByRole('button', { name: 'Confirm' }).click();
  await hold.getByRole('alert').filter({ hasText: '“Emma” is on hold for you' }).waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-place-request').map(({ body }) => body)).toEqual([
      { recordId: 'rec_3', pickupBranch: 'riverton.main', needBy: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    ]),
  );
  await eventually(() =>
    expect(requestsTo('circulation-place-hold').map(({ body }) => body)).toMatchObject([{ neededUntil: until }]),
  );
});

test('where the options are unknown, a hold is tried, and a consortium loan requested at the same place', async () => {
  const page = await at('/record/rec_2', 'patron');
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('No copy can be set aside for you now.').waitFor();
  await page.getByRole('button', { name: 'Ask for a consortium loan' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-place-request').map(({ body }) => body)).toEqual([
      { recordId: 'rec_2', pickupBranch: 'riverton.main' },
    ]),
  );
});

const genji = '/openurl?sid=scholar&genre=article&atitle=On+denoting&title=Mind&volume=14&spage=479&aulast=Russell';

test('a citation link is read, missing parts requested, and a copy ordered from outside at the cost shown', async () => {
  const page = await at(genji, 'patron');
  await page.getByRole('heading', { level: 1, name: 'On denoting' }).waitFor();
  await page.getByText('No library of the consortium has it').first().waitFor();
  await page.getByText(/costs €15.00/).waitFor();
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-place-request').map(({ body }) => body)).toMatchObject([
      {
        citation: { kind: 'article', title: 'Mind', partTitle: 'On denoting', volume: '14' },
        ...{ service: 'copy', pickupBranch: 'riverton.main', outside: true },
        maxCost: { amount: 1500, currency: 'EUR' },
      },
    ]),
  );
  const lacking = await at('/openurl?genre=article&title=Mind&volume=14', 'patron');
  await lacking.getByLabel(/Title of the article/).fill('On denoting');
  await lacking.getByRole('button', { name: 'Go on' }).click();
  await lacking.getByRole('button', { name: 'Request this' }).waitFor();
});

test('a link survives the sign-in, with every parameter, also repeated ones', async () => {
  const page = await at('/openurl?title=Persuasion&au=Austen&au=Somebody&rft_id=info%3Adoi%2F10.1%2Fx', undefined);
  await page.getByRole('link', { name: 'Sign in to request this' }).click();
  await page.getByLabel('Card number').fill('21101000000016');
  await page.getByLabel('PIN', { exact: true }).fill('482615');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/openurl\?/);
  expect(new URL(page.url()).searchParams.getAll('au')).toEqual(['Austen', 'Somebody']);
  await page.getByRole('heading', { level: 1, name: 'Persuasion' }).waitFor();
});

test('finding S3: who forgot the PIN, or is locked out, sets a new one by the e-mailed code', async () => {
  const page = await at('/sign-in');
  await page.getByRole('link', { name: 'PIN forgotten or locked?' }).click();
  // The sign-in page has a card number too and stays until the next page is loaded.
  await page.getByRole('button', { name: 'Send me a code' }).waitFor();
  await page.getByLabel('Card number').fill('21101000000016');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the e-mail').fill('20948371');
  await page.getByText('6 to 12 digits, hard to guess').waitFor();
  await page.getByLabel('PIN that you want').fill('739164');
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await page.getByRole('status').filter({ hasText: 'The new PIN is set.' }).waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-use-pin-code').map(({ body }) => body)).toEqual([
      { card: '21101000000016', code: '20948371', pin: '739164' },
    ]),
  );
});

test('finding S6: signing out ends the session at the API, here or on all devices; a new PIN is set in the account', async () => {
  const page = await at('/account', 'patron');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await expectRequest('patrons-sign-out');
  await eventually(() => expect(requestsTo('patrons-sign-out')[0]?.body).toEqual({ everywhere: false }));
  const other = await at('/account', 'patron');
  await other.locator('.visitor-menu summary').click();
  await other.getByRole('button', { name: 'Sign out on all devices' }).click();
  await other.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await eventually(() => expect(requestsTo('patrons-sign-out')[1]?.body).toEqual({ everywhere: true }));
  const third = await at('/account', 'patron');
  await third.getByText('Change the PIN').click();
  await third.getByLabel('Present PIN').fill('482615');
  await third.getByLabel('PIN that you want').fill('739164');
  await third.getByRole('button', { name: 'Change', exact: true }).click();
  await third.waitForURL(/sign-in/);
  await eventually(() =>
    expect(requestsTo('patrons-set-my-pin').map(({ body }) => body)).toEqual([{ currentPin: '482615', pin: '739164' }]),
  );
});

test('finding S6: a patron sees where they are signed in, and signs out there one by one or everywhere else', async () => {
  const page = await at('/account', 'patron');
  await page.getByText('Where you are signed in').click();
  const rows = page.locator('#security .row-card');
  await rows.nth(3).waitFor();
  const names = [
    'Computer with Firefox This device',
    'Phone with Samsung Internet',
    'Tablet',
    'Other device with Chrome',
  ];
  expect(await page.locator('#security .row-title').allInnerTexts()).toEqual(names);
  expect(await rows.first().textContent()).toMatch(/Signed in .*5.*, last active .*24/);
  expect(await rows.first().getByRole('button').count()).toBe(0);
  await page.getByRole('button', { name: /^Sign out there: Phone with Samsung Internet, signed in / }).click();
  await page.getByText('Signed out there.').waitFor();
  await rows.nth(3).waitFor({ state: 'detached' });
  expect(await page.getByText('Phone with Samsung Internet').count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out on all other devices' }).click();
  await page.getByText('You are signed in on this device only.').waitFor();
  await rows.nth(1).waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Sign out on all other devices' }).count()).toBe(0);
  await eventually(() => expect(requestsTo('patrons-end-my-session')).toHaveLength(1));
  await eventually(() => expect(requestsTo('patrons-end-my-other-sessions')).toHaveLength(1));
});

test('a delivered copy is opened from the account; a request is cancelled as far as the server allows', async () => {
  const page = await at('/account', 'patron');
  const opened = page.waitForEvent('popup');
  await page.getByText('You may open it 4 times.').waitFor();
  await page.getByRole('button', { name: /^Open the copy: On computable numbers/ }).click();
  await opened;
  await page.getByText('4 more times.').waitFor();
  await page.getByText('This material may be protected by copyright law.').waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'The hunger games' }).last();
  await row.getByRole('button', { name: 'Cancel the request: The hunger games' }).click();
  await expectRequest('resource-sharing-cancel-request');
  await eventually(() => expect(requestsTo('resource-sharing-open-copy')).toHaveLength(1));
});

test('“renew all” shows the result for each loan', async () => {
  const page = await at('/account', 'patron');
  await page.getByRole('button', { name: 'Renew all' }).click();
  await page.getByText('Not renewed: Somebody else waits for it.').waitFor();
  expect(await page.getByText(/^Renewed until/).count()).toBe(2);
  await page.getByRole('status').filter({ hasText: '2 renewed, 1 not renewed.' }).waitFor({ state: 'attached' });
  await eventually(() => expect(new Set(requestsTo('circulation-renew').map(({ key }) => key)).size).toBe(3));
});

test('the card is shown as a barcode, the due dates are taken as a calendar file, and earlier notices are listed', async () => {
  const page = await at('/account', 'patron');
  await page.getByRole('link', { name: 'Show my card' }).click();
  await page.getByRole('heading', { name: 'My library card' }).waitFor();
  await page.locator('.barcode-image').waitFor();
  expect(await page.locator('.card-number').textContent()).toMatch(/^\d{10,}$/);
  await page.getByRole('link', { name: 'My account' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Due dates as a calendar file' }).click();
  const text = readFileSync((await (await saved).path()) ?? '', 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/);
  expect(text.split('BEGIN:VEVENT')).toHaveLength(1 + (await page.locator('#loans .row-card').count()));
});

test('a card that the patron stored opens without a network and a sign-in, until the patron signs out', async () => {
  const page = await at('/card', 'patron');
  const number = page.locator('.card-number');
  const shown = await number.textContent();
  await page.getByRole('button', { name: 'Store the card on this device' }).click();
  await page.getByRole('button', { name: 'Remove the card from this device' }).waitFor();
  await page.evaluate(async () => {
    const stored = await caches.open('concord.card');
    const listed: string[] = await (await fetch('/card-files.json')).json();
    for (const name of [...listed, '/card'])
      while (!(await stored.match(name))) await new Promise((done) => requestAnimationFrame(done));
  });
  // Another tab has no session.
  const other = await page.context().newPage();
  await page.context().setOffline(true);
  await other.goto(page.url());
  await other.locator('.barcode-image').waitFor();
  expect(await other.locator('.card-number').textContent()).toBe(shown);
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Find it. Have it sent to your library.' }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('concord.card'))).toBeNull();
  await page.context().close();
});

test('finding C8: the account shows the fine of each overdue loan so far, and all of them with the bills', async () => {
  const page = await at('/account', 'patron');
  await page.getByText('Fine so far: $0.75. It is charged when the item is returned or renewed.').waitFor();
  await page.getByText('Fines of overdue loans so far: $0.75.').waitFor();
  expect(await page.getByText('You owe $3.50.').count()).toBe(1);
});

test('a patron sees the data that the library has, and changes the used name, a phone and a consent', async () => {
  const page = await at('/account', 'patron');
  const part = page.getByRole('region', { name: 'My data' });
  await part.getByText('amara.okafor@example.org').waitFor();
  await part.getByLabel('Given name that I use').fill('Amy');
  await part.getByLabel('Phone', { exact: true }).fill('+1 555 010 1234');
  await part.getByLabel('Text message').selectOption({ label: 'No' });
  await part.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your data is saved.').waitFor();
  await eventually(() =>
    expect(requestsTo('patrons-set-my-contact').map(({ body }) => body)).toEqual([
      {
        usedName: { family: 'Okafor', given: 'Amy' },
        phones: [{ number: '+1 555 010 1234', label: 'mobile' }],
        contactConsents: { sms: false },
      },
    ]),
  );
});

test('a patron chooses receipts, and agrees to text messages before a number and kinds are asked for', async () => {
  const page = await at('/account', 'patron');
  const part = page.getByRole('region', { name: 'Notification settings' });
  await part.getByRole('checkbox', { name: 'Receipts by e-mail' }).check();
  const consent = part.getByRole('checkbox', { name: /^I agree to text messages/ });
  await consent.uncheck();
  expect(await part.getByLabel('Mobile number').count()).toBe(0);
  await consent.check();
  await part.getByLabel('Mobile number').fill('(212) 555-0199');
  await part.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. Notices are sent').waitFor();
  await eventually(() =>
    expect(requestsTo('notices-set-my-choices').at(-1)?.body).toMatchObject({
      ...{ receipts: true, sms: { number: '(212) 555-0199', kinds: ['hold-ready'], consent: true } },
    }),
  );
});

test('a supervisor previews a change of many patrons, sees who is refused, makes it and undoes it', async () => {
  const page = await pages.at('/patron-changes', { who: 'staff' });
  await page.getByLabel('Of the category').selectOption('Child');
  await page.getByLabel('Card ends on or before').fill('2026-12-31');
  await page.getByLabel('New last day of the card').fill('2027-08-31');
  expect(await page.getByRole('button', { name: 'Show what would change' }).isDisabled()).toBe(true);
  await page.getByLabel('Why').fill('End of the school year');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('Would change: 412').waitFor();
  await page.getByText('2026-08-31 → 2027-08-31').waitFor();
  await page.getByRole('button', { name: 'Change 412 patrons' }).click();
  await expectRequest('patrons-run-batch');
  await eventually(() =>
    expect(requestsTo('patrons-preview-batch').map(({ body }) => body)).toEqual([
      {
        patrons: { filter: { category: 'child', expiresTo: '2026-12-31' } },
        change: { expiresOn: '2027-08-31' },
        reason: 'End of the school year',
      },
    ]),
  );
  await page.getByText('Changed: 412').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Put back: 412').waitFor();
  const ways = [{ way: 'onwards' }, { way: 'back' }];
  expect(requestsTo('patrons-run-batch').map(({ body }) => body)).toEqual(ways);
});

test('finding C4: a patron reads the own reading history page by page, turns it off after a question, and on again', async () => {
  const page = await at('/account', 'patron');
  const history = page.getByRole('region', { name: 'Reading history' });
  await history.getByText('Matilda').waitFor();
  expect(await history.getByRole('link', { name: 'Emma' }).getAttribute('href')).toBe('/record/rec_3');
  expect(await history.getByText(/deleted on .*2036/).count()).toBe(1);
  await history.getByRole('button', { name: 'Show earlier loans' }).click();
  await history.getByText('An item that is no longer in the catalogue').waitFor();
  await history.getByRole('button', { name: 'Turn the history off' }).click();
  await history.getByRole('button', { name: 'Not now' }).click();
  await history.getByRole('button', { name: 'Turn the history off' }).click();
  await history.getByRole('button', { name: 'Turn off and delete' }).click();
  await history.getByText('Your reading history is off').waitFor();
  expect(await history.getByText('Matilda').count()).toBe(0);
  await history.getByRole('button', { name: 'Turn the history on' }).click();
  await history.getByText('Matilda').waitFor();
  await eventually(() =>
    expect(requestsTo('circulation-set-my-history').map(({ body }) => body)).toEqual([{ on: false }, { on: true }]),
  );
});

test('finding B13: a hold is cancelled from the account, and the cancellation is undone', async () => {
  const page = await at('/account', 'patron');
  await page.getByRole('button', { name: 'Cancel the hold on The hunger games' }).click();
  await page.getByText('The hold on “The hunger games” is cancelled.').waitFor();
  expect(requestsTo('circulation-cancel-hold')).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The hold on “The hunger games” waits again.').waitFor();
  expect(requestsTo('circulation-restore-hold').map(({ body }) => body)).toEqual([{}]);
});

test('the history of a request is shown day by day when it is opened', async () => {
  const page = await at('/account', 'patron');
  const row = page.getByRole('listitem').filter({ hasText: 'The hunger games' }).last();
  await row.getByText('How it went').click();
  await row.getByRole('listitem').filter({ hasText: 'Asked for' }).waitFor();
  await expectRequest('resource-sharing-get-request');
});

test('the conditions of a loan are shown, and earlier requests on demand', async () => {
  const page = await at('/account', 'patron');
  await page
    .getByText('Its library lends it under conditions: it is used in the library only; nothing is copied from it.')
    .waitFor();
  expect(await page.getByText('Shirley').count()).toBe(0);
  await page.getByRole('button', { name: 'Show earlier ones' }).click();
  await page.getByText('Shirley').first().waitFor();
  await page.getByRole('button', { name: 'Show earlier ones' }).waitFor({ state: 'detached' });
});

test('the service in a link is preset: a copy, its place, its date; its note is shown', async () => {
  const day = inDays(3);
  const query = `svc.id=copy&svc.pickupLocation=lakeshore.main&svc.neededBy=${day}&svc.note=For+a+seminar`;
  const page = await at(`/openurl?genre=book&title=Persuasion&aulast=Austen&${query}`, 'patron');
  await page.getByText('For a seminar').waitFor();
  await page.getByText('later than you need it').waitFor();
  expect(await page.getByLabel(/^Needed by/).inputValue()).toBe(day);
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  await eventually(() =>
    expect(requestsTo('resource-sharing-place-request').map(({ body }) => body)).toMatchObject([
      { service: 'copy', pickupBranch: 'lakeshore.main', needBy: expect.stringMatching(/T.*Z$/) },
    ]),
  );
});

test('a link without a citation leads to the catalogue', async () => {
  const page = await at('/openurl', undefined);
  await page.getByRole('link', { name: 'Search the catalogue' }).click();
  await page.waitForURL(/search/);
});

test('a title that no search finds is requested by its details, from the search and from the account', async () => {
  const page = await at('/search?q=nothing', 'patron');
  await page.getByRole('link', { name: 'Ask for something by its details' }).click();
  await page.waitForURL(/cite\?title=nothing/);
  await page.getByLabel('What it is').selectOption('Article');
  await page.getByLabel(/^Title of the book or journal/).fill('Mind');
  await page.getByLabel(/^Title of the article/).fill('On denoting');
  await page.getByLabel(/^Volume/).fill('14');
  await page.getByLabel('ISSN').fill('0026-4423; 1460-2113');
  await page.getByRole('button', { name: 'Show how to get it' }).click();
  await page.getByText(/costs €15.00/).waitFor();
  await page.getByRole('button', { name: 'Request this' }).click();
  await page.getByText('The request is on its way to the first library.').waitFor();
  const citation = { kind: 'article', title: 'Mind', partTitle: 'On denoting', volume: '14' };
  await eventually(() =>
    expect(requestsTo('resource-sharing-place-request').map(({ body }) => body)).toMatchObject([
      { citation: { ...citation, issn: ['0026-4423', '1460-2113'] }, service: 'copy', pickupBranch: 'riverton.main' },
    ]),
  );
  await page.goto(addressOf('/account'));
  await page.getByRole('link', { name: 'Ask for something by its details' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ask for something by its details' }).waitFor();
});

test('finding B17: a patron exports the own data, asks for its erasure, sets what libraries see, and sees the children', async () => {
  const page = await at('/account', 'patron');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export my data' }).click();
  expect((await saved).suggestedFilename()).toBe('my-data.json');
  await page.getByLabel('May see all titles that I have on loan: Lakeshore').click();
  await expectRequest('patrons-set-my-consent');
  await eventually(() =>
    expect(requestsTo('patrons-set-my-consent')[0]?.body).toEqual({ memberId: 'lakeshore', open: false, titles: true }),
  );
  await page.getByText('Chidi Okafor', { exact: true }).first().click();
  await page.getByText(/A loan of Riverton Central Library/).waitFor();
  await page
    .getByRole('button', { name: /^End it with/ })
    .first()
    .click();
  await expectRequest('patrons-withdraw-proxy');
  await page.getByRole('button', { name: 'Have my data erased…' }).click();
  await page.getByRole('button', { name: 'Yes, erase me' }).click();
  await page.getByText('Your data is erased automatically once this is settled:').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('finding B1: a card is offered to visitors only where people may sign up by themselves', async () => {
  const page = await at('/sign-in');
  await page.getByRole('link', { name: 'No card yet?' }).waitFor();
  await page.route('**/v1/patrons/sign-up-rules', (route) =>
    route.fulfill({ json: { open: false, days: 30, mayBorrow: false } }),
  );
  await page.reload();
  await page.getByRole('link', { name: /forgot/i }).waitFor();
  expect(await page.getByRole('link', { name: 'No card yet?' }).count()).toBe(0);
  await page.goto(addressOf('/sign-up'));
  await page.getByText('Cards are given at the desks.').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
});
