import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Decides the stored records again once other match rules are in force: joins titles that these make one, and parts those that they no
 * longer do. It scans the table, as no request may; it resumes after an interruption and counts nothing twice.
 */
export const contract = consumer({
  id: 'catalogue-redecide-unions',
  context: 'catalogue',
  service: 'catalogue',
  summary: 'Decide stored records again by new match rules',
  trigger: { by: 'schedule', everyMinutes: 5 },
  touches: { table: 'write', scan: true },
  timeoutSeconds: 900,
  memoryMb: 1769,
  errorImpact: 'Titles stay joined or separate as the former match rules decided.',
});
