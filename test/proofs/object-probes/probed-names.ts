import { schoolStore } from '../../../functions/teaching/data/school-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aDevice } from '../../builders/desks.ts';
import { aBorrower, aCopy } from '../../builders/lending.ts';
import { PARTNER } from '../../builders/outside-loans.ts';
import { staffAt } from '../../builders/people.ts';
import { outside } from '../crash-points/between.ts';
import { callOfStep } from '../crash-points/sharing.ts';
import { aBill } from '../crash-points/world.ts';
import type { Maker, ProbedObject } from './probed-object.ts';
import {
  aColleague,
  aConsortiumProposal,
  aCourse,
  anId,
  aQueue,
  aRecord,
  BRANCH,
  OWNER,
  ofScenario,
  scenarioOf,
} from './probed-objects.ts';
import { aPaymentOfBill } from './probed-payments.ts';
import { aCopyOfArticle, aLoanRequest, aReader } from './probed-requests.ts';

/** The library of those who ask for what is not theirs. */
export const STRANGER = 'elm';

/** A request about a bill, and the same about a bill of another patron. */
const ofBill =
  (id: string): Maker =>
  async (table) => {
    const own = await scenarioOf(table, id);
    const { patron } = await aBill(table);
    const { actor } = own;
    return { ...own, asked: { ...(actor && { actor }), body: { ...own.body, patron: patron.card } } };
  };

/** A supply or a delivery of a scan, and the same of the scan of another request. */
const ofScan =
  (stage: 'uploaded' | 'supplied'): Maker =>
  async (table) => {
    const [own, other] = [await aCopyOfArticle(table, stage), await aCopyOfArticle(table, 'uploaded')];
    const { actor } = own;
    const { documentId } = other.body as { documentId: string };
    return { ...own, asked: { ...(actor && { actor }), body: { ...own.body, documentId } } };
  };

/** A change of the roles of staff of cedar, and the same of staff of another library. */
const ofRole: Maker = async (table) => {
  const body = { grant: { role: 'desk', scope: 'branch', branch: BRANCH }, reason: 'A probe' };
  const [own, other] = [await aColleague(table), await aColleague(table, STRANGER)];
  return { path: { staffId: own }, body, asked: { path: { staffId: other }, body } };
};

/** The withdrawal of an invitation of cedar, and the same of one of another library. */
const ofInvitation: Maker = async (table) => {
  const [own, other] = [await aColleague(table), await aColleague(table, STRANGER)];
  const body = { memberId: OWNER };
  return { path: { staffId: own }, body, asked: { path: { staffId: other }, body: { memberId: STRANGER } } };
};

/** What is put on the list of a course of cedar, and the same for a course of another library. */
const ofCourse = async (table: Table, body: object): Promise<ProbedObject> => {
  const [own, other] = [await aCourse(table), await aCourse(table, STRANGER)];
  const place = { location: 'Reserve desk', category: 'reserve-2h' };
  return {
    path: { courseId: own },
    body: { branchId: BRANCH, ...place, ...body },
    asked: { path: { courseId: other }, body: { branchId: `${STRANGER}.main`, ...place, ...body } },
  };
};

/** An event at a branch of cedar, announced by it and by another library. */
const ofEvent: Maker = async () => {
  const body = { picks: [], events: [{ branchId: BRANCH, title: 'A probe', day: '2126-05-01', from: '10:00' }], v: 0 };
  return { path: { memberId: OWNER }, body, asked: { path: { memberId: STRANGER }, body } };
};

const ofMember = async (): Promise<ProbedObject> => ({ query: { memberId: OWNER } });

