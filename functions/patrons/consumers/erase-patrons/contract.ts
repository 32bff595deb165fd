import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Carries out requested erasures: retries the deferred ones and completes those that have begun. It scans the whole table, in as many calls
 * as that takes; each continues where the last one stopped.
 */
export const contract = consumer({
  id: 'patrons-erase-patrons',
  context: 'patrons',
  service: 'administration',
  summary: 'Carry out requested erasures of patrons',
  trigger: { by: 'schedule', everyMinutes: 60 },
  touches: { table: 'write', scan: true, bucket: 'write', forgets: 'letters' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  // The clients of table and bucket.
  bundleKilobytes: 850,
  errorImpact: 'Requested erasures are delayed.',
});
