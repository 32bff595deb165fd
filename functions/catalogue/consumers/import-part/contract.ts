import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** One part of a load. A part that is done is not done again; a record that did not change writes nothing. */
export const contract = consumer({
  id: 'catalogue-import-part',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Read, match and write one part of a load',
  trigger: { by: 'task', machine: 'import' },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Loaded records do not reach the catalogue.',
});