/** How a request that names what is cedar's is made, where no crash test has one. */
const makers: Readonly<Record<string, Maker>> = {
  'governance-write-consortium-proposal': async (table) => ({
    body: { proposalId: await aConsortiumProposal(table), v: 1, title: 'A probe', text: 'Another text.' },
  }),
  'governance-step-consortium-proposal': async (table) => {
    const path = { proposalId: await aConsortiumProposal(table, { state: 'open' }) };
    const body = { step: 'support', v: 1, memberId: OWNER, number: 1 };
    return { path, body, asked: { path, body } };
  },
  'governance-remark-on-consortium-proposal': async (table) => {
    const path = { proposalId: await aConsortiumProposal(table, { state: 'open' }) };
    const body = { kind: 'comment', text: 'A probe', memberId: OWNER };
    return { path, body, asked: { path, body } };
  },
  'governance-amend-consortium-proposal': async (table) => {
    const path = { proposalId: await aConsortiumProposal(table, { state: 'open' }) };
    const body = { number: 1, title: 'A probe', reason: 'A probe', text: 'Another text.', memberId: OWNER };
    return { path, body, asked: { path, body } };
  },
  'analytics-show-today': async () => ({ query: { branch: BRANCH } }),
  'catalogue-add-item': async (table) => ({
    body: { sourceId: (await aRecord(table)).sourceId, barcode: `39000${anId()}`, branchId: BRANCH },
  }),
  'catalogue-offer-last-copy': async (table) => ({
    body: { itemId: (await aCopy(table, { branchId: BRANCH })).itemId },
  }),
  'catalogue-preview-item-changes': async () => ({
    body: { items: { branchId: BRANCH }, change: { location: 'Annex' } },
  }),
  'catalogue-preview-item-mapping': async () => ({
    body: { mapping: { dialect: 'koha-952', branchMap: { MAIN: BRANCH } }, records: 'MDAyNDFuYW0=' },
  }),
  'catalogue-set-item-mapping': async () => ({ body: { dialect: 'symphony-999', branchMap: { MAIN: BRANCH } } }),
  'catalogue-set-item-template': async () => ({ body: { name: 'DVD', defaults: { branchId: BRANCH } } }),
  'catalogue-set-visibility': async (table) => ({
    body: { what: { sourceId: (await aRecord(table)).sourceId }, hiddenFrom: ['public'], reason: 'A probe' },
  }),
  'catalogue-set-work-decision': async (table) => ({
    body: { sourceId: (await aRecord(table)).sourceId, work: { stands: 'alone' }, reason: 'A probe' },
  }),
  'catalogue-show-visibility': async (table) => ({ query: { sourceId: (await aRecord(table)).sourceId } }),
  'catalogue-take-copy': async (table) => ({
    path: { itemId: (await aCopy(table)).itemId },
    body: { sourceId: (await aRecord(table)).sourceId, branchId: BRANCH, location: 'Stacks' },
  }),
  'circulation-list-closings': async (table) => {
    const { path: { branchId = '', closingId = '' } = {}, actor } = await scenarioOf(table, 'circulation-run-closing');
    return { path: { branchId }, query: { closingId }, ...(actor && { actor }) };
  },
  'circulation-pay-bill': ofBill('circulation-pay-bill'),
  'circulation-refund-credit': ofBill('circulation-refund-credit'),
  'circulation-renew': async (table) => {
    const own = await scenarioOf(table, 'circulation-renew');
    const { actor } = await aBorrower(table);
    const { item } = own.body as { item: string };
    return { ...own, asked: { actor, body: { item } } };
  },
  'circulation-reorder-holds': aQueue,
  'discovery-set-home': ofEvent,
  'payments-start-payment': aPaymentOfBill,
  'finance-settle-partner': async (table) => {
    const requestId = await aLoanRequest(table);
    await outside.ask(requestId);
    const owed = { settles: 'owes', currency: 'EUR', amount: 100 };
    return { body: { memberId: OWNER, partnerId: PARTNER, ...owed, requestId } };
  },
  'membership-create-branch': async () => {
    const calendar = { timeZone: 'Europe/Berlin', weekly: {}, closures: [] };
    return { body: { branchId: `${OWNER}.annex`, name: 'x', address: '1 Mill Street', pickup: true, calendar } };
  },
  'membership-create-machine-client': async () => ({
    body: { name: 'x', memberId: OWNER, branchId: BRANCH, scopes: ['self-check'] },
  }),
  'membership-enrol-desk': async () => ({
    body: { name: 'x', memberId: OWNER, branchId: BRANCH, lockMinutes: 5, publicKey: aDevice().publicKey },
  }),
  'membership-give-role': ofRole,
  'membership-list-invitations': ofMember,
  'membership-withdraw-invitation': ofInvitation,
  'membership-withdraw-role': ofRole,
  'patrons-edit-patron': async (table) => {
    const { patronId } = await aReader(table, `${STRANGER}.main`);
    const { patronId: own } = await aReader(table);
    const person = { name: { family: 'Okafor', given: 'Amara' } };
    const body = { branchId: BRANCH, version: 1, person, homeBranch: BRANCH };
    return {
      path: { patronId: own },
      body,
      asked: { path: { patronId }, body: { ...body, branchId: `${STRANGER}.main` } },
    };
  },
  'patrons-merge-patrons': async (table) => {
    const { patronId } = await aReader(table, `${STRANGER}.main`);
    const [own, other] = [await aReader(table), await aReader(table)];
    const body = { branchId: BRANCH, otherId: other.patronId };
    const asked = { path: { patronId }, body: { ...body, branchId: `${STRANGER}.main` } };
    return { path: { patronId: own.patronId }, body, asked };
  },
  'patrons-give-proxy': async (table) => {
    const [{ patronId }, { card }] = [await aReader(table), await aReader(table)];
    return { body: { branchId: BRANCH, patronId, card, until: '2026-12-31', may: ['collect'] } };
  },
  'patrons-preview-batch': async () => ({
    body: { patrons: { filter: { category: 'adult' } }, change: { homeBranch: BRANCH }, reason: 'A probe' },
  }),
  'patrons-register-patron': async () => {
    const person = { name: { family: 'Okafor', given: 'Amara' }, birthDate: '1987-03-14' };
    const terms = { card: `2980000${anId()}`, category: 'adult', expiresOn: '2099-12-31', person };
    return { body: { branchId: BRANCH, homeBranch: BRANCH, ...terms } };
  },
  'patrons-withdraw-proxy': async (table) => {
    const [{ patronId }, { patronId: proxyId }] = [await aReader(table), await aReader(table)];
    return { body: { branchId: BRANCH, patronId, proxyId } };
  },
  'resource-sharing-deliver-copy': ofScan('supplied'),
  'resource-sharing-supply-copy': ofScan('uploaded'),
  'resource-sharing-list-requests': ofMember,
  'resource-sharing-report': ofMember,
  'resource-sharing-report-csv': ofMember,
  'resource-sharing-print-packing-slips': async (table) => {
    const { path } = await callOfStep(table, 'receive');
    const body = { requestIds: [path?.requestId] };
    return { path: { branchId: 'ash.main' }, body, actor: staffAt('ash.main', 'ill') };
  },
  'teaching-add-personal-copy': async (table) =>
    ofCourse(table, { sourceId: (await aRecord(table)).sourceId, barcode: `38000${anId()}` }),
  'teaching-put-on-reserve': async (table) =>
    ofCourse(table, { item: (await aCopy(table, { branchId: BRANCH })).barcode }),
  'teaching-set-class-teachers': async (table) => {
    const { patronId } = await aReader(table);
    const classId = anId();
    for (const memberId of [OWNER, STRANGER]) await schoolStore(table).ensureClass({ memberId, classId, grade: '5' });
    return { path: { classId }, body: { teachers: [patronId] } };
  },
  'teaching-set-school': async () => ({
    body: {
      branchId: BRANCH,
      grades: [{ grade: '5', category: 'child' }],
      leavers: { become: 'category', category: 'adult' },
    },
  }),
};

/** Returns what makes a request that names what is cedar's; undefined when nothing does. */
export const namerOf = (id: string): Maker | undefined => makers[id] ?? ofScenario(id);
