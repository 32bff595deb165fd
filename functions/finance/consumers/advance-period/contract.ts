import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Advances a period in its workflow: writes the statements of a reconciled period; books and seals an approved one and then checks
 * budgets; returns how the workflow continues.
 */
export const contract = consumer({
  id: 'finance-advance-period',
  context: 'finance',
  service: 'administration',
  summary: 'Write, book and seal the statements of a period',
  trigger: { by: 'task', machine: 'period-close' },
  touches: { table: 'write', bucket: 'write', bus: true, sizes: 'configured' },
  timeoutSeconds: 300,
  memoryMb: 3008,
  errorImpact: 'No statements are written, and an approved month is not closed.',
});
