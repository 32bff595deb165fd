import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Notes how large the search domain, the table, the bucket and the rest of what stands idle are today. */
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
