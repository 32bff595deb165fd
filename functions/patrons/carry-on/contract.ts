import { consumer } from '../../../layers/http/consumer.ts';

/** Brings on what takes more than one write: merges that were broken off, and what an index may have hidden from them. */
export const contract = consumer({
  id: 'patrons-carry-on',
  context: 'patrons',
  service: 'administration',
  summary: 'Carry on with merges of patrons',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  timeoutSeconds: 600,
  errorImpact: 'Merges that were broken off stay so: acts of their patrons are put off.',
});
