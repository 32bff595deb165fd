import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Runs the first step of a load: detects the format, refuses what is not MARC, cuts the file at record boundaries. Takes the import id and
 * the execution; returns the numbers of its parts.
 */
export const contract = consumer({
  id: 'catalogue-prepare-import',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Recognise the file of a load and divide it into parts',
  trigger: { by: 'task', machine: 'import' },
  touches: { table: 'write', bucket: 'read' },
  timeoutSeconds: 900,
  memoryMb: 1024,
  errorImpact: 'Loads do not begin.',
});
