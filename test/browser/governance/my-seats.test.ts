import { closePage, overflow, violations } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';

const { at, requestsTo } = browserPages({ width: 390 });
const sent = (id: string) => requestsTo(id).map(({ body }) => body);

test('a person who is not staff asks for a link, and the page does not say whether the address holds a seat', async () => {
  const page = await at('/my-seats');
  await page.getByLabel('E-mail address that the secretary has').fill('judith.klein@example.org');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page
    .getByText(
      'If this address holds a seat, a link is on its way. It is valid for 30 minutes, once. At most three are sent in that time.',
    )
    .waitFor();
  expect(sent('governance-ask-seat-link')).toEqual([{ email: 'judith.klein@example.org' }]);
  expect(await violations(page)).toEqual([]);
  await closePage(page);
});

test('the link signs in after a click; the person reads agendas and minutes, opens the papers, and signs out', async () => {
  const secret = 'l'.repeat(43);
  const page = await at(`/my-seats#${secret}`);
  await page.getByRole('button', { name: 'Sign in with the link' }).waitFor();
  expect(sent('governance-use-seat-link')).toEqual([]);
  await page.getByRole('button', { name: 'Sign in with the link' }).click();
  await page.getByText('Signed in: Judith Klein').waitFor();
  expect(sent('governance-use-seat-link')).toEqual([{ link: secret }]);
  expect(page.url()).not.toContain(secret);
  const body = page.getByRole('region', { name: 'Council of directors' });
  await body.getByText('Courier routes of next year').waitFor();
  await body.getByText('Minutes', { exact: true }).click();
  await body.getByText('Three routes were carried.').waitFor();
  await body.getByText(/^Ask the courier · Judith Klein, by /).waitFor();
  const tab = page.context().waitForEvent('page');
  await body.getByRole('button', { name: 'Agenda and papers (PDF)' }).click();
  await tab;
  const session = 's'.repeat(43);
  expect(sent('governance-print-own-meeting')).toEqual([{ session, paper: 'A4', language: 'eng' }]);
  expect({ violations: await violations(page), overflow: await overflow(page) }).toEqual({
    violations: [],
    overflow: 0,
  });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Send me a link' }).waitFor();
  expect(sent('governance-end-seat-session')).toEqual([{ session }]);
  await closePage(page);
});

test('a link that was used says so, and another one can be asked for', async () => {
  const page = await at(`/my-seats#used${'l'.repeat(39)}`);
  await page.getByRole('button', { name: 'Sign in with the link' }).click();
  await page
    .getByText('The link was used already or is too old, or another one was used. Ask for a new one.')
    .waitFor();
  await page.getByRole('button', { name: 'Ask for another link' }).click();
  await page.getByRole('button', { name: 'Send me a link' }).waitFor();
  await closePage(page);
});

test('the secret of a link leaves the address at once, and the sign-in of staff does not get it', async () => {
  const secret = 'l'.repeat(43);
  const page = await at(`/my-seats?from=mail#${secret}`);
  const button = page.getByRole('button', { name: 'Sign in with the link' });
  await button.waitFor();
  await page.waitForURL((url) => url.hash === '');
  expect(new URL(page.url()).pathname).toBe('/my-seats');
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.some((href) => href.includes('/sign-in?back=%2Fmy-seats'))).toBe(true);
  expect(links.join(' ')).not.toContain(secret);
  expect(await page.evaluate(() => JSON.stringify(window.history.state))).not.toContain(secret);
  // The link works after that, and a second one that is opened in the same tab does too.
  await page.evaluate(() => {
    window.location.hash = 'm'.repeat(43);
  });
  await page.waitForURL((url) => url.hash === '');
  await button.click();
  await page.getByText('Signed in: Judith Klein').waitFor();
  expect(sent('governance-use-seat-link')).toEqual([{ link: 'm'.repeat(43) }]);
  await closePage(page);
});

test.each(['main', `${'l'.repeat(43)}.`, 'l'.repeat(42)])(
  'a fragment that is no link, #%s, does not hide a session that is good',
  async (fragment) => {
    const page = await at(`/my-seats#${'l'.repeat(43)}`);
    await page.getByRole('button', { name: 'Sign in with the link' }).click();
    await page.getByText('Signed in: Judith Klein').waitFor();
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, fragment);
    await page.reload();
    await page.getByText('Signed in: Judith Klein').waitFor();
    expect(await page.getByRole('button', { name: 'Sign in with the link' }).count()).toBe(0);
    await closePage(page);
  },
);
