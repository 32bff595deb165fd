import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultNotices, type NoticesPolicy, noticesKind } from '../../../layers/records/policies/domain/notices.ts';
import { titlesIn } from '../../catalogue/public/titles.ts';
import { billStore } from '../../circulation/public/bill-store.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { memberStore } from '../../membership/public/member-store.ts';
import { patronStore } from '../../patrons/public/patron-store.ts';
import { citedTitle } from '../../resource-sharing/public/loan-document.ts';
import { loanDocumentStore } from '../../resource-sharing/public/loan-document-store.ts';
import { loanRequestStore } from '../../resource-sharing/public/loan-request-store.ts';
import { digestStore, noticeStore } from '../data/notice-store.ts';
import { noticeTextStore } from '../data/notice-text-store.ts';

/** All that notices work with, composed once a container. */
export const noticesHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const policies = policyStore(table);
  const members = memberStore(table);
  const requests = loanRequestStore(table);
  return {
    table,
    members,
    notices: noticeStore(table),
    digests: digestStore(table),
    texts: noticeTextStore(table),
    patrons: patronStore(table),
    items: itemStore(table),
    bills: billStore(table),
    documents: loanDocumentStore(table),
    branches: branchStore(table),
    titles: titlesIn(table),
    /** What a request of other libraries was for, in the words of its citation; undefined where only the record tells. */
    requestedTitle: async (requestId: string): Promise<string | undefined> =>
      citedTitle((await requests.load(requestId))?.request.citation),
    /** A member's name, out of a cache of a minute. */
    memberName: cachedFor(60_000, async (memberId: string) => (await members.get(memberId))?.name ?? memberId),
    /** Whom e-mail comes from; none is sent without. */
    sender: runtime.environment.maybe('NOTICE_SENDER'),
    /** What holds for notices now (epoch ms): as adopted, or the defaults. */
    policyAt: async (now: number): Promise<NoticesPolicy> =>
      (await policies.inForce(noticesKind, now))?.body ?? defaultNotices,
  };
};
export type NoticesHouse = ReturnType<typeof noticesHouse>;
