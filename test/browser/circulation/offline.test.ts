import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../builders/browser.ts';
import { answerTo, openPage, scan, violations } from '../../builders/browser-page.ts';
import { type Fixture, startFixture } from '../../builders/fixture-api.ts';

jest.setTimeout(90_000);
const card = '21101000000016';
let browser: Browser;
let fixture: Fixture;
let page: Page;
beforeAll(async () => {
  fixture = await startFixture();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await fixture.stop();
});

const dated = () => fixture.requests.filter(({ body }) => body.madeAt !== undefined);
const storedRows = () =>
  page.evaluate(
    () =>
      new Promise<string>((done) => {
        const request = indexedDB.open('concord.offline', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('scans').objectStore('scans').getAll();
          all.onsuccess = () => done(JSON.stringify(all.result));
        };
      }),
  );

test('C87 without a network the desk stores scans, also after a reload, and enters them once and in order', async () => {
  ({ page } = await openPage(browser, `${fixture.url}/desk`, { who: 'staff' }));
  const context = page.context();
  await page.getByLabel('Scan a card or an item').waitFor();
  // The worker has stored the files of the page.
  await page.evaluate(async () => {
    const stored = await caches.open('concord.desk');
    const listed: string[] = await (await fetch('/desk-files.json')).json();
    for (const name of [...listed, '/desk'])
      while (!(await stored.match(name))) await new Promise((done) => requestAnimationFrame(done));
  });
  await context.setOffline(true);
  await scan(page, card);
  const bar = page.getByRole('alert').filter({ hasText: 'cannot be reached' });
  await bar.waitFor();
  // The card that did not reach the API is open.
  await page.getByText(card).waitFor();
  for (const last of ['57', '59', '99', '11']) await scan(page, `311010000000${last}`);
  await page.getByText(`card ${card}`).nth(3).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await bar.waitFor();
  await page.keyboard.press('F3');
  await scan(page, '31101000000013');
  await scan(page, '31101000000013');
  await page.getByText('Check in 31101000000013').waitFor();
  // A use in the library is recorded with its time as well.
  await page.keyboard.press('F9');
  await scan(page, '31101000000014');
  await page.getByText('In-house use 31101000000014').waitFor();
  // A number that may be a card is asked about before it is lent to anybody.
  await page.keyboard.press('F2');
  await scan(page, card);
  await scan(page, '8800001');
  await page.getByText('Is 8800001 a card or an item?').waitFor();
  expect(await storedRows().then((rows) => JSON.parse(rows))).toHaveLength(6);
  await page.keyboard.press('p');
  await page.locator('.desk-side').getByText('8800001').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('No card scanned.').waitFor();
  const rows = await storedRows();
  expect(JSON.parse(rows)).toHaveLength(6);
  expect(rows).not.toContain(card);
  expect(dated()).toEqual([]);

  const other = await context.newPage();
  await context.setOffline(false);
  await other.goto(`${fixture.url}/desk`);
  await page.getByRole('heading', { name: 'Scanned offline: look at these' }).waitFor({ timeout: 30_000 });
  await page.getByText('Check in 31101000000013').waitFor({ state: 'detached' });
  await other.close();
  const sent = dated();
  expect(sent.map(({ body }) => String(body.item).slice(-2))).toEqual(['57', '59', '99', '11', '13', '14']);
  expect(sent.at(-1)?.id).toBe('circulation-use-in-house');
  expect(new Set(sent.map(({ key }) => key)).size).toBe(6);
  expect(sent.map(({ body }) => body.madeAt)).toEqual(sent.map(({ body }) => body.madeAt).toSorted());
  expect(await page.locator('.scan .reasons').allTextContents()).toEqual([
    'The patron is blocked: speak with the patron at the return.',
    'It is lent to somebody else: check it in first.',
    expect.stringContaining('barcode'),
  ]);
  expect(await violations(page)).toEqual([]);

  const lentAfter = answerTo(page, '/check-outs');
  await page.getByRole('button', { name: 'Check it in, then lend it' }).click();
  await lentAfter;
  const [back, lent] = dated().slice(-2);
  expect([back?.id, lent?.id]).toEqual(['circulation-check-in', 'circulation-check-out']);
  expect(String(back?.body.madeAt) < String(lent?.body.madeAt)).toBe(true);
  await page.getByRole('textbox', { name: 'Barcode' }).fill('31101000000012');
  const corrected = answerTo(page, '/check-outs');
  await page.getByRole('button', { name: 'Correct and enter' }).click();
  await corrected;
  await page.getByRole('button', { name: 'Correct and enter' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Scanned offline: look at these' }).waitFor({ state: 'detached' });
  expect(await storedRows()).toBe('[]');
  await context.close();
});

test('scans wait for who scanned them; a supervisor enters a refused loan, and a return as of now keeps its date of return', async () => {
  ({ page } = await openPage(browser, `${fixture.url}/desk`, { who: 'staff' }));
  await page.getByLabel('Scan a card or an item').waitFor();
  await page.waitForFunction(() => sessionStorage.getItem('concord.offline-staff') !== null);
  // The gateway answers, and nothing behind it.
  await page.route('**/v1/**', (route) => route.fulfill({ status: 503, json: { message: 'Service Unavailable' } }));
  await scan(page, card);
  await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor({ timeout: 30_000 });
  await page.locator('.desk-side').getByText(card).waitFor();
  await scan(page, '31101000000159');
  await page.keyboard.press('F3');
  await scan(page, '31101000000098');
  await page.getByText('Check in 31101000000098').waitFor();
  await page.evaluate(() => {
    const here = JSON.parse(sessionStorage.getItem('concord.offline-staff') ?? '{}');
    sessionStorage.setItem(
      'concord.offline-staff',
      JSON.stringify({ ...here, staffId: 'stf_other', name: 'Ana Ruiz' }),
    );
  });
  await scan(page, '31101000000013');
  await page.getByText('Check in 31101000000013').waitFor();
  const before = dated().length;
  await page.unroute('**/v1/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('Waits for Ana Ruiz').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Enter it as of now' }).waitFor();
  expect(
    dated()
      .slice(before)
      .map(({ body }) => String(body.item).slice(-2)),
  ).toEqual(['59', '98']);
  expect(await violations(page)).toEqual([]);
  const madeAt = dated().at(-1)?.body.madeAt;
  const back = answerTo(page, '/check-ins');
  await page.getByRole('button', { name: 'Enter it as of now' }).click();
  await back;
  expect(dated().at(-1)?.body.returnedAt).toBe(madeAt);
  await page.getByRole('button', { name: 'Enter as supervisor' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('The patron has it');
  const entered = answerTo(page, '/check-outs');
  await page.getByRole('button', { name: 'Enter as supervisor' }).click();
  await entered;
  expect(dated().at(-1)?.body.override).toEqual({ comment: 'The patron has it' });
  await page.getByRole('button', { name: 'Enter 31101000000013 under my name' }).click();
  await page.getByText('Waits for Ana Ruiz').waitFor({ state: 'detached' });
  await page.waitForFunction(() => !document.body.textContent?.includes('Scanned offline, to be entered'));
  expect(dated().at(-1)?.body.item).toBe('31101000000013');
  await page.context().close();
});
