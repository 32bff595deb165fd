import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Every quarter of an hour: holds expire on the shelf and go to the next, end when not needed any more, are suspended and resumed (C59, C60, C64). */
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
