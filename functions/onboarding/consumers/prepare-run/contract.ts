import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Prepares the next phase of a run: indexes its files at first, then gives the parts to process. */
export const contract = consumer({
  id: 'onboarding-prepare-run',
  context: 'onboarding',
  service: 'administration',
  summary: 'Index the files of a load and list the parts to process next',
  trigger: { by: 'task', machine: 'load' },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Loads from an old system do not begin.',
});
