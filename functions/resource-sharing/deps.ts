import { addressLines } from '../../layers/kernel/text/address-lines.ts';
import { absent } from '../../layers/platform/dynamodb/condition.ts';
import { openTable, stamp } from '../../layers/platform/dynamodb/table.ts';
import { leadsToPrivate } from '../../layers/platform/http/outbound/post.ts';
import { reachOf } from '../../layers/platform/http/outbound/reach.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { queueNamed } from '../../layers/platform/queues/queue.ts';
import { iso } from '../../layers/platform/runtime/clock.ts';
import { partnerSecrets } from '../../layers/platform/runtime/partner-secrets.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { type Engine, openEngine } from '../../layers/platform/search/client.ts';
import { attemptStore } from '../../layers/records/attempts/data/attempt-store.ts';
import { ledgerStore } from '../../layers/records/ledger/data/ledger-store.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { defaultNotices, noticeSettingsOf, noticesKind } from '../../layers/records/policies/domain/notices.ts';
import { defaultPatrons, type PatronsPolicy, patronsKind } from '../../layers/records/policies/domain/patrons.ts';
import { familyOf } from '../catalogue/public/family-of.ts';
import { leadingMembers } from '../catalogue/public/leading-members.ts';
import { titlesIn } from '../catalogue/public/titles.ts';
import { circulationKinds } from '../circulation/public/circulation-kinds.ts';
import { circulationPolicies } from '../circulation/public/circulation-policies.ts';
import { holdsById } from '../circulation/public/holds-by-id.ts';
import { waitingHoldsIn } from '../circulation/public/load-waiting-holds.ts';
import { lostBillsOf } from '../circulation/public/lost-bill.ts';
import { openLoansOf } from '../circulation/public/open-loans.ts';
import { findCited } from '../discovery/public/find-cited.ts';
import { itemStore } from '../items/public/item-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { keys as patronsKeys } from '../patrons/public/keys.ts';
import { loadPatronStatus } from '../patrons/public/load-patron-status.ts';
import type { PatronStatus } from '../patrons/public/patron-status.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { borrowedItems } from './data/borrowed-items.ts';
import { copyrightStore } from './data/copyright-store.ts';
import { librarySymbolStore } from './data/library-symbol-store.ts';
import { loanDocumentStore } from './data/loan-document-store.ts';
import { loanMachine } from './data/loan-machine.ts';
import { loanReportStore } from './data/loan-report-store.ts';
import { loanRequestStore } from './data/loan-request-store.ts';
import { loanWorkReader } from './data/loan-work.ts';
import { partnerInbox } from './data/partner-inbox-store.ts';
import { partnerMessageStore } from './data/partner-message-store.ts';
import { partnerStore } from './data/partner-store.ts';
import { sharingPolicy } from './data/sharing-policy.ts';
import { supplyingPartners } from './data/supplying-partners.ts';
import { byRelevance } from './domain/items/reserved-item.ts';
import { hasEnded } from './domain/workflow/workflow.ts';
import type { PartnerPlace } from './use-cases/documents/places.ts';
import { loanItems } from './use-cases/item-moves/move-item.ts';
import type { FindCited } from './use-cases/resolve-wanted.ts';

