import { vendorStore } from '../../../functions/acquisitions/data/vendor-store.ts';
import { handler as claimIssues } from '../../../functions/acquisitions/operations/claim-issues/handler.ts';
import { handler as predictIssues } from '../../../functions/acquisitions/operations/predict-issues/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as stepIssue } from '../../../functions/acquisitions/operations/step-issue/handler.ts';
import { handler as writeSubscription } from '../../../functions/acquisitions/operations/write-subscription/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { asked, MADE } from './world.ts';

const memberId = 'cedar';
const actor = staffAt(memberId, 'acquisitions');

let serial = 0;

/** A vendor, a record of the library, and an annual of which a few issues are predicted, as it is entered. */
const toSubscribe = async (table: Table) => {
  await withBranch(table, 'cedar.main');
  await loadBytes(table, memberId, fileOf([{ id: 'yearbook', title: 'Yearbook', author: 'Ada Brook' }]), {
    ...{ importId: 'imp_yearbook', now: Date.parse(MADE) },
  });
  const vendor = { name: 'Midwest', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  if (!(await vendorStore(table).get({ memberId, code: 'MIDWEST' })))
    await asked(setVendor, { actor, path: { memberId, code: 'MIDWEST' }, body: vendor });
  const pattern = {
    ...{ frequency: 'a', levels: [{ caption: 'no.', restarts: false }], dates: ['year'], language: 'en' },
  };
  const body = {
    ...{ branchId: 'cedar.main', title: 'Yearbook', vendor: 'MIDWEST', copies: 1, arrivesAfter: 0, routing: [] },
    ...{ claims: { after: 30, every: 30, most: 2 }, routingFirst: true, v: 0 },
    item: { sourceId: 'cedar:yearbook', location: '', callNumber: '', category: 'periodical' },
    series: { basic: { pattern, first: { on: '2025-12-01', numbers: [7] } } },
  };
  return { actor, path: { memberId }, body };
};

const aSubscription = async (table: Table): Promise<{ memberId: string; subscriptionId: string }> => {
  const { subscriptionId } = await asked(writeSubscription, await toSubscribe(table));
  return { memberId, subscriptionId: String(subscriptionId) };
};
const issueId = '2025-12-01.1.basic.1';

/** Subscriptions to serials and their issues. */
export const serialScenarios: Record<string, Scenarios> = {
  'acquisitions-write-subscription': [
    { what: 'a subscription with its first issues', handler: writeSubscription, prepare: toSubscribe },
  ],
  'acquisitions-predict-issues': [
    {
      what: 'two further issues',
      handler: predictIssues,
      prepare: async (table) => ({ actor, path: await aSubscription(table), body: { count: 2, v: 1 } }),
    },
  ],
  'acquisitions-step-issue': [
    {
      what: 'an issue that arrives, with an item and further predicted issues',
      handler: stepIssue,
      prepare: async (table) => {
        const path = await aSubscription(table);
        serial += 1;
        const step = { act: 'receive', copies: 1, barcodes: [`3${String(serial).padStart(13, '0')}`] };
        return { actor, path: { ...path, issueId }, body: { step, v: 1 } };
      },
    },
  ],
  'acquisitions-claim-issues': [
    {
      what: 'a late issue',
      handler: claimIssues,
      prepare: async (table) => {
        const { subscriptionId } = await aSubscription(table);
        return { actor, path: { memberId }, body: { issues: [{ subscriptionId, issueId }] } };
      },
    },
  ],
};
