import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** One part of a run. A part that is done is not done again, and a row that was loaded is not loaded again. */
export const contract = consumer({
  id: 'onboarding-run-part',
  context: 'onboarding',
  service: 'administration',
  summary: 'Load the rows of one part of a file',
  trigger: { by: 'task', machine: 'load' },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Rows of an old system are not loaded.',
});
