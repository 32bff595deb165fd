import * as z from 'zod';

/**
 * The settings that the deployment passes to a function. Every name is optional because a function receives only what its contract
 * lists; `need` fails at start with the missing name, never during a request.
 */
const environmentSchema = z.object({
  TABLE_NAME: z.string().min(1).optional(),
  /** The table of the Practice Library. */
  PRACTICE_TABLE_NAME: z.string().min(1).optional(),
  BUCKET_NAME: z.string().min(1).optional(),
  SEARCH_ENDPOINT: z.string().min(1).optional(),
  /** The index's name when it is not the default: several may share one engine. */
  SEARCH_INDEX: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  SEARCH_SIGNED: z.enum(['true', 'false']).optional(),
  BUS_NAME: z.string().min(1).optional(),
  SIGNING_KEY_ID: z.string().min(1).optional(),
  USER_POOL_ID: z.string().min(1).optional(),
  USER_POOL_CLIENT_PARAMETER: z.string().min(1).optional(),
  /** The address of the staff pool's keys; a path locally, where the emulator's address is known only at run time. */
  STAFF_KEYS_URL: z.string().min(1).optional(),
  AWS_ENDPOINT_URL: z.string().min(1).optional(),
  MACHINE_ARN: z.string().min(1).optional(),
  /** The parameter path of our secrets for external partners. */
  PARTNER_SECRETS: z.string().min(1).optional(),
  /** The parameter path of the secrets by which webhooks are signed. */
  WEBHOOK_SECRETS: z.string().min(1).optional(),
  WALLET_KEYS: z.string().min(1).optional(),
  /** The parameter path of the private keys of secret ballots. */
  BALLOT_KEYS: z.string().min(1).optional(),
  /** Set when all of Concord runs on one machine: partners may then run there too, without TLS. */
  PARTNERS_HERE: z.literal('true').optional(),
  /** The sender of e-mail to patrons; without it no e-mail is sent. */
  NOTICE_SENDER: z.email().optional(),
  /** The number (E.164) from which text messages are sent; without it none is sent. */
  TEXT_NUMBER: z.string().min(3).optional(),
  /** Set when requests come through CloudFront: an operation refuses others, and knows the address that CloudFront saw. */
  BEHIND_CLOUDFRONT: z.literal('true').optional(),
  /** The parameter of the secret by which CloudFront's requests are recognised. */
  ORIGIN_SECRET_PARAMETER: z.string().min(1).optional(),
  ISSUER: z.string().min(1).optional(),
  /** The parameter that holds the address of the web app, for links that are sent to others. */
  SITE_PARAMETER: z.string().min(1).optional(),
  /** The deployment's name (the setting `name`), for messages to staff. */
  CONSORTIUM_NAME: z.string().min(1).optional(),
  FIRST_ADMINISTRATOR: z.email().optional(),
  /** The database and the workgroup by which the archive of facts is queried. */
  FACT_DATABASE: z.string().min(1).optional(),
  FACT_WORKGROUP: z.string().min(1).optional(),
  AWS_REGION: z.string().default('us-east-1'),
  DOMAIN_NAME: z.string().min(1).optional(),
  /** The deployed resources that cost money when idle (layers/platform/runtime/deployed-resources.ts). */
  DEPLOYED_RESOURCES: z.string().min(1).optional(),
});

/** The addresses of queues: one for each queue that a contract sends to, named by `queueVariable`. */
const queueSchema = z.record(z.templateLiteral([z.string(), '_QUEUE_URL']), z.string().min(1));

/** The names of settings that a function may receive. */
export type EnvironmentName = keyof z.infer<typeof environmentSchema> | `${string}_QUEUE_URL`;

/** The stores of which some operations may only read. */
export type Store = 'table' | 'index' | 'bucket';

/**
 * Reads one setting; throws at start, with the name of the setting, when the deployment did not define it. `readOnly` names the stores that
 * refuse writes, whatever the function's role permits.
 */
export type Environment = {
  need(name: EnvironmentName): string;
  maybe(name: EnvironmentName): string | undefined;
  readOnly?: ReadonlySet<Store>;
  /** True in the Practice Library. */
  isPractice?: true;
};

/** Throws when a store is read-only here. Takes the environment and the store. */
export const requireWritable = ({ readOnly }: Pick<Environment, 'readOnly'>, store: Store): void => {
  if (readOnly?.has(store))
    throw new Error(`The ${store} is read-only here: declare the write in the contract (touches).`);
};

const missing = (name: EnvironmentName): Error =>
  new Error(`The setting ${name} is missing: grant it in the contract (touches, sends).`);

/** Parses the environment of the process once. Throws when a value is malformed. */
export const readEnvironment = (source: Record<string, string | undefined>): Environment => {
  const queues = Object.entries(source).filter(([name]) => name.endsWith('_QUEUE_URL'));
  const values: Partial<Record<EnvironmentName, string | undefined>> = {
    ...environmentSchema.parse(source),
    ...queueSchema.parse(Object.fromEntries(queues)),
  };
  return {
    maybe: (name) => values[name],
    need: (name) => {
      const value = values[name];
      if (value === undefined) throw missing(name);
      return value;
    },
  };
};

/** Returns an environment with only these of its settings, and with read-only stores; any other setting is missing. */
export const restricted = (
  environment: Environment,
  { names, readOnly }: { names: ReadonlySet<EnvironmentName>; readOnly: ReadonlySet<Store> },
): Environment => ({
  maybe: (name) => (names.has(name) ? environment.maybe(name) : undefined),
  need: (name) => {
    if (!names.has(name)) throw missing(name);
    return environment.need(name);
  },
  readOnly,
});
