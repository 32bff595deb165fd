import { importStore } from '../../functions/catalogue/data/import-store.ts';
import { keys as catalogueKeys } from '../../functions/catalogue/data/keys.ts';
import { handler as mergeRecords } from '../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as offerCopy } from '../../functions/catalogue/operations/offer-last-copy/handler.ts';
import { handler as openInventory } from '../../functions/catalogue/operations/open-inventory/handler.ts';
import { handler as createList } from '../../functions/discovery/operations/create-list/handler.ts';
import { machineStore } from '../../functions/membership/data/machine-store.ts';
import { staffStore } from '../../functions/membership/data/staff-store.ts';
import { letterStore } from '../../functions/notices/data/letter-store.ts';
import { handler as openLoad } from '../../functions/onboarding/operations/open-load/handler.ts';
import { courseStore } from '../../functions/teaching/data/course-store.ts';
import { schoolStore } from '../../functions/teaching/data/school-store.ts';
import { type Grant, roles } from '../../layers/kernel/identity/roles.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { crashScenarios } from '../proofs/crash-points/scenarios.ts';
import { isAsking } from '../proofs/crash-points/through.ts';
import { aHoldOn, asked, MADE } from '../proofs/crash-points/world.ts';
import type { Call } from './call.ts';
import { aCopy } from './lending.ts';
import { fileOf, loadBytes } from './loads.ts';
import { aPatron, patron } from './people.ts';

/** An object of the member `cedar`: the names of a path by which it is found, a body where the example's does not fit, its patron. */
export type ProbedObject = { path: Record<string, string>; body?: object; patron?: Actor };
type Maker = (table: Table) => Promise<ProbedObject>;

const OWNER = 'cedar';
const BRANCH = 'cedar.main';
const audit = () => ({
  subject: 'probe',
  at: MADE,
  auditId: systemIds.next('audit', Date.now()),
  by: 'x',
  did: 'x',
  detail: {},
});

/** Staff with every role at a member and its main branch; stored, because giving a role reads who gives it. */
export const staffWithAllRoles = async (table: Table, member: string): Promise<Actor> => {
  const grants = roles.map((role): Grant => ({ role, scope: 'member', member }));
  const id = `stf_all-${member}`;
  const person = { staffId: id, name: 'x', email: `${member}@example.org`, memberId: member, invited: true };
  await staffStore(table).add({ ...person, grants: grants.slice(0, 50) }, audit());
  return { kind: 'staff', id, grants };
};

let serial = 0;
const anId = (): string => {
  serial += 1;
  return `p${serial}`;
};

/** A record of cedar with a copy, as loaded: its source, its union record. */
const aRecord = async (table: Table) => {
  const id = anId();
  await loadBytes(table, OWNER, fileOf([{ id, title: `Probe ${id}`, author: `Author ${id}` }]));
  const sourceId = `${OWNER}:${id}`;
  const source = await table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
  return { sourceId, recordId: String(source?.recordId) };
};

const aPatronOfOwner: Maker = async (table) => {
  const { patronId } = await aPatron(table, { homeBranch: BRANCH, pin: '482615' });
  return { path: { patronId }, patron: patron(patronId, OWNER) };
};

const aHold: Maker = async (table) => {
  const { patron: who, path } = await aHoldOn(table, await aCopy(table, { branchId: BRANCH }));
  return { path, patron: who.actor };
};

const aQueue: Maker = async (table) => {
  const copy = await aCopy(table);
  const [first, second] = [await aHoldOn(table, copy), await aHoldOn(table, copy)];
  // Both are placed at the same instant, so their ids order the queue: the new order is the opposite.
  const order = [first.path.holdId, second.path.holdId].toSorted().toReversed();
  return { path: { recordId: first.path.recordId }, body: { branchId: BRANCH, order, comment: 'A probe' } };
};

const aList: Maker = async (table) => {
  const { patronId } = await aPatron(table, { homeBranch: BRANCH });
  const actor = patron(patronId, OWNER);
  const { listId } = await asked(createList, { actor, body: { name: 'Summer' } });
  const { recordId } = await aRecord(table);
  return { path: { listId: String(listId), recordId }, patron: actor };
};

/** A loan request of cedar, made by the scenario of a crash test. */
const aRequest: (id: string) => Maker = (id) => async (table) => {
  const all = crashScenarios[id];
  const [scenario] = typeof all === 'object' ? all : [];
  if (!scenario || !isAsking(scenario)) throw new Error(`${id} has its scenario.`);
  const { path = {}, body, actor }: Call = await scenario.prepare(table);
  return {
    path,
    ...(typeof body === 'object' && body !== null && { body }),
    ...(actor?.kind === 'patron' && { patron: actor }),
  };
};

const aCourse: Maker = async (table) => {
  const term = { memberId: OWNER, termId: 'spring', name: 'Spring', startsOn: '2026-02-01', endsOn: '2026-05-31' };
  await courseStore(table).setTerm(term);
  const courseId = `crs_${anId()}`;
  const course = {
    courseId,
    memberId: OWNER,
    branchId: BRANCH,
    termId: 'spring',
    code: courseId,
    title: 'x',
    sections: [],
  };
  await courseStore(table).create({ ...course, instructors: [] });
  return { path: { courseId } };
};

