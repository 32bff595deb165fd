import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Stores the waiting task’s token with the period; wakes the workflow immediately when the period has advanced meanwhile. */
export const contract = consumer({
  id: 'finance-await-period',
  context: 'finance',
  service: 'administration',
  summary: 'Keep the task token by which a step of a period wakes its workflow',
  trigger: { by: 'task', machine: 'period-close' },
  touches: { table: 'write', taskTokens: true },
  errorImpact: 'A step of a period is noticed by its workflow some hours later only.',
});
