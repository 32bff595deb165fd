import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Loads one part of a file. A part that is done is not repeated; an unchanged record writes nothing. */
export const contract = consumer({
  id: 'catalogue-import-part',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Read, match and write one part of a load',
  trigger: { by: 'task', machine: 'import' },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  // The clients of table and bucket.
  bundleKilobytes: 850,
  errorImpact: 'Loaded records do not reach the catalogue.',
});
