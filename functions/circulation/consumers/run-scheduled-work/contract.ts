import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Runs every 15 minutes: processes due checks of loans, cards and copies on hold shelves. Notices follow the days that the patron's home
 * library has adopted; overdue loans enter the lists, and age to lost after the days of their terms (C72, C73); loans whose rule says so
 * are renewed; cards and shelf times that end soon get a notice. It carries on the closings of branches that move due dates. Repeating
 * it changes nothing.
 */
export const contract = consumer({
  id: 'circulation-run-scheduled-work',
  context: 'circulation',
  service: 'circulation',
  summary: 'Process loans, cards and copies on hold shelves that are due for a check',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  sends: ['notices'],
  timeoutSeconds: 300,
  // The checks at a term's end all fall into one run: 8 ms of a full CPU each, of which this memory size provides more than half.
  memoryMb: 1024,
  errorImpact:
    'Reminders are not sent, loans are not renewed automatically, lists of overdue loans are outdated, and lost items are not charged.',
});
