import type { SQSRecord } from 'aws-lambda';
import { handler as changeTimedHolds } from '../../../functions/circulation/consumers/change-timed-holds/handler.ts';
import { handler as recordPastLoan } from '../../../functions/circulation/consumers/record-past-loan/handler.ts';
import { handler as runScheduledWork } from '../../../functions/circulation/consumers/run-scheduled-work/handler.ts';
import { handler as targetHolds } from '../../../functions/circulation/consumers/target-holds/handler.ts';
import { handler as wakeHolds } from '../../../functions/circulation/consumers/wake-holds/handler.ts';
import { keys as circulationKeys } from '../../../functions/circulation/data/keys.ts';
import { endedLoans } from '../../../functions/circulation/domain/loans/past-loan-event.ts';
import { handler as cancelHold } from '../../../functions/circulation/operations/cancel-hold/handler.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as suspendHold } from '../../../functions/circulation/operations/suspend-hold/handler.ts';
import { itemStore } from '../../../functions/items/data/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/data/keys.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { handler as receiveReplies } from '../../../functions/notices/consumers/receive-replies/handler.ts';
import { handler as sendNotice } from '../../../functions/notices/consumers/send-notice/handler.ts';
import { numberWrite } from '../../../functions/notices/data/notice-number-store.ts';
import { handler as relayFacts } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import { handler as erasePatrons } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { handler as processBatches } from '../../../functions/patrons/consumers/process-batches/handler.ts';
import { personItem } from '../../../functions/patrons/data/patron-store.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-erasure/handler.ts';
import { handler as advanceRequest } from '../../../functions/resource-sharing/consumers/advance-request/handler.ts';
import { handler as followItem } from '../../../functions/resource-sharing/consumers/follow-item/handler.ts';
import { handler as processPartnerMessages } from '../../../functions/resource-sharing/consumers/process-partner-messages/handler.ts';
import { LEASE_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Worker } from '../../../layers/platform/http/work.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { aCopy, at } from '../../builders/lending.ts';
import { aPatron } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { streamRecord } from '../../builders/stream-events.ts';
import { aCopyAhead, anAskedCopy, aWithdrawnItem } from './between.ts';
import { withFault } from './faults.ts';
import {
  aMessageToSend,
  aMessageTried,
  anUnaskedRequest,
  aReceivedRequest,
  aReportedLoan,
} from './partner-messages.ts';
import { aRunningBatch } from './patrons.ts';
import type { Scenarios } from './scenario.ts';
import { aHoldOn, aLoan, aPagedHold, asked, DESK, desk, LATE, MADE } from './world.ts';

const branchId = DESK;
const as = (worker: unknown) => worker as Worker<never, unknown>;
const batch = (...messages: unknown[]) => ({
  Records: messages.map((message, i) => ({ messageId: `m${i}`, body: JSON.stringify(message) }) as SQSRecord),
});
const stored = (table: Table, itemId: string) => table.get(itemsKeys.key('item', { itemId }), { strong: true });

