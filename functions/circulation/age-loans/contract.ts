import { consumer } from '../../../layers/http/consumer.ts';

/** Ages loans to lost that were overdue for as many days as they were lent on: charged to who has them, as by hand (C72, C73). */
export const contract = consumer({
  id: 'circulation-age-loans',
  context: 'circulation',
  service: 'circulation',
  summary: 'Age loans overdue for long to lost',
  trigger: { by: 'schedule', everyMinutes: 360 },
  touches: { table: 'write' },
  timeoutSeconds: 300,
  errorImpact: 'Items overdue for long are not charged as lost until staff declare it.',
});
