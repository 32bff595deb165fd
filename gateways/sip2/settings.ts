import { isIP } from 'node:net';
import * as z from 'zod';
import { isTimeZone } from '../../layers/kernel/calendar/time-zone.ts';
import { currencySchema } from '../../layers/kernel/money/currency.ts';
import { sipEncodings } from '../../layers/protocols/sip2/encoding.ts';
import { requestShapes } from '../../layers/protocols/sip2/request-shapes.ts';

const secretSchema = z.union([z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })]);

const codeSchema = z.enum(Object.keys(requestShapes) as [keyof typeof requestShapes]);

const timeZoneSchema = z.string().refine(isTimeZone, 'No IANA time zone.');

/** What a terminal, or all of them, may set. Each has a default. */
export const optionalOptions = z.strictObject({
  /** IANA time zone of the device, where it is not the one of the gateway. */
  timeZone: timeZoneSchema.exactOptional(),
  /** Character encoding of the device. */
  encoding: z.enum(sipEncodings).exactOptional(),
  /** Language of screen messages. */
  language: z.enum(['en', 'es']).exactOptional(),
  /** The most characters of one field, where the device has a limit. */
  fieldWidth: z.int().min(10).max(2000).exactOptional(),
  /** The form of due dates: 18 characters of SIP2, or `YYYY-MM-DD`, which devices print as it is. */
  dueDate: z.enum(['sip', 'day']).exactOptional(),
  /** The requests that it may send, besides sign-in, status, resend and end of session; all when not set. */
  requests: z.array(codeSchema).exactOptional(),
  /** Whether it gets a patron's address, e-mail, phone and date of birth (BD, BE, BF, PB) with the right PIN: for vendors that need them. */
  contactData: z.boolean().exactOptional(),
  /** Sort bins (CL) by where the item goes. */
  bins: z
    .strictObject({
      shelve: z.string().max(10),
      hold: z.string().max(10),
      send: z.string().max(10),
      aside: z.string().max(10),
    })
    .exactOptional(),
});

/** A terminal that signs in with a short name of its own instead of the id and secret of its machine client. */
const terminalSchema = z.strictObject({
  ...optionalOptions.shape,
  /** Its user id (CN). */
  user: z.string().min(1).max(64),
  password: secretSchema,
  /** The machine client of Concord with which the gateway acts for it. */
  clientId: z.string().min(1),
  clientSecret: secretSchema,
});

const listenerSchema = z.strictObject({
  port: z.int().min(0).max(65_535),
  host: z.string().default('0.0.0.0'),
  /** Certificate and key as PEM files; without them the port speaks plain TCP, for the local network only. */
  tls: z.strictObject({ cert: z.string(), key: z.string() }).exactOptional(),
});

const rangeSchema = z.string().refine((range) => {
  const [address = '', prefix] = range.split('/');
  const version = isIP(address);
  return (
    version !== 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)))
  );
}, 'An address or a range in CIDR form, for example 10.20.0.0/16.');

/** The settings of a gateway, one JSON file. Secrets are never in it: it names the environment variable or file that holds each. */
export const settingsSchema = z.strictObject({
  /** The address of Concord, for example `https://catalog.example.org`. */
  api: z.url(),
  listen: z.array(listenerSchema).min(1),
  /** The name that devices show (AM). */
  libraryName: z.string().max(100).default('Concord'),
  /** IANA time zone of the devices: they send local times without a zone. */
  timeZone: timeZoneSchema,
  /** The currency of fees, ISO 4217. */
  currency: currencySchema,
  /** Addresses that may connect; every address when not set. */
  allow: z.array(rangeSchema).exactOptional(),
  /** Folder for transactions made while Concord could not be reached. It holds card numbers until they are sent. */
  journal: z.string().min(1),
  /** The most connections at once. */
  maxConnections: z.int().min(1).max(5000).default(1000),
  /** How long a silent connection stays open, in seconds: devices keep theirs all day and ask for the status now and then. */
  idleSeconds: z.int().min(30).max(86_400).default(3600),
  /** How long a request to Concord may take, in milliseconds, before a device gets a negative response. */
  timeoutMillis: z.int().min(500).max(30_000).default(8000),
  /** Options of every terminal that does not set its own. */
  defaults: optionalOptions.default({}),
  /** Whether any machine client may sign in with its id (CN) and secret (CO). */
  machineClients: z.boolean().default(true),
  /** Options of terminals that sign in as a machine client, by its id: they need no secret here. */
  clients: z.record(z.string(), optionalOptions).default({}),
  terminals: z.array(terminalSchema).max(2000).default([]),
});
export type Settings = z.output<typeof settingsSchema>;
export type TerminalOptions = Required<Omit<z.output<typeof optionalOptions>, 'requests' | 'fieldWidth'>> &
  Pick<z.output<typeof optionalOptions>, 'requests' | 'fieldWidth'>;
export type SecretSource = z.output<typeof secretSchema>;
export type TerminalSetting = z.output<typeof terminalSchema>;
export type Listener = z.output<typeof listenerSchema>;

const standard: Omit<TerminalOptions, 'timeZone'> = {
  encoding: 'utf-8',
  language: 'en',
  dueDate: 'sip',
  contactData: false,
  bins: { shelve: '1', hold: '2', send: '3', aside: '9' },
};

/** Returns the options of a terminal: its own, then those of all, then the standard ones. */
export const optionsOf = (
  { timeZone, defaults }: Settings,
  own: z.output<typeof optionalOptions> = {},
): TerminalOptions => ({
  ...{ timeZone, ...standard, ...defaults },
  ...optionalOptions.strip().parse(own),
});
