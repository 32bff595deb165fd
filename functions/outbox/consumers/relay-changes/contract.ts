import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Second of the two readers of the stream: carries facts to the queues that act on them and the published ones to the bus. */
export const contract = consumer({
  id: 'outbox-relay-changes',
  context: 'outbox',
  service: 'circulation',
  summary: 'Carry facts to the queues that act on them and to the bus',
  trigger: {
    by: 'stream',
    entities: ['item', 'hold', 'patronBill', 'loanRequest'],
    // Of a patron only what may move the card's last day: counters change with every loan. Of mail what is new.
    inserted: ['patronStatus', 'patronChange', 'partnerMessage'],
  },
  touches: { table: 'write', bus: true },
  sends: ['notices', 'hold-work', 'past-loans', 'loan-news', 'partner-mail', 'relay-poison'],
  timeoutSeconds: 60,
  errorImpact:
    'Notices are not sent, copies are not paged for holds, loan requests do not follow their copies (a new one whose start failed is not started), nothing overdue is seen, partners outside are neither told nor heard, subscribers hear nothing.',
});