const anInventory: Maker = async (table) => {
  const actor = await staffWithAllRoles(table, OWNER);
  const body = { location: `Shelf ${anId()}` };
  const { inventoryId } = await asked(openInventory, { actor, path: { branchId: BRANCH }, body });
  return { path: { inventoryId: String(inventoryId) } };
};

const makers: readonly { names: string; ids?: RegExp; make: Maker }[] = [
  { names: 'patronId', make: aPatronOfOwner },
  { names: 'recordId,holdId', make: aHold },
  { names: 'recordId', ids: /^circulation-/, make: aQueue },
  { names: 'listId', make: aList },
  { names: 'listId,recordId', make: aList },
  { names: 'requestId', ids: /resend-message$/, make: aRequest('resource-sharing-resend-message') },
  { names: 'requestId', ids: /take-step$/, make: aRequest('resource-sharing-take-step') },
  {
    names: 'requestId',
    make: async (table) => {
      const { body: _, ...made } = await aRequest('resource-sharing-cancel-request')(table);
      return made;
    },
  },
  { names: 'courseId', make: aCourse },
  {
    names: 'classId',
    make: async (table) => {
      const classId = anId();
      await schoolStore(table).ensureClass({ memberId: OWNER, classId, grade: '5' });
      return { path: { classId } };
    },
  },
  { names: 'inventoryId', make: anInventory },
  {
    names: 'sourceId',
    make: async (table) => {
      const { sourceId } = await aRecord(table);
      return { path: { sourceId } };
    },
  },
  {
    names: 'recordId',
    ids: /^catalogue-/,
    make: async (table) => {
      const [one, other] = [await aRecord(table), await aRecord(table)];
      return {
        path: { recordId: one.recordId },
        body: { otherId: other.recordId, sourceIds: [one.sourceId], reason: 'A probe' },
      };
    },
  },
  {
    names: 'decisionId',
    make: async (table) => {
      const [one, other] = [await aRecord(table), await aRecord(table)];
      const actor = await staffWithAllRoles(table, OWNER);
      const body = { otherId: other.recordId, reason: 'A probe' };
      const { decisionId } = await asked(mergeRecords, { actor, path: { recordId: one.recordId }, body });
      return { path: { decisionId: String(decisionId) } };
    },
  },
  {
    names: 'itemId',
    ids: /withdraw-offer$/,
    make: async (table) => {
      const copy = await aCopy(table, { branchId: BRANCH });
      const actor = await staffWithAllRoles(table, OWNER);
      await asked(offerCopy, { actor, path: { memberId: OWNER }, body: { itemId: copy.itemId, reason: 'A probe' } });
      return { path: { itemId: copy.itemId } };
    },
  },
  {
    names: 'itemId',
    make: async (table) => {
      const { itemId } = await aCopy(table, { branchId: BRANCH });
      return { path: { itemId } };
    },
  },
  {
    names: 'importId',
    make: async (table) => {
      const load = { importId: `imp_${anId()}`, memberId: OWNER, fileName: 'x.mrc', bytes: 1, createdAt: MADE };
      await importStore(table).create(load);
      return { path: { importId: load.importId } };
    },
  },
  {
    names: 'staffId',
    make: async (table) => {
      const staffId = `stf_${anId()}`;
      const person = { staffId, name: 'x', email: `${staffId}@example.org`, memberId: OWNER, invited: true };
      await staffStore(table).add({ ...person, grants: [] }, audit());
      return { path: { staffId } };
    },
  },
  {
    names: 'clientId',
    make: async (table) => {
      const client = {
        clientId: `mch_${anId()}`,
        name: 'x',
        memberId: OWNER,
        branchId: BRANCH,
        scopes: [],
        createdAt: MADE,
      };
      await machineStore(table).add(client, 'a secret', audit());
      return { path: { clientId: client.clientId } };
    },
  },
  {
    names: 'batchId',
    ids: /^notices-/,
    make: async (table) => {
      const batch = { batchId: `ltr_${anId()}`, memberId: OWNER, madeAt: MADE, paper: 'A4' as const };
      await letterStore(table).begin(batch);
      return { path: { batchId: batch.batchId } };
    },
  },
  ...['loadId', 'loadId,runId'].map((names) => ({
    names,
    make: async (table: Table) => {
      const actor = await staffWithAllRoles(table, OWNER);
      const body = { name: 'x', purpose: 'patron-feed', mapping: { currency: 'EUR' } };
      const { loadId } = await asked(openLoad, { actor, path: { memberId: OWNER }, body });
      return { path: { loadId: String(loadId), runId: 'run_none' } };
    },
  })),
];

/** Returns what makes an object of cedar for an operation that finds it by these names; undefined when nothing does. */
export const makerOf = (id: string, names: readonly string[]): Maker | undefined =>
  makers.find((maker) => maker.names === names.join() && (maker.ids === undefined || maker.ids.test(id)))?.make;
