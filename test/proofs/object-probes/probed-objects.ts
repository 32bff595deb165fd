import { importStore } from '../../../functions/catalogue/data/import-store.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as addItem } from '../../../functions/catalogue/operations/add-item/handler.ts';
import { handler as mergeRecords } from '../../../functions/catalogue/operations/merge-records/handler.ts';
import { handler as openInventory } from '../../../functions/catalogue/operations/open-inventory/handler.ts';
import { handler as previewItems } from '../../../functions/catalogue/operations/preview-item-changes/handler.ts';
import { deviceTransactionStore } from '../../../functions/circulation/data/device-transaction-store.ts';
import { collectionStore } from '../../../functions/digital-lending/data/collection-store.ts';
import { handler as createScenario } from '../../../functions/finance/operations/create-scenario/handler.ts';
import { amendmentStep } from '../../../functions/governance/data/amendment-store.ts';
import { consortiumProposalStore } from '../../../functions/governance/data/consortium-proposal-store.ts';
import { newProposal } from '../../../functions/governance/data/proposal-store.ts';
import type { ConsortiumProposal } from '../../../functions/governance/domain/consortium-proposals/consortium-proposal.ts';
import { deskStore } from '../../../functions/membership/data/desk-store.ts';
import { machineStore } from '../../../functions/membership/data/machine-store.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import { letterStore } from '../../../functions/notices/data/letter-store.ts';
import { handler as openLoad } from '../../../functions/onboarding/operations/open-load/handler.ts';
import { handler as previewPatrons } from '../../../functions/patrons/operations/preview-batch/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { courseStore } from '../../../functions/teaching/data/course-store.ts';
import { schoolStore } from '../../../functions/teaching/data/school-store.ts';
import { handler as loadRoster } from '../../../functions/teaching/operations/load-roster/handler.ts';
import { handler as setTeachers } from '../../../functions/teaching/operations/set-class-teachers/handler.ts';
import { handler as setSchool } from '../../../functions/teaching/operations/set-school/handler.ts';
import { type Grant, roles } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { aDevice } from '../../builders/desks.ts';
import { aCopy } from '../../builders/lending.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { consortiumStaff, patron, staffAt } from '../../builders/people.ts';
import { crashScenarios } from '../crash-points/scenarios.ts';
import { isAsking } from '../crash-points/through.ts';
import { aWebhook } from '../crash-points/webhooks.ts';
import { aHoldOn, asked, MADE } from '../crash-points/world.ts';
import type { Maker, ProbedObject } from './probed-object.ts';
import { paymentMakers } from './probed-payments.ts';
import { aCopyOfArticle, aLoanRequest, aReader, loanRequestMakers } from './probed-requests.ts';

export const OWNER = 'cedar';
export const BRANCH = 'cedar.main';
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
export const anId = (): string => {
  serial += 1;
  return `p${serial}`;
};

const aDeviceTransaction: Maker = async (table) => {
  const transactionId = `sip2-${anId()}`;
  const about = { branchId: BRANCH, transactionId, state: 'refused' as const, kind: 'check-in' as const, codes: [] };
  await deviceTransactionStore(table).save({ ...about, reportedAt: MADE, machineId: 'mch_1', device: 'Sorter', v: 1 });
  return { path: { transactionId } };
};

/** A record of cedar with a copy, as loaded: its source, its union record. */
export const aRecord = async (table: Table) => {
  const id = anId();
  await loadBytes(table, OWNER, fileOf([{ id, title: `Probe ${id}`, author: `Author ${id}` }]));
  const sourceId = `${OWNER}:${id}`;
  const source = await table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
  return { sourceId, recordId: String(source?.recordId) };
};

/** The request of a crash test; undefined when it has none that a caller makes. */
export const ofScenario = (id: string): Maker | undefined => {
  const all = crashScenarios[id];
  const [scenario] = typeof all === 'object' ? all : [];
  if (!scenario || !isAsking(scenario)) return undefined;
  return async (table) => {
    const { path, body, actor } = await scenario.prepare(table);
    return {
      ...(path && { path }),
      ...(typeof body === 'object' && body !== null && { body }),
      ...(actor && { actor }),
      ...(scenario.when !== undefined && { when: scenario.when }),
    };
  };
};

