import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { openTextSender } from '../../layers/platform/queues/text-message.ts';
import { cachedFor } from '../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { defaultNotices, type NoticesPolicy, noticesKind } from '../../layers/records/policies/domain/notices.ts';
import { titlesIn } from '../catalogue/public/titles.ts';
import { billStore } from '../circulation/public/bill-store.ts';
import { readSearches } from '../discovery/public/read-searches.ts';
import { itemStore } from '../items/public/item-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { takesOnline } from '../payments/public/takes-online.ts';
import { citedTitle } from '../resource-sharing/public/loan-document.ts';
import { loanDocumentStore } from '../resource-sharing/public/loan-document-store.ts';
import { loanRequestStore } from '../resource-sharing/public/loan-request-store.ts';
import { letterStore } from './data/letter-store.ts';
import { noticeNumberStore } from './data/notice-number-store.ts';
import { digestStore, noticeStore } from './data/notice-store.ts';
import { noticeTextStore } from './data/notice-text-store.ts';
import type { SmsSender } from './use-cases/sms-sender.ts';

type Composed = Pick<Runtime, 'environment'>;

/** Composes the stores and settings for sending notices, once per container. */
export const noticesDeps = (runtime: Composed) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  const members = memberStore(table);
  const requests = loanRequestStore(table);
  const textNumber = runtime.environment.maybe('TEXT_NUMBER');
  const sms: SmsSender | undefined =
    textNumber === undefined ? undefined : openTextSender(textNumber, runtime.environment);
  return {
    table,
    members,
    notices: noticeStore(table),
    digests: digestStore(table),
    letters: letterStore(table),
    numbers: noticeNumberStore(table),
    texts: noticeTextStore(table),
    patrons: patronStore(table),
    items: itemStore(table),
    bills: billStore(table),
    documents: loanDocumentStore(table),
    branches: branchStore(table),
    titles: titlesIn(table),
    savedSearches: (patronId: string) => readSearches(table, patronId),
    /** Returns the title that an interlibrary request cites; undefined when only its record has one. */
    requestedTitle: async (requestId: string): Promise<string | undefined> =>
      citedTitle((await requests.load(requestId))?.request.citation),
    /** A member's name, cached for a minute. */
    memberName: cachedFor(60_000, async (memberId: string) => (await members.get(memberId))?.name ?? memberId),
    /** Whether a member's bills can be paid online, cached for a minute. */
    takesOnline: cachedFor(60_000, takesOnline(table)),
    /** Returns the public address of the site; undefined where the deployment has none. */
    site: async (): Promise<string | undefined> =>
      runtime.environment.maybe('SITE_PARAMETER') === undefined ? undefined : siteAddress(runtime),
    /** The sender of e-mail; without one none is sent. */
    sender: runtime.environment.maybe('NOTICE_SENDER'),
    /** Sends text messages; undefined where the deployment has no number for them. */
    sms,
    /** The notices policy in force at `now` (epoch ms), or the defaults. */
    policyAt: async (now: number): Promise<NoticesPolicy> =>
      (await policies.inForce(noticesKind, now))?.body ?? defaultNotices,
  };
};
export type NoticesDeps = ReturnType<typeof noticesDeps>;

/** Composes the dependencies of operations on batches of letters. */
export const letterDeps = (runtime: Composed) => ({ letters: letterStore(openTable(runtime)) });

/** Composes the dependencies for printing a batch of letters, including the bucket. */
export const printingDeps = (runtime: Composed) => ({ ...letterDeps(runtime), bucket: openBucket(runtime) });
export type PrintingDeps = ReturnType<typeof printingDeps>;
