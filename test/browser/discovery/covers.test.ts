import { pictureIn } from '../../../functions/discovery/domain/covers/picture.ts';
import { closePage } from '../../builders/browser-page.ts';
import { browserPages } from '../../builders/browser-pages.ts';
import { eventually } from '../../builders/eventually.ts';
import { aPng } from '../../builders/pictures.ts';

jest.setTimeout(60_000);
const { at, requestsTo } = browserPages({});
const credits = { hasCovers: true, credits: [{ name: 'Open Library', site: 'https://openlibrary.org' }] };

test('without covers the pages draw all, and ask for none', async () => {
  const page = await at('/search?q=emma');
  await page.locator('svg.cover').first().waitFor();
  expect(await page.locator('svg.cover image').count()).toBe(0);
  expect(requestsTo('discovery-show-cover')).toEqual([]);
  await closePage(page);
});

test('real covers come from our own origin only, over the drawn ones, and their providers are named on the record', async () => {
  const page = await at('/');
  await page.route('**/v1/discovery/cover-credits', (route) => route.fulfill({ json: credits }));
  await page.route('**/v1/discovery/covers/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: Buffer.from(aPng(30, 44)) }),
  );
  const hosts = new Set<string>();
  const covers: string[] = [];
  page.on('request', (request) => {
    const { host, pathname, protocol } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(host);
    if (pathname.startsWith('/v1/discovery/covers/')) covers.push(pathname);
  });
  const { host, origin } = new URL(page.url());
  const answer = await page.goto(`${origin}/record/rec_1`);
  // No picture of another origin could be shown, whatever a page contains.
  expect(answer?.headers()['content-security-policy']).toContain("img-src 'self' data: blob:;");
  const image = page.locator('svg.cover-large image').first();
  await image.waitFor({ state: 'attached' });
  expect(await image.getAttribute('href')).toBe('/v1/discovery/covers/rec_1?size=large');
  expect(await page.getByRole('link', { name: 'Open Library' }).getAttribute('href')).toBe('https://openlibrary.org');
  await eventually(() => expect(covers).toContain('/v1/discovery/covers/rec_1'));
  expect([...hosts]).toEqual([host]);
  await closePage(page);
});

test('a title without a real cover shows the drawn one', async () => {
  const page = await at('/');
  await page.route('**/v1/discovery/cover-credits', (route) => route.fulfill({ json: credits }));
  const asked: string[] = [];
  await page.route('**/v1/discovery/covers/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ status: 404, json: { code: 'no-cover' } });
  });
  await page.goto(new URL('/record/rec_1', page.url()).href);
  await eventually(() => expect(asked).not.toEqual([]));
  await page.waitForLoadState('networkidle');
  expect(await page.locator('svg.cover-large text').first().textContent()).toBe('Emma');
  expect(await page.locator('svg.cover image').count()).toBe(0);
  await closePage(page);
});

test('an administrator of the consortium chooses providers and their order, and reads their terms', async () => {
  const page = await at('/cover-providers', { who: 'admin' });
  await page.getByRole('link', { name: 'Terms of Open Library' }).waitFor();
  await page.getByRole('button', { name: 'Add Google Books' }).click();
  await page.getByRole('button', { name: 'Ask first: Google Books' }).click();
  await page.getByRole('button', { name: 'Remove Covers of our vendor' }).click();
  await page.getByRole('button', { name: 'Add a provider by address' }).click();
  const own = page.getByRole('group', { name: 'A provider by address' });
  await own.getByLabel('Address of a cover').fill('https://covers.example.org/{isbn}');
  await own.getByLabel('Name, as pages show it').fill('Vendor');
  await page.getByRole('button', { name: 'Save providers' }).click();
  await page.getByText('The providers are saved.').waitFor();
  expect(requestsTo('discovery-set-cover-providers').map(({ body }) => body)).toEqual([
    {
      v: 1,
      providers: [
        { kind: 'google-books' },
        { kind: 'open-library' },
        { kind: 'address', name: 'Vendor', address: 'https://covers.example.org/{isbn}' },
      ],
    },
  ]);
  await closePage(page);
});

test('a large picture is made smaller in the browser before it is sent', async () => {
  const page = await at('/record/rec_1', { who: 'manager' });
  const panel = page.getByRole('region', { name: 'Uploaded covers' });
  const buffer = Buffer.from(aPng(3000, 4500));
  await panel.getByLabel('Cover for Riverton').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer });
  await panel.getByRole('button', { name: 'Upload cover' }).click();
  await page.getByText('The cover is stored.').waitFor();
  const [{ picture }] = requestsTo('discovery-upload-cover').map(({ body }) => body) as [{ picture: string }];
  expect(pictureIn(Buffer.from(picture, 'base64'))).toEqual({ type: 'image/jpeg', width: 600, height: 900 });
  await closePage(page);
});

test('staff upload a cover of a title of their library from its record, and remove it', async () => {
  const page = await at('/record/rec_1', { who: 'manager' });
  const panel = page.getByRole('region', { name: 'Uploaded covers' });
  await panel.getByText('400 × 600 pixels').waitFor();
  await panel.getByRole('img', { name: 'The cover that is shown' }).waitFor();
  const picture = Buffer.from(aPng(300, 435));
  const chosen = panel.getByLabel('Cover for Riverton');
  const send = panel.getByRole('button', { name: 'Upload cover' });
  await chosen.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(2_000_001) });
  await panel.getByText('A picture has 2,000,000 bytes at most.').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await chosen.setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: picture });
  await send.click();
  await page.getByText('The cover is stored.').waitFor();
  expect(requestsTo('discovery-upload-cover').map(({ body }) => body)).toEqual([
    { picture: picture.toString('base64') },
  ]);
  await panel.getByRole('button', { name: 'Remove the cover of Riverton' }).click();
  await page.getByText('The cover is removed.').waitFor();
  expect(requestsTo('discovery-remove-cover')).toHaveLength(1);
  await closePage(page);
});
