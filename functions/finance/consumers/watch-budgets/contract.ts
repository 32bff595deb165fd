import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Records the spending of members and the consortium, and raises an alert for each passed threshold of a budget. */
export const contract = consumer({
  id: 'finance-watch-budgets',
  context: 'finance',
  service: 'administration',
  summary: 'Compare spending with budgets',
  trigger: { by: 'schedule', everyMinutes: 360 },
  touches: { table: 'write', bus: true, sizes: 'configured' },
  timeoutSeconds: 300,
  // It reads the current and the previous month of all members, as the close of a period does.
  memoryMb: 3008,
  errorImpact: 'Budgets show figures of an earlier day, and no alert is sent.',
});
