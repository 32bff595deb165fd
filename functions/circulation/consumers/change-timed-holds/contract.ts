import { consumer } from '../../../../layers/platform/http/consumer.ts';

/**
 * Runs every 15 minutes: expires holds on the shelf and passes their copies on, ends holds that are no longer needed, suspends and
 * resumes holds (C59, C60, C64).
 */
export const contract = consumer({
  id: 'circulation-change-timed-holds',
  context: 'circulation',
  service: 'circulation',
  summary: 'Expire, suspend and resume holds whose time has come',
  trigger: { by: 'schedule', everyMinutes: 15 },
  touches: { table: 'write' },
  timeoutSeconds: 300,
  errorImpact: 'Hold shelves fill up: nothing on them expires, and suspended holds stay suspended.',
});
