import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { handlerFileOf } from '../../../functions/load-contracts.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { operations } from '../../../functions/operations.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { AnyContract } from '../../../layers/platform/http/contract.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Answered, type Call, call } from '../../builders/call.ts';
import { aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { fields, foundByPath, isOpen, isRead, pathNames } from '../../builders/owner-checks.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { patron } from '../../builders/people.ts';
import { anIndex } from '../../builders/search-engine.ts';
import { changes, withFault } from '../../proofs/crash-points/faults.ts';
import { AN_HOUR_LATER, aWorld, settings } from '../../proofs/crash-points/through.ts';
import { namerOf, STRANGER } from '../../proofs/object-probes/probed-names.ts';
import type { ProbedObject } from '../../proofs/object-probes/probed-object.ts';
import { makerOf, OWNER, scenarioOf, staffWithAllRoles } from '../../proofs/object-probes/probed-objects.ts';
import { aLoanRequest, aReader, bucket } from '../../proofs/object-probes/probed-requests.ts';

const contracts: readonly AnyContract[] = operations;
const byPath = contracts.flatMap((one) =>
  typeof one.owner === 'string' ? [[one.id, one.owner, one] as [string, string, AnyContract]] : [],
);
const byName = contracts.flatMap((one) =>
  typeof one.namedOwner === 'string' ? [[one.id, one.namedOwner, one] as [string, string, AnyContract]] : [],
);

function mayCall({ permission }: AnyContract, kind: 'staff' | 'patron'): boolean {
  return permission.some(({ who }) => who === kind);
}

/** Reads that find nothing by an id: lists of a place or of the caller. */
const lists = contracts.filter(
  (one) =>
    one.touches.table === 'read' &&
    one.touches.index === undefined &&
    // The cost of the platform needs the sizes of a deployment, and the archive is queried on a deployment only.
    one.touches.sizes === undefined &&
    one.touches.facts === undefined &&
    isRead(one) &&
    !isOpen(one) &&
    one.owner === undefined &&
    (mayCall(one, 'patron') || one.permission.some((by) => 'at' in by && by.at !== 'consortium')),
);

/** The member whose patrons are opened nowhere else. */
const RESTRICTED = 'birch';

let table: Table;
/** The ids of the objects that the probes made, and of their patrons. */
const ids = new Set<string>();
let strangers: { staff: Actor; patron: Actor };
let owner: Actor;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: 'https://library.test' } });
  mockClient(CognitoIdentityProviderClient)
    .on(ListUsersCommand)
    .resolves({ Users: [] })
    .on(AdminGetUserCommand)
    .resolves({ UserStatus: 'FORCE_CHANGE_PASSWORD' });
  anIndex();
  table = await aWorld();
  Object.assign(process.env, settings, {
    USER_POOL_ID: 'us-east-1_Test',
    PARTNER_SECRETS: '/none',
    WEBHOOK_SECRETS: '/none',
    WALLET_KEYS: '/none',
    BALLOT_KEYS: '/none',
    SITE_PARAMETER: '/site',
  });
  for (const memberId of [OWNER, STRANGER]) {
    const member = { memberId, name: memberId, type: 'school' as const, fiscalYearStartsIn: 1, lendsOnRequest: true };
    await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
  }
  await aPatronsPolicy(table, { sharing: { restricted: [RESTRICTED] } }, '2026-01-01T00:00:00.000Z');
  const { patronId } = await aReader(table, `${STRANGER}.main`);
  strangers = { staff: await staffWithAllRoles(table, STRANGER), patron: patron(patronId, STRANGER) };
  owner = await staffWithAllRoles(table, OWNER);
});

/** Returns a value with every place in it replaced by that of a member: the caller acts at the caller's own library. */
const placedAt = <T>(member: string, value: T, name = ''): T => {
  const placed = (): unknown => {
    if (Array.isArray(value)) return value.map((one) => placedAt(member, one, name));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placedAt(member, one, key)]));
    }
    if (typeof value !== 'string') return value;
    if (/^(branchId|branch|homeBranch|pickupBranch)$/.test(name)) return `${member}.main`;
    return /^(memberId|member|owner)$/.test(name) ? member : value;
  };
  return placed() as T;
};

type Parts = { path: Record<string, string>; query: Record<string, string>; body: Record<string, unknown> };

