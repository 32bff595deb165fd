import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Ends a run: sums up its parts and deletes the files that are wholly loaded, or records that it failed. */
export const contract = consumer({
  id: 'onboarding-end-run',
  context: 'onboarding',
  service: 'administration',
  summary: 'Sum up the parts of a run, or record that it failed',
  trigger: { by: 'task', machine: 'load' },
  touches: { table: 'write', bucket: 'read', forgets: 'onboarding' },
  timeoutSeconds: 60,
  errorImpact: 'Loads from an old system are never marked as done.',
});
