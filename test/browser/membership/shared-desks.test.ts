import type { Page } from 'playwright-core';
import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';

jest.setTimeout(90_000);
const { at, requestsTo } = browserPages({});
const who = 'manager';

/** Enrols the browser as the desk of Riverton Central, on the page of shared desks. */
const enrol = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: /^Name/ }).fill('Checkout desk, left');
  await page.getByRole('button', { name: 'Enrol this computer' }).click();
  await page.getByText('This computer is the shared desk “Checkout desk, left”.').waitFor();
};
const signIn = async (page: Page, pass: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: 'Badge or code' });
  await field.fill(pass);
  await field.press('Enter');
};

test('an administrator enrols the computer, which signs with a key that no script can read', async () => {
  const page = await at('/shared-desks', { who });
  await enrol(page);
  const [request] = requestsTo('membership-enrol-desk');
  expect(request?.body).toMatchObject({ name: 'Checkout desk, left', branchId: 'riverton.main', lockMinutes: 5 });
  expect(String(request?.body.publicKey)).toMatch(/^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/);
  const exported = await page.evaluate(async () => {
    const opening = indexedDB.open('concord-desk');
    const database = await new Promise<IDBDatabase>((done) => {
      opening.onsuccess = () => done(opening.result);
    });
    const asked = database.transaction('keys').objectStore('keys').get('desk');
    const key = await new Promise<CryptoKey>((done) => {
      asked.onsuccess = () => done(asked.result);
    });
    return crypto.subtle.exportKey('pkcs8', key).then(
      () => 'read',
      () => 'refused',
    );
  });
  expect(exported).toBe('refused');
  await page.getByRole('button', { name: 'Withdraw: Returns' }).click();
  await page.getByRole('textbox', { name: /^Why/ }).fill('Replaced');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).first().click();
  await page.getByRole('textbox', { name: /^Why/ }).waitFor({ state: 'detached' });
  await eventually(() =>
    expect(requestsTo('membership-withdraw-desk')[0]?.body).toEqual({ memberId: 'riverton', reason: 'Replaced' }),
  );
  await page.context().close();
});

test('F9 locks the desk; the same person finds what was typed, and another one a page that begins anew', async () => {
  const page = await at('/shared-desks', { who });
  await enrol(page);
  await page.keyboard.press('F9');
  const lock = page.getByRole('dialog', { name: 'Who is at the desk?' });
  await lock.getByText('Omar Haddad was here last.').waitFor();
  expect(await violations(page)).toEqual([]);
  await signIn(page, '000000');
  await lock.getByText('Nobody who works at this branch has this badge or code.').waitFor();
  await signIn(page, '482615');
  await lock.waitFor({ state: 'detached' });
  await page.getByText('Walter Brandt').waitFor();
  // A page with a field: the desk.
  await page.keyboard.press('F2');
  const scan = page.getByLabel('Scan a card or an item');
  await scan.fill('3123400');
  await page.keyboard.press('F9');
  await lock.waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem('concord.session'))).toBeNull();
  await signIn(page, '482615');
  await lock.waitFor({ state: 'detached' });
  expect(await scan.inputValue()).toBe('3123400');
  await page.keyboard.press('F9');
  await signIn(page, '739164');
  await lock.waitFor({ state: 'detached' });
  await page.getByText('Omar Haddad').waitFor();
  const values = await page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(values).not.toContain('3123400');
  await eventually(() => expect(requestsTo('membership-sign-out').length).toBeGreaterThanOrEqual(3));
  await page.context().close();
});

test('without a session a shared desk offers its field on the sign-in page, and says when it is one no more', async () => {
  const page = await at('/sign-in');
  const mark = { deskId: 'dsk_9', name: 'Returns', branchId: 'riverton.main', lockMinutes: 5 };
  await page.evaluate((text) => localStorage.setItem('concord.desk', text), JSON.stringify(mark));
  await page.reload();
  await page.getByRole('heading', { name: 'At this desk: Returns' }).waitFor();
  await signIn(page, '482615');
  // Its key is gone.
  await page.getByText('This device is no shared desk any more. Sign in fully.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('staff make a code, which is shown once, and scan a badge', async () => {
  const page = await at('/my-code', { who: 'staff' });
  await page.getByRole('button', { name: 'Make a new code' }).click();
  await page.getByText('482615').waitFor();
  await page.getByRole('textbox', { name: 'Scan a badge' }).fill('STAFF-0042');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Scan a badge' }).and(page.locator('[value=""]')).waitFor();
  await eventually(() =>
    expect(requestsTo('membership-set-desk-pass').map(({ body }) => body)).toEqual([
      { code: 'new' },
      { badge: 'STAFF-0042' },
    ]),
  );
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('the page of shared desks in Spanish, 320 px wide and dark fits and meets WCAG 2.2 AA', async () => {
  const page = await at('/shared-desks', { who, language: 'es', width: 320, dark: true });
  await page.getByRole('button', { name: 'Retirar: Returns' }).waitFor();
  expect([await violations(page), await overflow(page)]).toEqual([[], 0]);
  await closePage(page);
});
