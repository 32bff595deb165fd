import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Requests again the erasure of all listed patrons whom the table has: after a restore of the table, which brings back who was erased since.
 * Repeating it changes nothing.
 */
export const contract = consumer({
  id: 'patrons-replay-erasures',
  context: 'patrons',
  service: 'administration',
  summary: 'Erase again the patrons that a restore of the table brought back',
  trigger: { by: 'hand', untilDone: true },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  errorImpact: 'After a restore, records of erased patrons remain.',
});
