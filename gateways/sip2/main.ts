import { readFileSync } from 'node:fs';
import { startGateway } from './gateway.ts';
import { settingsSchema } from './settings.ts';

const path = process.argv[2] ?? process.env.SIP2_SETTINGS;
if (path === undefined) {
  console.error('Usage: node sip2-gateway.mjs <settings.json>');
  process.exit(2);
}

const read = settingsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
if (!read.success) {
  for (const { path: at, message } of read.error.issues) console.error(`${path}: ${at.join('.')}: ${message}`);
  process.exit(2);
}

const log = (event: object): void => console.log(JSON.stringify({ at: new Date().toISOString(), ...event }));
const gateway = await startGateway(read.data, { log });
log({ what: 'listening', ports: gateway.ports, waiting: gateway.waiting() });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void gateway.close().then(() => process.exit(0)));
}
