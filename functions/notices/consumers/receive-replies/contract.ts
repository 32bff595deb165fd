import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Receives the replies to our text messages: STOP ends text messages to the patrons of a number, START allows them again. */
export const contract = consumer({
  id: 'notices-receive-replies',
  context: 'notices',
  service: 'circulation',
  summary: 'Receive replies to text messages',
  trigger: { by: 'queue', queue: 'text-replies', topic: 'text-replies' },
  touches: { table: 'write' },
  errorImpact: 'Patrons who answer STOP still get text messages from us; the carrier stops them.',
});
