import { readFileSync } from 'node:fs';
import { startGateway } from './gateway.ts';
import { settingsSchema } from './settings.ts';

/** The settings as JSON: of the file that the command names, or of a container's environment. */
const settingsText = (): string => {
  const { SIP2_SETTINGS_JSON: json, SIP2_SETTINGS: named } = process.env;
  const path = process.argv[2] ?? named;
  if (path !== undefined) return readFileSync(path, 'utf8');
  if (json !== undefined) return json;
  console.error('Usage: node sip2-gateway.mjs <settings.json>');
  return process.exit(2);
};

const read = settingsSchema.safeParse(JSON.parse(settingsText()));
if (!read.success) {
  for (const { path: at, message } of read.error.issues) console.error(`Settings: ${at.join('.')}: ${message}`);
  process.exit(2);
}

const log = (event: object): void => console.log(JSON.stringify({ at: new Date().toISOString(), ...event }));
const gateway = await startGateway(read.data, { log });
log({ what: 'listening', ports: gateway.ports, waiting: gateway.waiting() });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void gateway.close().then(() => process.exit(0)));
}