/** Returns a request of the example of a contract about an object. */
const aboutObject = (contract: AnyContract, { path, query, body }: ProbedObject): Parts => {
  const example = contract.example as Partial<Parts> & { params?: Record<string, string> };
  return {
    path: { ...placedAt(OWNER, example.params ?? {}), ...path },
    query: { ...placedAt(OWNER, example.query), ...query },
    body: (body ?? placedAt(OWNER, example.body ?? {})) as Record<string, unknown>,
  };
};

/** Returns the request with the places of the contract's permissions at a member, as its staff name them. */
const atPlaceOf = (contract: AnyContract, member: string, parts: Parts): Parts => {
  const places = contract.permission.flatMap((one) => ('at' in one && typeof one.at === 'object' ? [one.at] : []));
  const placed = structuredClone(parts);
  for (const place of places) {
    const [pointer, value] = 'member' in place ? [place.member, member] : [place.branch, `${member}.main`];
    const [part, name] = pointer.split('.') as ['path' | 'query' | 'body', string];
    placed[part][name] = value;
  }
  return placed;
};

/**
 * Returns the request of an object as staff of another library make it: about the same object, at their own places. Where a branch is what
 * the request names, it stays that of the owner.
 */
const asOthers = (contract: AnyContract, object: ProbedObject, keepsBranches = false): Parts => {
  const parts = aboutObject(contract, object);
  if (object.asked) return { ...parts, ...object.asked } as Parts;
  return atPlaceOf(contract, STRANGER, keepsBranches ? parts : { ...parts, body: placedAt(STRANGER, parts.body) });
};

type Asked = Answered & { code: string | undefined; written: string[] };

const ask = async (contract: AnyContract, actor: Actor, parts: Parts, when = AN_HOUR_LATER): Promise<Asked> => {
  const { handler }: { handler: OperationHandler } = await import(`../../../${handlerFileOf(contract)}`);
  const names = pathNames(contract);
  const request: Call = {
    actor,
    path: Object.fromEntries(Object.entries(parts.path).filter(([name]) => names.includes(name))),
    ...(contract.query && { query: parts.query }),
    ...(contract.body && { body: parts.body }),
  };
  const { result, calls } = await withFault(undefined, () => call(handler.using(at(when, { bucket })), request));
  if (!result) throw new Error(`${contract.id} did not answer.`);
  const written = calls.filter((one) => changes(one) && !one.refused).map(({ command }) => command);
  return { ...result, code: (result.body as { code?: string } | undefined)?.code, written };
};

/** Notes the ids of an object of cedar or ash; records are shared, and copies are found by all. */
const note = ({ path = {}, actor }: ProbedObject): void => {
  for (const id of [...Object.values(path), actor?.kind === 'patron' ? actor.id : ''])
    if (/^[a-z]{3}_/.test(id) && !/^(rec|itm)_/.test(id)) ids.add(id);
};

/** The object is there: its owner is not refused by the same request, whatever else the example lacks. */
const findsItsOwner = async (contract: AnyContract, code: string, object: ProbedObject): Promise<void> => {
  const parts = aboutObject(contract, object);
  const { actor, when } = object;
  const found = await ask(contract, actor ?? owner, actor ? parts : atPlaceOf(contract, OWNER, parts), when);
  expect([code, 'forbidden', 'not-allowed']).not.toContain(found.code);
  expect([400, 401]).not.toContain(found.status);
  expect(found.status).toBeLessThan(500);
};

test.each(byPath)(
  'finding S5: %s refuses another’s object (%s), and finds that of its owner',
  async (id, code, contract) => {
    const make = makerOf(id, foundByPath(contract));
    if (!make) throw new Error(`Say in probed-objects.ts how an object of ${id} is made (${foundByPath(contract)}).`);
    const object = await make(table);
    note(object);
    const elsewhere = asOthers(contract, object);
    const refusal = { status: contract.refusals[code]?.status, code, written: [] };
    for (const kind of ['staff', 'patron'] as const) {
      if (mayCall(contract, kind)) {
        expect(await ask(contract, strangers[kind], elsewhere, object.when)).toMatchObject(refusal);
      }
    }
    await findsItsOwner(contract, code, object);
  },
);

