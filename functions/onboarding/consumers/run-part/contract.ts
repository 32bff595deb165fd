import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Processes one part of a run. A part that is done is skipped, and a row is loaded only once. */
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
