import { keys as catalogueKeys } from '../../functions/catalogue/data/keys.ts';
import { readSource } from '../../functions/catalogue/public/read-source.ts';
import { sourceStore } from '../../functions/catalogue/public/source-store.ts';
import { indexRecords } from '../../functions/catalogue/use-cases/index-records.ts';
import { keys as membershipKeys } from '../../functions/membership/data/keys.ts';
import type { Way } from '../../functions/resource-sharing/domain/requests/request-ways.ts';
import type { SupplyingPartner } from '../../functions/resource-sharing/domain/rota/partner-candidates.ts';
import { defaultSharingPolicy } from '../../functions/resource-sharing/domain/sharing-policy.ts';
import { TIMERS_IN_DEMO } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as resolveOpenUrl } from '../../functions/resource-sharing/operations/resolve-openurl/handler.ts';
import { handler as showOptions } from '../../functions/resource-sharing/operations/show-request-options/handler.ts';
import { stamp, type Table } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { bucketInMemory } from './bucket-in-memory.ts';
import { type Call, call } from './call.ts';
import { aLoan } from './circulation.ts';
import { aConsortium, aCopy, at } from './lending.ts';
import { type Book, fileOf, loadBytes } from './loads.ts';
import { aRule } from './policies.ts';
import type { TestIndex } from './search-engine.ts';

/** The start of these tests: a Monday noon in Berlin, where all branches are. */
export const monday = '2026-03-02T11:00:00.000Z';
/** Returns the start plus a number of days. */
export const inDays = (days: number): string => new Date(Date.parse(monday) + days * 86_400_000).toISOString();
export const euros = (amount: number) => ({ amount, currency: 'EUR' });

const onRequest = ['ash', 'birch', 'elm'];

/** A consortium of which ash, birch and elm lend on request only, and cedar by common rules; timers use the demo's minutes. */
export const aSharingConsortium = async (table: Table): Promise<void> => {
  const mediated = onRequest.map((itemOwner) =>
    aRule({ id: `on-request-${itemOwner}`, setBy: itemOwner, when: { itemOwner }, values: { requestOnly: true } }),
  );
  await aConsortium(table, mediated);
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-2', adoptedBy: 'staff:root' };
  const body = { ...defaultSharingPolicy, timers: TIMERS_IN_DEMO, answerInOpenHours: false };
  await policyStore(table).adopt({ kind: 'resource-sharing', ...adopted, body }, () => ({
    ...{ subject: 'policy:resource-sharing', at: monday, auditId: 'aud_1', by: 'test', did: 'adopted', detail: {} },
  }));
  for (const memberId of onRequest) {
    const member = { memberId, name: memberId, type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: true };
    const put = { ...membershipKeys.key('member', { memberId }), ...stamp('member', 1), ...member, createdAt: monday };
    await table.write([{ put }]);
  }
};

/** Adds a partner outside to the list of partners. */
export const aPartner = async (
  table: Table,
  over: Partial<SupplyingPartner> & { partnerId: string },
): Promise<void> => {
  const { partnerId } = over;
  const row = { pk: `PARTNER#${partnerId}`, sk: 'PARTNER', gsi2pk: 'PARTNERS', gsi2sk: partnerId };
  const terms = { supplies: true, paused: false, services: ['loan', 'copy'], transitDays: 5, lastResort: false };
  await table.write([{ put: { ...row, ...stamp('partner', 1), ...terms, ...over } }]);
};

/** A title with a copy on the shelf of each of these branches. */
export const aTitleAt = async (table: Table, ...branches: string[]): Promise<string> => {
  let recordId: string | undefined;
  for (const branchId of branches) {
    const member = branchId.split('.')[0] ?? '';
    const known = recordId === undefined ? {} : { recordId, sourceId: `${member}:${recordId.slice(4)}` };
    recordId = (await aCopy(table, { branchId, ...known })).recordId;
  }
  return recordId ?? '';
};

/** A title whose only copy, of a branch, is on loan. */
export const aLentTitle = async (table: Table, branchId: string): Promise<string> => {
  const loan = aLoan({ patronId: systemIds.next('patron', 0), checkoutBranch: branchId });
  return (await aCopy(table, { branchId, state: 'on-loan', loan })).recordId ?? '';
};

/** Loads books for a member and indexes them. Returns their union records in order. */
export const catalogued = async (
  table: Table,
  index: TestIndex,
  memberId: string,
  books: readonly Book[],
): Promise<string[]> => {
  await loadBytes(table, memberId, fileOf(books));
  const ids = await Promise.all(
    books.map(
      async ({ id }) =>
        readSource(await table.get(catalogueKeys.key('source', { sourceId: `${memberId}:${id}` }))).recordId,
    ),
  );
  const sources = sourceStore(table, bucketInMemory());
  const failed = await indexRecords({ table, sources, index: index.writer, now: Date.now() }, ids);
  if (failed.length > 0) throw new Error(`Not indexed: ${JSON.stringify(failed)}`);
  await index.refresh();
  return ids;
};

type Options = { status: number; body: { ways: Way[]; recordId: string; missing: string[]; [more: string]: unknown } };

/** The options as shown at the tests' Monday, complete and by name. */
export const optionsFor = async (
  actor: Actor,
  query: Call['query'],
): Promise<Options & { way: Record<string, Way> }> => {
  const { status, body } = (await call(showOptions.using(at(monday)), { actor, ...(query && { query }) })) as Options;
  return { status, body, way: Object.fromEntries((body.ways ?? []).map((way) => [way.way, way])) };
};

/** Returns the resolver's answer to an OpenURL. */
export const resolved = async (query: string, actor?: Actor) =>
  call(resolveOpenUrl.using(at(monday)), { query, ...(actor && { actor }) });