test.each(byName)(
  'finding S5: %s refuses what a request names of another (%s), and takes it from its owner',
  async (id, code, contract) => {
    const make = namerOf(id);
    if (!make) throw new Error(`Say in probed-names.ts how a request of ${id} names an object.`);
    const object = await make(table);
    const who = object.asked?.actor ?? strangers[mayCall(contract, 'staff') ? 'staff' : 'patron'];
    const elsewhere = asOthers(contract, object, code.endsWith('elsewhere'));
    expect(await ask(contract, who, elsewhere, object.when)).toMatchObject({
      status: contract.refusals[code]?.status,
      code,
      written: [],
    });
    await findsItsOwner(contract, code, object);
  },
);

/** Operations that a desk of another library is refused for a patron whose record is closed to it. */
const closed = contracts.flatMap((one) =>
  'restricted' in one.refusals && one.id !== 'patrons-merge-patrons' ? [[one.id, one] as [string, AnyContract]] : [],
);

test.each(closed)(
  'finding S5: %s tells another library nothing of a patron of a restricted member',
  async (_id, contract) => {
    const { card, patronId } = await aReader(table, `${RESTRICTED}.east`);
    const copy = await aCopy(table);
    const request = { path: { patronId, requestId: await aLoanRequest(table) } };
    const parts = atPlaceOf(contract, STRANGER, placedAt(STRANGER, aboutObject(contract, request)));
    const known = { patron: card, card, item: copy.barcode, recordId: copy.recordId ?? '' };
    for (const part of ['query', 'body'] as const) {
      const own = Object.entries(known).filter(([name]) => fields(contract[part]).includes(name));
      // Without the item, a hold is for the record.
      Object.assign(parts[part], Object.fromEntries(own.filter(([name]) => name !== 'item' || 'item' in parts[part])));
    }
    const who = mayCall(contract, 'staff') ? strangers.staff : selfCheckAt(`${STRANGER}.main`);
    expect(await ask(contract, who, parts)).toMatchObject({ status: 403, code: 'restricted', written: [] });
  },
);

test('finding S5: a library that takes steps of many requests takes none of another library’s', async () => {
  const own = await scenarioOf(table, 'resource-sharing-take-steps');
  const contract = contracts.find(({ id }) => id === 'resource-sharing-take-steps');
  if (!contract) throw new Error('There is no such operation.');
  const parts = aboutObject(contract, own);
  const { barcode } = await aCopy(table, { branchId: `${STRANGER}.main` });
  const steps = (parts.body.steps as object[]).map((step) => ({ ...step, barcode }));
  const elsewhere = atPlaceOf(contract, STRANGER, { ...parts, body: { ...parts.body, steps } });
  const { status, body, written } = await ask(contract, strangers.staff, elsewhere);
  const refused = { refused: [{ code: 'unknown-request' }] };
  expect({ status, body, written }).toMatchObject({ status: 200, written: [] });
  expect(body).toMatchObject({ results: [refused, refused] });
  const found = await ask(contract, own.actor ?? owner, parts);
  expect(found).toMatchObject({ status: 200, written: expect.arrayContaining(['TransactWriteCommand']) });
});

test('finding S5: what a caller of another library or another patron lists holds none of these objects', async () => {
  const shownToOwner: string[] = [];
  const leaks: string[] = [];
  for (const contract of lists) {
    const parts = aboutObject(contract, {});
    const shows = async (actor: Actor, member: string) => {
      const { status, body } = await ask(contract, actor, atPlaceOf(contract, member, placedAt(member, parts)));
      if (status >= 500 || status === 400) leaks.push(`${contract.id} answered ${status}: ${JSON.stringify(body)}`);
      const text = JSON.stringify(body);
      return [...ids].filter((id) => new RegExp(`${id}\\b`).test(text));
    };
    const kind = mayCall(contract, 'staff') ? 'staff' : 'patron';
    leaks.push(...(await shows(strangers[kind], STRANGER)).map((id) => `${contract.id} shows ${id}`));
    if (kind === 'staff' && (await shows(owner, OWNER)).length > 0) shownToOwner.push(contract.id);
  }
  expect(leaks).toEqual([]);
  // The objects are there: their owner finds them in lists of each kind.
  expect(shownToOwner).toEqual(
    expect.arrayContaining([
      ...['catalogue-list-imports', 'catalogue-list-inventories', 'catalogue-list-item-batches'],
      ...['membership-list-machine-clients', 'membership-list-staff', 'notices-list-letter-batches'],
      ...['onboarding-list-loads', 'patrons-search-patrons', 'resource-sharing-list-requests'],
    ]),
  );
});
