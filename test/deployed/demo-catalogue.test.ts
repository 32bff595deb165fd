import {
  confidentialCollection,
  heldByNobody,
  mustMerge,
  mustNotMerge,
  onlyMediated,
} from '../../demo/catalogue-cases.ts';
import { copies } from '../../demo/holdings.ts';
import { memberById } from '../../demo/members.ts';
import { workById } from '../../demo/works/works.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';

const demo = demoOn(deployed());

type Page = { holdings: { memberId: string; branches: { copies: { barcode: string }[] }[] }[] };

const shownIn = ({ holdings }: Page): { members: string[]; barcodes: string[] } => ({
  members: holdings.map(({ memberId }) => memberId),
  barcodes: holdings.flatMap((of) => of.branches.flatMap((branch) => branch.copies.map(({ barcode }) => barcode))),
});

const pageOf = async (workId: string): Promise<Page> => (await demo.pageOf(workId)).body as Page;

test.each(mustMerge)('%s is shown once, with the copies of all members that have it', async (workId) => {
  const records = await demo.recordsOf(workId);
  expect(records.length).toBeGreaterThan(1);
  expect(new Set(records).size).toBe(1);
  const own = copies.filter((copy) => copy.workId === workId).map(({ barcode }) => barcode);
  expect(shownIn(await pageOf(workId)).barcodes.toSorted()).toEqual(own.toSorted());
});

test.each(mustNotMerge)('$pair remain two records: $because', async ({ pair: [one, other] }) => {
  const second = new Set(await demo.recordsOf(other));
  for (const record of await demo.recordsOf(one)) expect(second.has(record)).toBe(false);
});

test.each(onlyMediated)('%s is held only by members that lend on request', async (workId) => {
  const { members } = shownIn(await pageOf(workId));
  expect(members.length).toBeGreaterThan(0);
  for (const member of members) expect(memberById(member).lendsOnRequest).toBe(true);
});

test.each(heldByNobody)('%s is in the catalogue, without copies', async (workId) => {
  expect(await demo.pageOf(workId)).toMatchObject({ status: 200 });
  expect(shownIn(await pageOf(workId)).barcodes).toEqual([]);
});

test.each(confidentialCollection.works)('%s is shown to its own library only', async (workId) => {
  const own = demo.at('cataloguer', confidentialCollection.member);
  const others = [undefined, 'adler-miriam', 'harcourt-cataloguer'];
  const seenBy = async (as?: string) => (await demo.pageOf(workId, as)).status;
  expect(await seenBy(own)).toBe(200);
  expect(await Promise.all([...others, 'thorne-beatrice'].map(seenBy))).toEqual([404, 404, 404, 404]);
  const [recordId] = await demo.recordsOf(workId);
  const path = `/discovery/search?q=${encodeURIComponent(workById(workId).title.romanised)}`;
  const found = async (as?: string) => (await demo.call('GET', path, as === undefined ? {} : { as })).body.hits;
  expect(await found(own)).toContainEqual(expect.objectContaining({ recordId }));
  for (const hits of await Promise.all(others.map(found))) {
    expect(hits).not.toContainEqual(expect.objectContaining({ recordId }));
  }
});

test('other systems search and harvest it, without confidential data', async () => {
  const at = async (path: string): Promise<string> => (await fetch(`${deployed().api}/discovery/${path}`)).text();
  expect(await at('oai?verb=Identify')).toMatch(
    /<baseURL>https?:[^<]+\/v1\/discovery\/oai<.*<deletedRecord>persistent</s,
  );
  expect(await at('oai?verb=ListSets')).toContain('<setSpec>member.riverton</setSpec>');
  const query = `dc.title all "${workById(mustMerge[0] ?? '').title.romanised.replaceAll('"', '')}"`;
  const asked = new URLSearchParams({ version: '1.2', operation: 'searchRetrieve', recordSchema: 'dc', query });
  expect(await at(`sru?${asked}`)).toMatch(/<numberOfRecords>[1-9].*<dc:title>/s);
  const identifiers =
    (await at('oai?verb=ListIdentifiers&metadataPrefix=oai_dc')).match(/<identifier>[^<]+:/)?.[0] ?? '';
  for (const workId of confidentialCollection.works) {
    const [recordId] = await demo.recordsOf(workId);
    const one = `${identifiers.replace('<identifier>', '')}${recordId}`;
    const given = await at(`oai?verb=GetRecord&metadataPrefix=marc21&identifier=${one}`);
    // Hidden after the load: whether harvesters saw it before, and so receive a deletion, depends on timing.
    expect(given).toMatch(/idDoesNotExist|<header status="deleted">/);
    expect(given).not.toContain('<metadata>');
  }
}, 60_000);

test('the previous month shows use of every member and service', async () => {
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  const { body } = await demo.call('GET', `/finance/months/${month}`, { as: 'finance-preparer' });
  const members = body.members as { member: string; amounts: { direct: { exact: string } } }[];
  const used = members.filter(({ amounts }) => Number(amounts.direct.exact) > 0).map(({ member }) => member);
  expect(used).toEqual(
    expect.arrayContaining(['ashgrove', 'calder', 'harcourt', 'lakeshore', 'northfield', 'riverton']),
  );
});