/** The same of an operation that has one. */
export const scenarioOf = async (table: Table, id: string): Promise<ProbedObject> => {
  const make = ofScenario(id);
  if (!make) throw new Error(`${id} has no scenario.`);
  return make(table);
};

const aPatronOfOwner: Maker = async (table) => ({ path: { patronId: (await aReader(table)).patronId } });

/** Two patrons of cedar, of whom a desk says something. */
const twoPatrons: Maker = async (table) => {
  const [{ patronId }, { patronId: otherId }] = [await aReader(table), await aReader(table)];
  return { path: { patronId }, body: { branchId: BRANCH, otherId } };
};

/** A dependant of a patron of cedar, whose guardian sees its loans. */
const aDependant: Maker = async (table) => {
  const { patronId: guarantorId } = await aReader(table);
  const person = { name: { family: 'Okafor', given: 'Ada' }, birthDate: '2020-09-09' };
  const card = `2990000${anId()}`;
  const body = { branchId: BRANCH, card, category: 'child', expiresOn: '2099-12-31', person, guarantorId };
  const { patronId } = await asked(register, { actor: await staffWithAllRoles(table, OWNER), body });
  return { path: { patronId: String(patronId) }, actor: patron(guarantorId, OWNER) };
};

const aHold: Maker = async (table) => ({ path: (await aHoldOn(table, await aCopy(table, { branchId: BRANCH }))).path });

/** Staff of a member without a role. Returns the id. */
export const aColleague = async (table: Table, memberId = OWNER): Promise<string> => {
  const staffId = `stf_${anId()}`;
  const person = { staffId, name: 'x', email: `${staffId}@example.org`, memberId, invited: true };
  await staffStore(table).add({ ...person, grants: [] }, audit());
  return staffId;
};

/** Two holds, and the order that moves the first one back: both are placed at one instant, so their ids order them. */
export const aQueue: Maker = async (table) => {
  const copy = await aCopy(table);
  const [first, second] = [await aHoldOn(table, copy), await aHoldOn(table, copy)];
  const order = [first.path.holdId, second.path.holdId].toSorted().toReversed();
  return { path: { recordId: first.path.recordId }, body: { branchId: BRANCH, order, comment: 'A probe' } };
};

/** A course of a member, in a term. */
export const aCourse = async (table: Table, memberId = OWNER): Promise<string> => {
  const term = { memberId, termId: 'spring', name: 'Spring', startsOn: '2026-02-01', endsOn: '2026-05-31' };
  await courseStore(table).setTerm(term);
  const courseId = `crs_${anId()}`;
  const place = { memberId, branchId: `${memberId}.main`, termId: 'spring' };
  await courseStore(table).create({ ...place, courseId, code: courseId, title: 'x', sections: [], instructors: [] });
  return courseId;
};

const anInventory: Maker = async (table) => {
  const actor = await staffWithAllRoles(table, OWNER);
  const body = { location: `Shelf ${anId()}` };
  const { inventoryId } = await asked(openInventory, { actor, path: { branchId: BRANCH }, body });
  return { path: { inventoryId: String(inventoryId) } };
};

/** A class of cedar with a pupil. */
const aClass = async (table: Table) => {
  const actor = await staffWithAllRoles(table, OWNER);
  const classId = anId();
  const grades = [{ grade: '5', category: 'child' }];
  const scheme = { branchId: BRANCH, grades, leavers: { become: 'category', category: 'adult' } };
  await asked(setSchool, { actor, path: { memberId: OWNER }, body: scheme });
  const named = { id: `N-${classId}`, name: { family: 'Okafor' }, birthDate: '2015-05-05', card: `2990${classId}` };
  const body = { dryRun: false, expiresOn: '2030-07-31', lines: [{ ...named, grade: '5', class: classId }] };
  await asked(loadRoster, { actor, path: { branchId: BRANCH }, body });
  const [pupil] = await schoolStore(table).pupilsIn(OWNER, classId);
  return { actor, classId, pupilId: pupil?.patronId ?? '' };
};

