import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Last step of a run: adds its parts up and deletes the files that are wholly loaded, or notes that it stopped. */
export const contract = consumer({
  id: 'onboarding-end-run',
  context: 'onboarding',
  service: 'administration',
  summary: 'Add up the parts of a run, or say that it stopped',
  trigger: { by: 'task', machine: 'load' },
  touches: { table: 'write', bucket: 'read', forgets: 'onboarding' },
  timeoutSeconds: 60,
  errorImpact: 'A load from an old system never says that it is done.',
});
