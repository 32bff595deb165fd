import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Every quarter of an hour: what time sets off at loans and cards. Loans soon due and overdue are told by the days that the
 * patron's home has adopted, enter the lists of what is overdue, and age to lost when overdue for as many days as they were
 * lent on (C72, C73); cards that expire are told. To do it twice changes nothing.
 */
export const contract = consumer({
  id: 'circulation-run-scheduled-work',
  context: 'circulation',
  service: 'circulation',
  summary: 'Do what time sets off at loans and cards',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  sends: ['notices'],
  timeoutSeconds: 300,
  // The moments of a term's end in one run: 8 ms of a whole processor each, of which this buys more than half.
  memoryMb: 1024,
  errorImpact: 'Nobody is reminded, lists of what is overdue are not true, and what is lost is not charged.',
});