/** A class with a teacher, who asks. */
const aTaughtClass: Maker = async (table) => {
  const { actor, classId } = await aClass(table);
  const { patronId } = await aReader(table);
  await asked(setTeachers, { actor, path: { branchId: BRANCH, classId }, body: { teachers: [patronId] } });
  return { path: { memberId: OWNER, classId }, actor: patron(patronId, OWNER) };
};

const twoRecords = async (table: Table) => {
  const [one, other] = [await aRecord(table), await aRecord(table)];
  return { one, other, path: { recordId: one.recordId } };
};

const aDecision: Maker = async (table) => {
  const { path, other } = await twoRecords(table);
  const body = { with: other.recordId, reason: 'A probe' };
  const { decisionId } = await asked(mergeRecords, { actor: await staffWithAllRoles(table, OWNER), path, body });
  return { path: { decisionId: String(decisionId) } };
};

const aBatch: Maker = async (table) => {
  const { barcode } = await aCopy(table, { branchId: BRANCH });
  const body = { items: { barcodes: [barcode] }, change: { location: 'Annex' } };
  const actor = await staffWithAllRoles(table, OWNER);
  const { batchId } = await asked(previewItems, { actor, path: { memberId: OWNER }, body });
  return { path: { batchId: String(batchId) } };
};

const aPatronBatch: Maker = async (table) => {
  const body = { patrons: { filter: { category: 'adult' } }, change: { expiresOn: '2099-12-31' }, reason: 'A probe' };
  const actor = await staffWithAllRoles(table, OWNER);
  const { batch } = await asked(previewPatrons, { actor, path: { memberId: OWNER }, body });
  return { path: { batchId: (batch as { batchId: string }).batchId } };
};

const aLoad = async (table: Table) => {
  const body = { name: 'x', purpose: 'patron-feed', mapping: { currency: 'EUR' } };
  const actor = await staffWithAllRoles(table, OWNER);
  const { loadId } = await asked(openLoad, { actor, path: { memberId: OWNER }, body });
  return { loadId: String(loadId), runId: 'run_none' };
};

/** A draft of the consortium, which no member sees. */
const aScenario: Maker = async () => {
  const actor = consortiumStaff('finance-preparer');
  const { body = {} } = createScenario.contract.example;
  const { scenarioId } = await asked(createScenario, { actor, body });
  return { path: { scenarioId: String(scenarioId) }, actor };
};

const someOfList: Maker = (table) => scenarioOf(table, 'discovery-remove-title');

/** How the object of an operation is made, where neither a crash test nor the names of its path say it. */
/** A proposed change of rules of cedar, which its owner declines. */
const aProposal: Maker = async (table) => {
  const path = { memberId: OWNER, proposalId: systemIds.next('proposal', Date.parse(MADE)) };
  const after = { id: 'probe', setBy: OWNER, when: {}, values: { renewals: 1 } };
  const proposed = { by: 'staff:stf_x', at: MADE };
  const rest = {
    state: 'waiting' as const,
    changes: [{ after }],
    reason: 'A probe',
    follows: 1,
    authorId: 'stf_x',
    v: 1,
  };
  await table.write([newProposal({ ...path, ...rest, proposed })]);
  return { path, body: { step: 'decline', v: 1, reason: 'A probe' } };
};

/** A draft of cedar, on which the members are to vote. */
export const aConsortiumProposal = async (table: Table, over: Partial<ConsortiumProposal> = {}): Promise<string> => {
  const act = { by: 'staff:stf_x', at: MADE };
  const proposalId = systemIds.next('consortium-proposal', Date.parse(MADE));
  const text = { number: 1, hash: 'a'.repeat(64), supporters: [] };
  const proposal: ConsortiumProposal = {
    ...{ proposalId, title: 'A probe', state: 'draft', memberId: OWNER, proposed: act, text, v: 1, ...over },
    ...(over.state === 'open' && { opened: act }),
  };
  const written = { proposalId, number: 1, title: 'A probe', text: 'A probe', hash: text.hash, ...act };
  const line = { subject: `proposal:${proposalId}`, auditId: anId(), did: 'write-proposal', detail: {}, ...act };
  await consortiumProposalStore(table).putText(proposal, written, line);
  return proposalId;
};

