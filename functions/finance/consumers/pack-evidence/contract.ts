import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Packs the requests of settled days into files: the table stores them for weeks, the files permanently. */
export const contract = consumer({
  id: 'finance-pack-evidence',
  context: 'finance',
  service: 'administration',
  summary: 'Pack the evidence of settled days',
  trigger: { by: 'schedule', everyMinutes: 720 },
  touches: { table: 'write', bucket: 'write' },
  timeoutSeconds: 300,
  // A day's searches of a large consortium: a million rows at once.
  memoryMb: 3008,
  errorImpact:
    'Evidence stays unpacked. It leaves the table 24 days after it was written: put this right within six days.',
});
