import { isPartner } from '../../layers/kernel/identity/party.ts';
import { textOf } from '../../layers/platform/dynamodb/row-change.ts';
import type { Outbox } from '../../layers/platform/queues/outbox.ts';
import { holdChangeOf } from '../circulation/public/hold-change-of.ts';
import { itemChangeOf } from '../circulation/public/item-change-of.ts';
import { loanEventsOfHold, loanEventsOfItem, loanEventsOfRequest } from './domain/messages/loan-events.ts';
import { eventsOfCancellation, eventsOfMessage } from './domain/messages/partner-message-events.ts';

/** The messages that follow from changes of copies on interlibrary loan, of requests, and from new messages of partners. */
export const outbox: Outbox = {
  rules: [
    { entity: 'item', queue: 'loan-events', messages: (change) => loanEventsOfItem(itemChangeOf(change)) },
    { entity: 'hold', queue: 'loan-events', messages: (change) => loanEventsOfHold(holdChangeOf(change)) },
    { entity: 'loanRequest', queue: 'loan-events', messages: loanEventsOfRequest },
    { entity: 'loanRequest', queue: 'partner-messages', messages: eventsOfCancellation },
    { entity: 'partnerMessage', on: 'insert', queue: 'partner-messages', messages: eventsOfMessage },
  ],
  causes: {
    // A request of a partner outside is work for all members.
    loanRequest: ({ before, after }) => {
      const requester = textOf(after ?? before, 'requesterMember');
      return requester !== undefined && isPartner(requester) ? 'consortium' : requester;
    },
    partnerMessage: ({ before, after }) => textOf(after ?? before, 'member'),
  },
};
