import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Writes the facts that the relay sends as Parquet files, many at once: each file costs a write. */
export const contract = consumer({
  id: 'analytics-write-facts',
  context: 'analytics',
  service: 'administration',
  summary: 'Write the facts of decisions to the archive',
  trigger: { by: 'queue', queue: 'decisions', gather: { messages: 3000, seconds: 300 } },
  touches: { bucket: 'write' },
  timeoutSeconds: 60,
  errorImpact: 'Statistics of the archive lack the latest decisions; they wait in the queue, for four days at most.',
});
