import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Performs scheduled work on patrons: resumes interrupted merges, moves patrons who outgrow a category to the next one, erases those who
 * signed up and were never verified, and after a change of the policy writes the rows by which patrons are found. Only the last of these
 * scans the table. Each night it deletes the Practice Library and writes it anew.
 */
export const contract = consumer({
  id: 'patrons-maintain-patrons',
  context: 'patrons',
  service: 'administration',
  summary: 'Resume merges, advance categories, index patrons and reset the Practice Library',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', scan: true, bucket: 'write', practice: 'reset' },
  timeoutSeconds: 900,
  // The clients of table and bucket.
  bundleKilobytes: 850,
  errorImpact:
    'Interrupted merges stay incomplete, and nobody moves to the next category by age; what was practised stays.',
});
