import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Keeps the waiting task’s token with the period; wakes the workflow at once when a step was taken meanwhile. */
export const contract = consumer({
  id: 'finance-await-period',
  context: 'finance',
  service: 'administration',
  summary: 'Keep the task token by which a step of a period wakes its workflow',
  trigger: { by: 'task', machine: 'period-close' },
  touches: { table: 'write', taskTokens: true },
  errorImpact: 'A step of a period is noticed by its workflow some hours later only.',
});
