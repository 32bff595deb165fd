import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Records the current sizes of the search domain, the table, the bucket and the other idle resources. */
export const contract = consumer({
  id: 'finance-read-idle-costs',
  context: 'finance',
  service: 'administration',
  summary: 'Read the sizes that cost money whether used or not',
  trigger: { by: 'schedule', everyMinutes: 360 },
  touches: { table: 'write', sizes: 'described' },
  timeoutSeconds: 120,
  errorImpact: 'Idle cost is reckoned by the configured sizes instead of the real ones.',
});