/** Composes what most operations of resource sharing work with, once a container. */
export const resourceSharingDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const [items, holdsOf, patrons] = [itemStore(table), holdsById(table, byRelevance), patronStore(table)];
  const [branches, adopted] = [branchStore(table), policyStore(table)];
  const rules = async (now: number) => {
    const found = await Promise.all(circulationKinds.map((kind) => adopted.inForce(kind, now)));
    return circulationPolicies(
      found.filter((document) => document !== undefined),
      iso(now),
    );
  };
  const borrowed = borrowedItems(table);
  const [lostBills, openLoans] = [lostBillsOf(table), openLoansOf(items, branches)];
  const addLibrary = async (status: PatronStatus): Promise<void> => {
    const put = { ...patronsKeys.key('patronStatus', status), ...stamp('patronStatus', status.v), ...status };
    await table.write([{ put, when: absent() }]);
  };
  return {
    table,
    items,
    holdsOf,
    borrowed,
    patrons,
    branches,
    members: memberStore(table),
    /** Which members' records lead in which part of a union record. */
    leads: leadingMembers(table),
    requests: loanRequestStore(table),
    messages: partnerMessageStore(table),
    machine: loanMachine(runtime),
    copyright: copyrightStore(table),
    ledger: ledgerStore(table),
    newIds: runtime.ids,
    /** Lists the external libraries that may be asked. */
    supplyingPartners: () => supplyingPartners(table),
    /** Reads what a patron's loans say about further requests. */
    openLoans,
    copies: loanItems({
      ...{ items, holdsOf, patrons, branches, borrowed, lostBills, openLoans, policies: rules, addLibrary },
      waitingHolds: waitingHoldsIn(table),
      ids: runtime.ids,
    }),
    /** The policy of patrons in force at a time (epoch ms), or the default. */
    patronsPolicy: async (now: number): Promise<PatronsPolicy> =>
      (await adopted.inForce(patronsKind, now))?.body ?? defaultPatrons,
    /** The policies of circulation in force; undefined until the consortium has adopted them. */
    rules,
    /** The consortium's policy of sharing in force, or the default. */
    sharing: sharingPolicy(adopted),
  };
};
export type ResourceSharingDeps = ReturnType<typeof resourceSharingDeps>;

/** The dependencies of operations that look citations up: the search engine is opened with the first one. */
export const placingDeps = (runtime: Runtime) => {
  const deps = resourceSharingDeps(runtime);
  let engine: Engine | undefined;
  const find: FindCited = (citation, looking) => {
    engine ??= openEngine(runtime);
    return findCited({ ...deps, engine, family: familyOf(runtime) }, citation, looking);
  };
  return { ...deps, findCited: find };
};
export type PlacingDeps = ReturnType<typeof placingDeps>;

/** The dependencies for the exchange of messages with partners. */
export const messagingDeps = (runtime: Runtime) => {
  const deps = resourceSharingDeps(runtime);
  const { table } = deps;
  const search = { table, leads: deps.leads, engine: openEngine(runtime), family: familyOf(runtime) };
  const findOne: FindCited = (citation, looking) => findCited(search, citation, looking);
  return {
    ...deps,
    partners: partnerStore(table),
    symbols: librarySymbolStore(table),
    /** For how many days a message stays in the log once it is settled. */
    messageDays: async (now: number): Promise<number> => (await deps.sharing(now)).messageDays,
    secrets: partnerSecrets(runtime),
    reach: reachOf(runtime),
    queue: queueNamed(runtime, 'partner-messages'),
    engine: search.engine,
    family: search.family,
    findCited: findOne,
    clock: runtime.clock,
  };
};
export type MessagingDeps = ReturnType<typeof messagingDeps>;

/** Composes what receiving a partner's message takes: it is stored and confirmed, and processed later. */
export const receptionDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const requests = loanRequestStore(table);
  const isOver = async (requestId: string): Promise<boolean> => {
    const stored = await requests.load(requestId);
    return stored !== undefined && hasEnded(stored.request);
  };
  return {
    ...{ partners: partnerStore(table), symbols: librarySymbolStore(table), inbox: partnerInbox(table) },
    ...{ attempts: attemptStore(table), isOver, newIds: runtime.ids },
  };
};
export type ReceptionDeps = ReturnType<typeof receptionDeps>;

/** Composes what reading requests takes. */
export const readDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const patronStatus = (patronId: string) => loadPatronStatus(table, patronId);
  return {
    ...{ table, items: itemStore(table), requests: loanRequestStore(table), work: loanWorkReader(table) },
    ...{ titles: titlesIn(table), patronStatus },
  };
};
export type ReadDeps = ReturnType<typeof readDeps>;

