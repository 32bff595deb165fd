import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Sends the day's digests at each member's hour: the notices that wait for a patron, as one e-mail. */
export const contract = consumer({
  id: 'notices-send-digests',
  context: 'notices',
  service: 'circulation',
  summary: 'Send the digests that are due',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', email: true },
  timeoutSeconds: 300,
  errorImpact: 'Patrons whose notices wait for a digest get no e-mail.',
});
