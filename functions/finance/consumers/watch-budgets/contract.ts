import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Records the spending of members and the consortium, raises an alert for each passed threshold of a budget, and sends the reminders of
 * overdue invoices that are due.
 */
export const contract = consumer({
  id: 'finance-watch-budgets',
  context: 'finance',
  service: 'administration',
  summary: 'Compare spending with budgets, and remind of overdue invoices',
  trigger: { by: 'schedule', everyMinutes: 360 },
  touches: { table: 'write', bus: true, sizes: 'configured', email: true, site: true },
  timeoutSeconds: 300,
  // It reads the current and the previous month of all members, as the close of a period does.
  memoryMb: 3008,
  errorImpact: 'Budgets show figures of an earlier day, and no alert or reminder is sent.',
});
