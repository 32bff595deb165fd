import { keys as catalogueKeys } from '../../functions/catalogue/public/keys.ts';
import { stamp, tableNamed } from '../../layers/platform/dynamodb/table.ts';
import { outputOf } from '../../local/origin/route.ts';
import { rebuildIndex } from '../../local/rebuild-index.ts';
import { adminToken, calling, deployed, signedInStaff } from '../builders/deployed.ts';
import { fileOf } from '../builders/loads.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const [memberId, other] = [`c${run}`, `d${run}`];
const tokens = new Map<string, string>();

const made = async (token: string, path: string, body: unknown): Promise<Record<string, unknown>> => {
  const answer = await call('POST', path, { token, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Creates a library with a branch and a signed-in cataloguer. */
const joined = async (admin: string, id: string): Promise<void> => {
  await made(admin, '/membership/members', {
    memberId: id,
    name: 'A test library',
    type: 'public',
    fiscalYearStartsIn: 1,
    lendsOnRequest: false,
  });
  const calendar = { timeZone: 'UTC', weekly: {}, closures: [] };
  await made(admin, `/membership/members/${id}/branches`, {
    branchId: `${id}.main`,
    name: 'Main',
    address: '1 Mill Street',
    pickup: true,
    calendar,
  });
  const email = `cataloguer.${id}@example.org`;
  const { staffId } = await made(admin, '/membership/staff', { name: 'A test cataloguer', email, memberId: id });
  const grant = { role: 'cataloguer', scope: 'member', member: id };
  await made(admin, `/membership/staff/${String(staffId)}/roles`, { grant, reason: 'A test' });
  tokens.set(id, await signedInStaff(endpoints, email));
};

beforeAll(async () => {
  const admin = await adminToken(endpoints);
  for (const id of [memberId, other]) await joined(admin, id);
}, 120_000);

const until = async <T>(look: () => Promise<T | undefined>, ms: number): Promise<T> => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((go) => setTimeout(go, 400))) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`not within ${ms} ms`);
};

type Load = {
  import: { state: string; counts: Record<string, number>; problem?: { reason: string } };
  rejects: { reason: string }[];
};

/** Opens a load, uploads the file to the presigned address and waits for the load to end. */
const load = async (id: string, bytes: Uint8Array): Promise<Load> => {
  const token = tokens.get(id) ?? '';
  const opened = await made(token, `/catalogue/members/${id}/imports`, { fileName: 'test.mrc', bytes: bytes.length });
  const { url } = opened.upload as { url: string };
  const sent = await fetch(url, { method: 'PUT', body: Buffer.from(bytes) });
  expect(sent.status).toBe(200);
  const path = `/catalogue/members/${id}/imports/${String(opened.importId)}`;
  return until(async () => {
    const { body } = await call('GET', path, { token });
    const seen = body as unknown as Load;
    return ['done', 'rejected', 'failed'].includes(seen.import.state) ? seen : undefined;
  }, 60_000);
};

const title = `Zanzibar ${run} under seven moons`;
// Both runs of these tests fill one catalogue: titles that differ in one word only would be taken for a typing error and merged.
const seconds = Math.floor(Date.now() / 1000);
const editionOf = (book: number) => ({
  year: String(1500 + ((seconds + 150 * book) % 500)),
  pages: 50 + ((seconds + 90 * book) % 700),
});
const books = [
  { id: 'b1', title, author: `Okri${run}, Nadia`, ...editionOf(1), items: [`$aMAIN$p${run}1$oFIC 1`] },
  { id: 'b2', title: `Northern mosses ${run}`, author: `Lind${run}, Per`, ...editionOf(2), items: [] },
];

test('a file sent to the bucket is loaded and found once with both members; sent again it changes nothing', async () => {
  const garbage = Buffer.from('this is no record at all\u001d');
  const first = await load(memberId, Buffer.concat([fileOf(books), garbage]));
  expect(first).toMatchObject({
    import: { state: 'done', counts: { read: 3, accepted: 2, rejected: 1, created: 2, itemsCreated: 1 } },
    rejects: [{ reason: 'not-a-record' }],
  });
  const second = await load(other, fileOf([{ ...books[0], id: 'x9', title, items: [`$aMAIN$p${run}2`] }]));
  expect(second.import).toMatchObject({ state: 'done', counts: { created: 1, matched: 1 } });
  const hit = await until(async () => {
    const { body } = await call('GET', `/discovery/search?q=${encodeURIComponent(`zanzibar ${run}`)}`);
    const [found, more] = (body.hits ?? []) as { recordId: string; members?: unknown[] }[];
    return found && !more && JSON.stringify(found).includes(other) && JSON.stringify(found).includes(memberId)
      ? found
      : undefined;
  }, 90_000);
  const record = await call('GET', `/catalogue/records/${hit.recordId}`);
  expect(record.body).toMatchObject({ members: [memberId, other].sort(), description: { title } });
  const again = await load(memberId, fileOf(books));
  expect(again.import.counts).toMatchObject({ read: 2, unchanged: 2, created: 0, changed: 0 });
}, 180_000);

test('a record that cannot be indexed is set aside and does not block others', async () => {
  const table = tableNamed(outputOf(endpoints.outputs, 'TableName') ?? '');
  const row = { sourceId: `${memberId}:b2`, itemId: `damaged.${run}` };
  await table.write([
    { put: { ...catalogueKeys.key('itemDescription', row), ...stamp('itemDescription', 1), ...row } },
  ]);
  const later = { id: 'b3', title: `Ferns ${run} of the delta`, author: `Sen${run}, Ada`, ...editionOf(3), items: [] };
  expect((await load(other, fileOf([later]))).import).toMatchObject({ state: 'done' });
  const found = async () => {
    const { body } = await call('GET', `/discovery/search?q=${encodeURIComponent(`ferns ${run}`)}`);
    return (body.hits as unknown[] | undefined)?.length === 1 ? true : undefined;
  };
  expect(await until(found, 90_000)).toBe(true);
  await table.write([{ delete: catalogueKeys.key('itemDescription', row) }]);
}, 180_000);

test('a file that is not MARC is rejected with its reason', async () => {
  const { import: pdf } = await load(memberId, Buffer.from('%PDF-1.7\n1 0 obj'));
  expect(pdf).toMatchObject({ state: 'rejected', problem: { reason: 'file-is-pdf' } });
}, 90_000);

test('no one starts a load for another member', async () => {
  const answer = await call('POST', `/catalogue/members/${memberId}/imports`, {
    token: tokens.get(other) ?? '',
    body: { fileName: 'a.mrc', bytes: 10 },
  });
  expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});

test('the index is rebuilt from the table while searches continue', async () => {
  const search = () => call('GET', `/discovery/search?q=${encodeURIComponent(`zanzibar ${run}`)}`);
  const rebuilding = rebuildIndex(endpoints.aws);
  const meanwhile = await Promise.all([search(), search()]);
  expect(await rebuilding).toMatchObject({ failed: 0 });
  for (const { status, body } of [...meanwhile, await search()]) {
    expect({ status, hits: (body.hits as unknown[]).length }).toEqual({ status: 200, hits: 1 });
  }
}, 120_000);