const aDraft: Maker = async (table) => ({
  path: { proposalId: await aConsortiumProposal(table) },
  body: { step: 'withdraw', v: 1 },
});

/** An amendment by cedar of a draft of its own. */
const anAmendment: Maker = async (table) => {
  const proposalId = await aConsortiumProposal(table);
  const amendmentId = systemIds.next('amendment', Date.parse(MADE));
  const amendment = {
    ...{ amendmentId, title: 'A probe', reason: 'A probe', number: 1, changes: [], text: 'Another text.' },
    ...{ memberId: OWNER, state: 'evaluating' as const, proposed: { by: 'staff:stf_x', at: MADE }, v: 1 },
  };
  await table.write([amendmentStep(proposalId, amendment)]);
  return { path: { proposalId, amendmentId }, body: { step: 'withdraw', v: 1 } };
};

const makersById: Readonly<Record<string, Maker>> = {
  'digital-lending-set-collection': async (table) => {
    const collectionId = `c${anId()}`;
    const of = (memberId: string) => ({
      ...{ name: 'E-books', vendor: 'opds' as const, address: `https://palace.example.org/${collectionId}` },
      ...{ memberId, members: [memberId] },
    });
    await collectionStore(table).save(undefined, { ...of(OWNER), collectionId, changedAt: MADE, v: 0 }, []);
    const path = { collectionId };
    const asked = { path, body: { collection: of('elm'), version: 1 } };
    return { actor: staffAt(OWNER, 'member-admin'), path, body: { collection: of(OWNER), version: 1 }, asked };
  },
  ...loanRequestMakers,
  ...paymentMakers,
  'catalogue-get-item-batch': aBatch,
  'catalogue-run-item-batch': aBatch,
  'patrons-get-batch': aPatronBatch,
  'patrons-run-batch': aPatronBatch,
  'catalogue-mark-distinct': async (table) => {
    const { path, other } = await twoRecords(table);
    return { path, body: { from: other.recordId, reason: 'A probe' } };
  },
  'catalogue-merge-records': async (table) => {
    const { path, other } = await twoRecords(table);
    return { path, body: { with: other.recordId, reason: 'A probe' } };
  },
  'catalogue-set-retention': async (table) => {
    const { sourceId } = await aRecord(table);
    const body = { sourceId, barcode: `39100${anId()}`, branchId: BRANCH };
    const actor = await staffWithAllRoles(table, OWNER);
    const { itemId } = await asked(addItem, { actor, path: { memberId: OWNER }, body });
    return { path: { itemId: String(itemId) } };
  },
  'catalogue-split-record': async (table) => {
    const { path, other, one } = await twoRecords(table);
    const body = { with: other.recordId, reason: 'A probe' };
    await asked(mergeRecords, { actor: await staffWithAllRoles(table, OWNER), path, body });
    return { path, body: { leaving: [one.sourceId], reason: 'A probe' } };
  },
  'circulation-reorder-holds': aQueue,
  'circulation-show-dependant': aDependant,
  'discovery-export-list': someOfList,
  'discovery-show-list': someOfList,
  'finance-show-scenario': aScenario,
  'onboarding-add-file': async (table) => ({
    path: await aLoad(table),
    body: { kind: 'patrons', fileName: 'patrons.csv', bytes: 120, control: { records: 2 } },
  }),
  'onboarding-set-mapping': async (table) => ({ path: await aLoad(table), body: { mapping: { currency: 'EUR' } } }),
  'patrons-mark-distinct': twoPatrons,
  'governance-decide-proposal': aProposal,
  'analytics-simulate-proposal': async (table) => ({ ...(await aDraft(table)), body: { v: 1 } }),
  'governance-show-consortium-proposal': aDraft,
  'governance-step-consortium-proposal': aDraft,
  'governance-amend-consortium-proposal': async (table) => ({
    ...(await aDraft(table)),
    body: { number: 1, title: 'A probe', reason: 'A probe', text: 'Another text.', memberId: OWNER },
  }),
  'governance-settle-amendment': anAmendment,
  'governance-set-second-person': async () => ({ path: { memberId: OWNER } }),
  'patrons-merge-patrons': twoPatrons,
  'resource-sharing-count-work': async () => ({ path: { memberId: OWNER } }),
  'teaching-get-pupil': async (table) => ({ path: { patronId: (await aClass(table)).pupilId } }),
  'teaching-lend-class-set': async (table) => ({
    path: { classId: (await aClass(table)).classId },
    body: { items: [(await aCopy(table)).barcode] },
  }),
  'teaching-my-class': aTaughtClass,
};

