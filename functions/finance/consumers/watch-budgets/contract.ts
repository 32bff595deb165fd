import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Notes what members and the consortium have spent, and raises an alert for each threshold of a budget that was passed. */
export const contract = consumer({
  id: 'finance-watch-budgets',
  context: 'finance',
  service: 'administration',
  summary: 'Hold what was spent against budgets',
  trigger: { by: 'schedule', everyMinutes: 360 },
  touches: { table: 'write', bus: true, sizes: 'configured' },
  timeoutSeconds: 300,
  // It reads the running month and the one before of all members, as the close of a period does.
  memoryMb: 3008,
  errorImpact: 'Budgets show figures of an earlier day, and nobody hears that one is spent.',
});
