import { confidentialCollection, mustMerge } from '../../demo/catalogue-cases.ts';
import { demoCovers } from '../../demo/covers.ts';
import { holdings } from '../../demo/holdings.ts';
import { reliabilityStore } from '../../functions/discovery/public/reliability-store.ts';
import { tableNamed } from '../../layers/platform/dynamodb/table.ts';
import { invokeFunction } from '../../local/invoke-function.ts';
import { outputOf } from '../../local/origin/route.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';
import { aPng } from '../builders/pictures.ts';

/** What everybody may read, through the gateway and through the site: covers, made pages, and what the page on trust states. */
const endpoints = deployed();
const demo = demoOn(endpoints);

type Answer = { status: number; headers: Headers; bytes: Buffer };

const ask = async (url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> => {
  const answer = await fetch(url, { method, headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const coverOf = (recordId: string): string => `${endpoints.api}/discovery/covers/${recordId}`;
const upload = (member: string, recordId: string, picture: Uint8Array) =>
  demo.call('PUT', `/discovery/members/${member}/covers/${recordId}`, {
    as: demo.at('cataloguer', member),
    body: { picture: Buffer.from(picture).toString('base64') },
  });
const remove = (member: string, recordId: string) =>
  demo.call('DELETE', `/discovery/members/${member}/covers/${recordId}`, { as: demo.at('cataloguer', member) });

test('an uploaded cover is answered by gateway and site as a picture, stored by caches, and 304 for its ETag; removed, 404 for minutes', async () => {
  const workId = mustMerge.find((one) => demoCovers.every(({ work }) => work !== one)) ?? '';
  const member = holdings.find((one) => one.workId === workId)?.member ?? '';
  const [recordId = ''] = await demo.recordsOf(workId);
  const picture = aPng(200, 290);
  expect(await upload(member, recordId, picture)).toMatchObject({ status: 200, body: { width: 200, height: 290 } });
  for (const url of [coverOf(recordId), `${endpoints.web}/v1/discovery/covers/${recordId}`]) {
    const shown = await ask(url);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(shown.bytes.equals(Buffer.from(picture))).toBe(true);
    expect(shown.headers.get('cache-control')).toBe('public, max-age=86400, s-maxage=300');
    const etag = shown.headers.get('etag') ?? '';
    const again = await ask(url, 'GET', { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const head = await ask(url, 'HEAD');
    expect([head.status, head.headers.get('etag'), head.bytes.length]).toEqual([200, etag, 0]);
  }
  expect((await demo.call('GET', '/discovery/cover-credits')).body.hasCovers).toBe(true);
  expect((await remove(member, recordId)).status).toBe(200);
  const none = await ask(coverOf(recordId));
  expect([none.status, none.headers.get('cache-control')]).toEqual([404, 'public, max-age=300']);
}, 60_000);

test('a cover of a record that is hidden from the public is shown to nobody, and its page names no title', async () => {
  const { member, works } = confidentialCollection;
  const [recordId = ''] = await demo.recordsOf(works[0] ?? '');
  expect((await upload(member, recordId, aPng(120, 180))).status).toBe(200);
  const [asPublic, page] = await Promise.all([ask(coverOf(recordId)), ask(`${endpoints.web}/record/${recordId}`)]);
  expect([asPublic.status, page.status]).toEqual([404, 404]);
  const own = await demo.pageOf(works[0] ?? '', demo.at('cataloguer', member));
  const { title } = own.body as { title?: string };
  if (title !== undefined) expect(page.bytes.toString()).not.toContain(title);
  expect((await remove(member, recordId)).status).toBe(200);
}, 60_000);

test('HEAD of public answers and of made pages has the status, type, ETag and caching of GET, and no body', async () => {
  const [recordId = ''] = await demo.recordsOf(mustMerge[0] ?? '');
  const paths = [
    ...['/discovery/home', '/discovery/search?q=emma', '/discovery/reliability', '/membership/directory'].map(
      (path) => `${endpoints.api}${path}`,
    ),
    ...['/search?q=emma', `/record/${recordId}`, '/sitemap.xml'].map((path) => `${endpoints.web}${path}`),
  ];
  for (const url of paths) {
    const [shown, head] = [await ask(url), await ask(url, 'HEAD')];
    const of = ({ status, headers }: Answer) => [
      status,
      ...['content-type', 'cache-control'].map((name) => headers.get(name)),
    ];
    expect([url, ...of(head)]).toEqual([url, ...of(shown)]);
    expect([url, shown.status, shown.bytes.length > 0, head.bytes.length]).toEqual([url, 200, true, 0]);
    expect([url, head.headers.get('cache-control')]).toEqual([url, expect.stringContaining('s-maxage=')]);
    const revalidated = async (etag: string | null) => (await ask(url, 'GET', { 'if-none-match': etag ?? '' })).status;
    let status = await revalidated(shown.headers.get('etag'));
    // Other tests of this deployment register members: the answer may be another one by now.
    for (let left = 20; left > 0 && status !== 304; left -= 1)
      status = await revalidated((await ask(url)).headers.get('etag'));
    expect([url, status]).toEqual([url, 304]);
  }
}, 120_000);

test('a search is narrowed by its facets without JavaScript: a link adds a value, and another one removes it', async () => {
  const pageAt = async (path: string): Promise<string> => (await ask(`${endpoints.web}${path}`)).bytes.toString();
  /** Returns the address of the first link that an expression finds. */
  const linkIn = (html: string, found: RegExp): string => (found.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  const formatOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('format');
  const narrowing = linkIn(await pageAt('/search?q=sea'), /<a href="([^"]*[?&;]format=[^"]*)" rel="nofollow">/);
  const narrowed = await pageAt(narrowing);
  const format = formatOf(narrowing);
  const { body } = await demo.call('GET', `/discovery/search?q=sea&format=${format}`);
  const titles = (body.hits as { title: string }[]).map(({ title }) => title);
  expect([format === null, titles.length > 0]).toEqual([false, true]);
  expect(narrowed).toContain(titles[0]?.split(' ')[0]);
  const removing = linkIn(narrowed, /<strong><bdi>[^<]*<\/bdi><\/strong> <a href="([^"]*)"/);
  expect([removing.includes('q=sea'), formatOf(removing)]).toEqual([true, null]);
}, 60_000);

test('the hourly work checks the site by its public address, and what the page on trust states is marked as an example of the demo', async () => {
  const table = tableNamed(outputOf(endpoints.outputs, 'TableName') ?? '');
  const reliability = reliabilityStore(table);
  const day = new Date().toISOString().slice(0, 10);
  // The examples of today may have a check of this half hour: only the one that is made now is looked at.
  const before = await reliability.day(day);
  await reliability.setDay({ day, checks: [], v: before.v + 1 });
  await invokeFunction(endpoints.aws, 'discovery-alert-searches');
  expect((await reliability.day(day)).checks).toEqual([{ time: expect.stringMatching(/^\d\d:\d\d$/), passed: true }]);
  const { status, body } = await demo.call('GET', '/discovery/reliability');
  expect(status).toBe(200);
  expect(body).toMatchObject({ uptime: { failed: 1, synthetic: true }, rehearsal: { synthetic: true, seconds: 2460 } });
}, 120_000);
