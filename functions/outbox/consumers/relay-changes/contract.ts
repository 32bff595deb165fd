import { consumer } from '../../../../layers/platform/http/consumer.ts';
import { outboxQueues, watched } from '../../../outbox-registry.ts';

/** Second of the two readers of the stream: sends what the contexts' outboxes make of each change to queues, the schedule and the bus. */
export const contract = consumer({
  id: 'outbox-relay-changes',
  context: 'outbox',
  service: 'circulation',
  summary: 'Send the messages that follow from changes of the table',
  trigger: { by: 'stream', ...watched },
  touches: { table: 'write', bus: true },
  sends: outboxQueues,
  unreadable: 'relay-poison',
  timeoutSeconds: 60,
  errorImpact:
    'Notices are not sent, copies are not paged for holds, loan requests do not follow their items (a new one whose start failed is not started), overdue loans are not noticed, messages with partners wait, and subscribers get no facts.',
});
