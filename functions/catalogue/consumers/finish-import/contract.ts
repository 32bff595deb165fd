import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Runs the last step of a load: adds up the parts, or records why it stopped so that it can be run again. */
export const contract = consumer({
  id: 'catalogue-finish-import',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Add up the parts of a load, or record why it stopped',
  trigger: { by: 'task', machine: 'import' },
  touches: { table: 'write' },
  timeoutSeconds: 60,
  errorImpact: 'A finished load still shows as running.',
});