const makersByNames: Readonly<Record<string, Maker>> = {
  batchId: async (table) => {
    const batch = { batchId: `ltr_${anId()}`, memberId: OWNER, madeAt: MADE, paper: 'A4' as const };
    await letterStore(table).begin(batch);
    return { path: { batchId: batch.batchId } };
  },
  classId: async (table) => ({ path: { classId: (await aClass(table)).classId } }),
  clientId: async (table) => {
    const client = { clientId: `mch_${anId()}`, name: 'x', memberId: OWNER, branchId: BRANCH, createdAt: MADE };
    await machineStore(table).add({ ...client, scopes: ['self-check'] }, 'a secret', audit());
    return { path: { clientId: client.clientId } };
  },
  courseId: async (table) => ({ path: { courseId: await aCourse(table) } }),
  decisionId: aDecision,
  invoiceId: async (table) => ({ path: (await scenarioOf(table, 'acquisitions-step-invoice')).path ?? {} }),
  subscriptionId: async (table) => ({ path: (await scenarioOf(table, 'acquisitions-predict-issues')).path ?? {} }),
  purchaseId: async (table) => ({ path: (await scenarioOf(table, 'acquisitions-undo-purchase')).path ?? {} }),
  orderId: async (table) => ({ path: (await scenarioOf(table, 'acquisitions-step-order')).path ?? {} }),
  deskId: async (table) => {
    const desk = { deskId: `dsk_${anId()}`, name: 'x', memberId: OWNER, branchId: BRANCH, lockMinutes: 5 };
    await deskStore(table).add({ ...desk, enrolledAt: MADE, publicKey: aDevice().publicKey }, audit());
    return { path: { deskId: desk.deskId } };
  },
  transactionId: aDeviceTransaction,
  documentId: (table) => aCopyOfArticle(table, 'delivered'),
  holdId: aHold,
  importId: async (table) => {
    const load = { importId: `imp_${anId()}`, memberId: OWNER, fileName: 'x.mrc', bytes: 1, createdAt: MADE };
    await importStore(table).create(load);
    return { path: { importId: load.importId } };
  },
  inventoryId: anInventory,
  itemId: async (table) => ({ path: { itemId: (await aCopy(table, { branchId: BRANCH })).itemId } }),
  loadId: async (table) => ({ path: await aLoad(table) }),
  'loadId,runId': async (table) => ({ path: await aLoad(table) }),
  requestId: async (table) => ({ path: { requestId: await aLoanRequest(table) } }),
  sourceId: async (table) => ({ path: { sourceId: (await aRecord(table)).sourceId } }),
  webhookId: async (table) => {
    const webhookId = systemIds.next('webhook', Date.parse(MADE));
    await aWebhook(table, OWNER, webhookId);
    return { path: { webhookId } };
  },
  staffId: async (table) => ({ path: { staffId: await aColleague(table) } }),
};

/** Returns what makes an object of cedar for an operation that finds it by these names; undefined when nothing does. */
export const makerOf = (id: string, names: readonly string[]): Maker | undefined =>
  // Crash tests register patrons with a PIN, which takes long.
  makersById[id] ?? (names.join() === 'patronId' ? aPatronOfOwner : ofScenario(id)) ?? makersByNames[names.join()];
