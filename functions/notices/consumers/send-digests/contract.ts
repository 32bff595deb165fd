import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Sends the notices that wait: the day's digests at each member's hour, as one e-mail, and text messages when their hours begin. */
export const contract = consumer({
  id: 'notices-send-digests',
  context: 'notices',
  service: 'circulation',
  summary: 'Send the digests that are due',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write', email: true, texts: 'send', site: true },
  timeoutSeconds: 300,
  errorImpact: 'Patrons whose notices wait for a digest get no e-mail.',
});
