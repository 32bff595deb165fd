import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** First step of a load: sniffs the file, refuses what is not MARC, cuts it on record boundaries. Takes the import id and the execution; gives the numbers of its parts. */
export const contract = consumer({
  id: 'catalogue-prepare-import',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Tell what the file of a load is and cut it into parts',
  trigger: { by: 'task', machine: 'import' },
  touches: { table: 'write', bucket: 'read' },
  timeoutSeconds: 900,
  memoryMb: 1024,
  errorImpact: 'Loads do not begin.',
});