/** Deliveries to consumers, with the reason for those that are proved elsewhere. */
export const consumerScenarios: Record<string, Scenarios> = {
  'circulation-target-holds': [
    {
      what: 'two holds and two copies',
      worker: as(targetHolds),
      prepare: async (table) => {
        const copy = await aCopy(table);
        const { recordId = '', sourceId } = copy;
        await aCopy(table, { recordId, sourceId });
        await aHoldOn(table, copy);
        await aHoldOn(table, copy);
        return batch({ recordId, cause: 'cedar' });
      },
    },
  ],
  'circulation-wake-holds': [
    {
      what: 'a page that timed out',
      worker: as(wakeHolds),
      when: LATE,
      prepare: async (table) => {
        await aPagedHold(table);
        return {};
      },
    },
  ],
  'circulation-change-timed-holds': [
    {
      what: 'a suspension that ends, and a copy that was not fetched while another patron waits',
      worker: as(changeTimedHolds),
      when: LATE,
      prepare: async (table) => {
        const { patron, path } = await aHoldOn(table, await aCopy(table));
        await asked(suspendHold, { actor: patron.actor, path, body: { until: '2026-03-20' } });
        const { copy } = await aPagedHold(table);
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
        await aHoldOn(table, copy);
        return {};
      },
    },
  ],
  'circulation-run-scheduled-work': [
    {
      what: 'a late loan, and one so late that it counts as lost',
      worker: as(runScheduledWork),
      when: LATE,
      prepare: async (table) => {
        for (const _ of [1, 2]) {
          const { copy } = await aLoan(table);
          const change = streamRecord(undefined, await stored(table, copy.itemId));
          await withFault(undefined, () =>
            relayFacts.using(at(MADE))({ Records: [change] }, { awsRequestId: 'lambda-1' }),
          );
        }
        return {};
      },
    },
    {
      what: 'a loan that its rule renews, and one for which a patron waits',
      worker: as(runScheduledWork),
      when: '2026-03-28T11:00:00.000Z',
      prepare: async (table) => {
        for (const isWanted of [false, true]) {
          const { copy } = await aLoan(table);
          const item = await itemStore(table).get(copy.itemId, { strong: true });
          if (item?.loan === undefined) throw new Error('The copy is not lent.');
          const loan = { ...item.loan, terms: { ...item.loan.terms, renew: 3 } };
          await table.write([{ put: itemRecord({ ...item, loan }) }]);
          if (isWanted) await aHoldOn(table, copy);
          const change = streamRecord(undefined, await stored(table, copy.itemId));
          await withFault(undefined, () =>
            relayFacts.using(at(MADE))({ Records: [change] }, { awsRequestId: 'lambda-1' }),
          );
        }
        return {};
      },
    },
  ],
  'outbox-relay-changes': [
    {
      what: 'a return that is captured for a hold, and a hold that is cancelled',
      worker: as(relayFacts),
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        await aHoldOn(table, copy);
        const lent = await stored(table, copy.itemId);
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
        const { patron, path } = await aHoldOn(table, await aCopy(table));
        const waiting = await table.get(circulationKeys.key('hold', path), { strong: true });
        await asked(cancelHold, { actor: patron.actor, path, body: {} });
        const records = [
          streamRecord(lent, await stored(table, copy.itemId)),
          streamRecord(waiting, await table.get(circulationKeys.key('hold', path), { strong: true })),
        ];
        return { Records: records };
      },
    },
  ],
  'circulation-record-past-loan': [
    {
      what: 'a loan that ended with a fine',
      worker: as(recordPastLoan),
      when: LATE,
      prepare: async (table) => {
        const { copy } = await aLoan(table);
        const before = await itemStore(table).get(copy.itemId, { strong: true });
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } }, LATE);
        const members = {};
        const closed = { name: 'loan-closed' as const, at: LATE, members };
        return batch(...endedLoans(before, [closed]));
      },
    },
  ],
  'notices-send-notice': [
    {
      what: 'a hold that is ready, by e-mail',
      worker: as(sendNotice),
      prepare: async (table) => {
        const { copy, hold, patron, path } = await aPagedHold(table);
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
        const { patronId } = patron;
        const person = { name: { family: 'Okafor', given: 'Amara' }, email: 'amara@example.org' };
        const known = { memberId: 'cedar', card: patron.card, registeredAt: MADE, v: 1 };
        await table.write([{ put: personItem({ patronId, person, ...known }) }]);
        const about = { patronId, branchId: DESK, recordId: path.recordId, holdId: hold.holdId, itemId: copy.itemId };
        return batch({ ...about, noticeId: 'ntc_1', kind: 'hold-ready', at: MADE, cause: 'cedar' });
      },
    },
  ],
  'notices-receive-replies': [
    {
      what: 'STOP in answer to a text message',
      worker: as(receiveReplies),
      prepare: async (table) => {
        const { patronId, card } = (await aPagedHold(table)).patron;
        const contactConsents = { sms: { given: true, at: MADE, source: 'patron' as const } };
        const person = { name: { family: 'Okafor', given: 'Amara' } };
        const known = { memberId: 'cedar', card, registeredAt: MADE, contactConsents, v: 1 };
        const number = { number: '+12125550177', kinds: ['hold-ended' as const] };
        await table.write([
          { put: personItem({ patronId, person, ...known }) },
          numberWrite(patronId, undefined, number),
        ]);
        const Message = JSON.stringify({ originationNumber: '+12125550177', messageBody: 'Stop.' });
        return batch({ Message, Timestamp: LATE });
      },
    },
  ],
  'resource-sharing-follow-item': [
    {
      what: 'a new request, which may not have been started',
      worker: as(followItem),
      prepare: async (table) => {
        const { requestId } = await anAskedCopy(table);
        return batch({ requestId, cause: 'cedar' });
      },
    },
    {
      what: 'a copy that was received and lent before the news came',
      worker: as(followItem),
      prepare: async (table) => batch((await aCopyAhead(table)).event),
    },
    {
      what: 'an item of a library outside that its lender has again',
      worker: as(followItem),
      prepare: async (table) => batch(await aWithdrawnItem(table)),
    },
  ],
  'resource-sharing-process-partner-messages': [
    {
      what: 'a message that its partner confirms',
      worker: as(processPartnerMessages),
      prepare: async (table) => batch(await aMessageToSend(table, 'OK')),
    },
    {
      what: 'a message that its partner refuses',
      worker: as(processPartnerMessages),
      prepare: async (table) => batch(await aMessageToSend(table, 'ERROR')),
      // A message refused at its second attempt may have been accepted at the first: then it is cancelled.
      orElse: async (table) => batch(await aMessageTried(table, 'ERROR')),
    },
    {
      what: 'a word of a partner that it has shipped',
      worker: as(processPartnerMessages),
      prepare: async (table) => batch(await aReportedLoan(table)),
    },
    {
      what: 'a request of a partner',
      worker: as(processPartnerMessages),
      prepare: async (table) => batch(await aReceivedRequest(table)),
    },
  ],
  'resource-sharing-advance-request': [
    { what: 'a request that is to be asked', worker: as(advanceRequest), when: MADE, prepare: anUnaskedRequest },
  ],
  'patrons-erase-patrons': [
    {
      what: 'a patron whose erasure was deferred until a loan ended',
      worker: as(erasePatrons),
      prepare: async (table) => {
        const { patronId, card } = await aPatron(table, {
          homeBranch: DESK,
          pin: '482615',
          patronId: systemIds.next('patron', Date.parse(MADE)),
        });
        const copy = await aCopy(table);
        await asked(checkOut, { actor: desk, body: { branchId, item: copy.barcode, patron: card } });
        await asked(askErasure, { actor: desk, path: { patronId }, body: { branchId } });
        await asked(checkIn, { actor: desk, body: { branchId, item: copy.barcode } });
        return {};
      },
    },
  ],
  'patrons-process-batches': [
    {
      what: 'a change of one patron that no request ran',
      worker: as(processBatches),
      minutesLater: LEASE_MS / 60_000 + 1,
      prepare: async (table) => {
        await aRunningBatch(table);
        return {};
      },
    },
  ],
  'circulation-rebuild-scheduled-checks': 'Notes the same rows again: test/stores/circulation/scheduled-work.test.ts.',
  'notices-send-digests': 'A digest is sent once, its claim is a row: test/stores/notices/notices.test.ts.',
  'patrons-replay-erasures': 'Broken off and repeated in test/stores/patrons/restored-table.test.ts.',
  'patrons-maintain-patrons': 'Merges are broken off at any step in test/stores/patrons/merging.test.ts.',
  'onboarding-prepare-run': 'A load is cut off after any write in test/stores/onboarding/cut-over.test.ts.',
  'onboarding-run-part': 'A load is cut off after any write in test/stores/onboarding/cut-over.test.ts.',
  'onboarding-end-run': 'A load is cut off after any write in test/stores/onboarding/cut-over.test.ts.',
  'finance-advance-period': 'A close is broken off and goes on in test/stores/finance/periods.test.ts.',
  'finance-await-period': 'It keeps a token, and answers nothing: test/stores/finance/periods.test.ts.',
  'resource-sharing-forget-copies': 'Its file is in a bucket: test/stores/resource-sharing/copies.test.ts.',
  'teaching-end-terms': 'Broken off and repeated in test/stores/teaching/reserves.test.ts.',
  'teaching-roll-years': 'Broken off and repeated in test/stores/teaching/schools.test.ts.',
  'catalogue-prepare-import': 'A load is broken off and run again in test/stores/catalogue/import-steps.test.ts.',
  'catalogue-import-part': 'A load is broken off and run again in test/stores/catalogue/import-steps.test.ts.',
  'catalogue-finish-import': 'A load is broken off and run again in test/stores/catalogue/import-steps.test.ts.',
  'catalogue-index-changes': 'Order and repetition change no document: test/stores/catalogue/indexing.test.ts.',
  'catalogue-retry-index': 'Order and repetition change no document: test/stores/catalogue/indexing.test.ts.',
  'catalogue-rebuild-index': 'Breaks off and begins anew in test/stores/catalogue/index-writes.test.ts.',
  'acquisitions-process-roll-overs':
    'Broken off at each write and resumed: test/stores/acquisitions/roll-over-killed.test.ts.',
  'catalogue-process-item-batches':
    'Broken off at each write and repeated: test/stores/catalogue/item-batches.test.ts.',
  'catalogue-redecide-unions': 'Broken off at each step and repeated: test/stores/catalogue/redecided-unions.test.ts.',
  'catalogue-count-inventories': 'Broken off at each write and repeated: test/stores/catalogue/inventory.test.ts.',
  'discovery-alert-searches':
    'Each patron and each check is one write: test/stores/notices/search-alerts.test.ts, discovery/reliability.test.ts.',
  'discovery-sweep-tombstones': 'Deletes by age alone: test/stores/catalogue/index-writes.test.ts.',
  'finance-meter-usage': 'A batch is added once, by a row of its own: test/stores/finance/metering.test.ts.',
  'finance-read-idle-costs': 'Writes one row of a day, the same one again: test/stores/finance/month.test.ts.',
  'finance-pack-evidence': 'Its files are in a bucket; broken off anywhere: test/stores/finance/evidence.test.ts.',
  'finance-watch-budgets': 'Broken off and run again: test/stores/finance/budgets.test.ts, reminders.test.ts.',
  'finance-read-bill': 'Its file is in a bucket, its row is ended once: test/stores/finance/reconciliation.test.ts.',
  'analytics-write-facts': 'Writes files that replace themselves: functions/analytics/use-cases/fact-archive.test.ts.',
  'analytics-compact-facts': 'Stopped at each step and run again: functions/analytics/use-cases/fact-archive.test.ts.',
  'membership-authorize': 'Writes nothing.',
  'membership-write-invitation': 'Writes nothing.',
  'membership-invite-first-administrator':
    'The address is claimed once: test/stores/membership/places-and-people.test.ts.',
  'resource-sharing-await-event':
    'Answers nothing; a task that came twice, late or anew: test/stores/resource-sharing/loan-requests.test.ts.',
};

/** The rule by which loans of these scenarios age, and may be recalled. */
export const agingRule = aRule({ id: 'aging', values: { lostAfterDays: 10, recallable: true } });
