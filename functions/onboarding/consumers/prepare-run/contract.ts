import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** The step between the phases of a run: looks through its files at first, then gives the parts to do next. */
export const contract = consumer({
  id: 'onboarding-prepare-run',
  context: 'onboarding',
  service: 'administration',
  summary: 'Look through the files of a load and say which parts to do next',
  trigger: { by: 'task', machine: 'load' },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Loads from an old system do not begin.',
});
