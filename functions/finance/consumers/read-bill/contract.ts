import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Imports the platform's bill when its file arrives: completely, or not at all with every reason. A repeated delivery changes nothing. */
export const contract = consumer({
  id: 'finance-read-bill',
  context: 'finance',
  service: 'administration',
  summary: 'Take in the platform’s bill when its file arrives',
  trigger: { by: 'bucket-event', prefix: 'bills/' },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Bills of the platform are not taken in.',
});