/** Composes what waiting for the next event of a request takes. */
export const workflowDeps = (runtime: Runtime) => ({
  requests: loanRequestStore(openTable(runtime)),
  machine: loanMachine(runtime),
});

/** Composes what reading copies takes, and no more: somebody waits while a container starts. */
export const copyReadDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const policy = sharingPolicy(policyStore(table));
  return {
    requests: loanRequestStore(table),
    documents: loanDocumentStore(table),
    /** How long links last and what is stated about copyright, as adopted or by default. */
    copyRules: async (now: number) => (await policy(now)).copies,
  };
};
export type CopyReadDeps = ReturnType<typeof copyReadDeps>;

/** The dependencies with the files. */
export const copyDeps = (runtime: Runtime) => ({ ...copyReadDeps(runtime), bucket: openBucket(runtime) });
export type CopyDeps = ReturnType<typeof copyDeps>;

/** The dependencies with files and titles, for uploads. */
export const uploadDeps = (runtime: Runtime) => ({ ...copyDeps(runtime), titles: titlesIn(openTable(runtime)) });
export type UploadDeps = ReturnType<typeof uploadDeps>;

/** Composes what sending a copy takes, or handing it to the patron. `site` is the address at which people reach us. */
export const deliveryDeps = (runtime: Runtime) => {
  const deps = resourceSharingDeps(runtime);
  const documents = loanDocumentStore(deps.table);
  return { ...deps, documents, bucket: openBucket(runtime), site: () => siteAddress(runtime) };
};
export type DeliveryDeps = ReturnType<typeof deliveryDeps>;

/** Composes what printing slips takes. */
export const slipDeps = (runtime: Runtime) => {
  const deps = resourceSharingDeps(runtime);
  const [partners, policies] = [partnerStore(deps.table), policyStore(deps.table)];
  return {
    ...deps,
    titles: titlesIn(deps.table),
    /** The place of a registered partner: its loans go back there. */
    partner: async (partnerId: string): Promise<PartnerPlace | undefined> => {
      const known = await partners.get(partnerId);
      if (known === undefined) return undefined;
      const [name = '', ...address] = addressLines(known.name, known.postalAddress ?? '');
      return { name, address };
    },
    bucket: openBucket(runtime),
    /** Reads the paper and the language in which a member prints: those of its letters. */
    printSettings: async (memberId: string, now: number) => {
      const policy = (await policies.inForce(noticesKind, now))?.body ?? defaultNotices;
      const { language, letters } = noticeSettingsOf(policy, memberId);
      return { paper: letters.paper, language };
    },
  };
};
export type SlipDeps = ReturnType<typeof slipDeps>;

/** Composes what reading partners takes, or changing them without their secrets. */
export const partnerDeps = (runtime: Runtime) => ({ partners: partnerStore(openTable(runtime)) });

/** The dependencies with the secrets that authenticate us at partners. */
export const partnerSecretDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    ...{ partners: partnerStore(table), secrets: partnerSecrets(runtime), reach: reachOf(runtime) },
    leadsToPrivate: (address: string) => leadsToPrivate(address, reachOf(runtime)),
    ...{ requests: loanRequestStore(table), messages: partnerMessageStore(table) },
  };
};
export type PartnerSecretDeps = ReturnType<typeof partnerSecretDeps>;

/** Composes what reading the log of messages takes, or sending one again. */
export const messageLogDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { requests: loanRequestStore(table), messages: partnerMessageStore(table) };
};
export type MessageLogDeps = ReturnType<typeof messageLogDeps>;

/** Composes what reading the copies that count for copyright takes. */
export const copyrightDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { copies: copyrightStore(table), sharing: sharingPolicy(policyStore(table)) };
};

/** Composes what reports take. */
export const reportDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { reports: loanReportStore(table), directory: () => readDirectory(table) };
};
export type ReportDeps = ReturnType<typeof reportDeps>;

/** Composes what listing and setting the symbols of libraries takes. */
export const symbolDeps = (runtime: Runtime) => ({ symbols: librarySymbolStore(openTable(runtime)) });
