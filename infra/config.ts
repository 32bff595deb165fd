import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { optionalOptions } from '../gateways/sip2/settings.ts';

const requestLimit = {
  rate: z.int().min(1).max(10_000).default(200),
  burst: z.int().min(1).max(5000).default(400),
};

const openLimit = z.strictObject({
  rate: z.int().min(1).max(10_000).default(100),
  burst: z.int().min(1).max(5000).default(200),
});

/** The schema of the settings. */
export const configSchema = z
  .strictObject({
    /** The prefix of all stacks and names; it distinguishes deployments in one account. */
    name: z
      .string()
      .regex(/^[A-Z][A-Za-z0-9]{1,20}$/)
      .default('Concord'),
    /** The number of the AWS account; a deployment with credentials of another account is refused. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    /** The region of all stacks; the web firewall is always in us-east-1, as AWS requires. */
    region: z.string().default('us-east-1'),
    /** The address for the first administrator's invitation: there is no default password on AWS. */
    firstAdministrator: z.email().default('first.administrator@example.org'),
    /** Your own address of the web app, `https://library.example.org`; by default CloudFront's own name. Requires `certificateArn`. */
    site: z
      .url()
      .regex(/^https:\/\/[^/]+$/)
      .optional(),
    /** The certificate of `site` in AWS Certificate Manager, in us-east-1, as CloudFront requires. */
    certificateArn: z
      .string()
      .regex(/^arn:aws:acm:us-east-1:/)
      .optional(),
    /** The public zone in Route 53 for the name of `site`; without it you create the alias yourself. */
    hostedZone: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }).optional(),
    /** Blocks common attacks and floods in front of CloudFront; about 9 dollars a month. */
    firewall: z.boolean().default(true),
    /**
     * Calls each function that answers operations, and the authorizer, every five minutes, so that a container with all its code loaded is ready; `npm run cost:idle` prints its cost.
     */
    keepWarm: z.boolean().default(false),
    /**
     * How many requests a second the API of each context takes, and how many at once after a pause; further ones are refused with 429. A
     * flood of one, such as of anonymous searches, leaves the functions of the others alone. `open` limits each route that anybody or a
     * partner may call, so that unauthenticated callers do not use up the capacity for staff. `contexts` sets other limits by context.
     */
    throttle: z
      .strictObject({
        ...{ ...requestLimit, open: openLimit.prefault({}) },
        contexts: z.record(z.string(), z.strictObject({ ...requestLimit, open: openLimit.prefault({}) })).default({}),
      })
      .prefault({}),
    /**
     * The number of containers that a function has for itself and at most, by the function's name without the deployment's. It is taken from
     * the account's quota, of which 100 must stay unreserved.
     */
    reservedConcurrency: z.record(z.string(), z.int().min(1).max(10_000)).default({}),
    /** Raise it by one after a new origin secret was stored (docs/deploying.md), so that the deployment reads it. */
    originSecretRotation: z.int().min(0).default(0),
    /** The recipient of alarms; none when absent. */
    alarmEmail: z.email().optional(),
    /** The sender of e-mail to patrons, an identity verified in SES; when absent, notices appear in the account only. */
    noticeSender: z.email().optional(),
    /**
     * The number (E.164) in AWS End User Messaging from which text messages (SMS) are sent to patrons who agreed to them; none are sent
     * without it.
     */
    textNumber: z
      .string()
      .regex(/^\+\d{4,15}$/)
      .optional(),
    /**
     * Runs the gateway for SIP2 as a container on Fargate, for self-checks of libraries that run none on site (docs/sip2.md); none by default.
     */
    sip2Gateway: z
      .strictObject({
        /** The image, built by `gateways/sip2/Dockerfile` and pushed to a registry: a repository of this account in ECR, or a public one. */
        image: z.string().min(3).max(500),
        /** Addresses of libraries that may connect, in CIDR form. */
        allow: z
          .array(z.string().regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/))
          .min(1)
          .max(50),
        /** The certificate of the gateway's name, in the deployment's region: the load balancer ends TLS. */
        certificateArn: z.string().regex(/^arn:aws:acm:/),
        /** Time zone (IANA) and currency of the devices. */
        timeZone: z.string().min(3),
        currency: z.string().regex(/^[A-Z]{3}$/),
        /** Options of all devices, and of those of a machine client by its id, as in the settings of the gateway. None is a secret. */
        defaults: optionalOptions.exactOptional(),
        clients: z.record(z.string(), optionalOptions).exactOptional(),
        /** The port of the load balancer. */
        port: z.int().min(1).max(65_535).default(6001),
      })
      .optional(),
    /** The identity in SES by which `noticeSender` is verified: its domain, when the address itself is not verified. */
    senderIdentity: z.string().min(1).optional(),
    /** small: one search node in one zone; large: three nodes in three zones. */
    profile: z.enum(['small', 'large']).default('small'),
    /** The account's Lambda quota of concurrent executions in the region; the alarm `functions-throttled` starts at four fifths of it. */
    concurrency: z.number().int().min(10).max(1_000_000).default(1000),
    /**
     * The table in use after a restore: the ARN of its stream, which contains its name. `npm run restore` prints it. By default the table
     * of the core stack.
     */
    table: z
      .string()
      .regex(/^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[A-Za-z0-9_.-]{3,255}\/stream\/[0-9T:.-]+$/)
      .optional(),
    /** Whether the core stack has a table of its own, by default true; false, with `table`, once that one is to be deleted after a restore. */
    ownTable: z.boolean().optional(),
    logRetentionDays: z.union([z.literal(30), z.literal(90), z.literal(365)]).default(90),
  })
  .refine(({ site, certificateArn }) => (site === undefined) === (certificateArn === undefined), {
    message: 'An address of your own needs its certificate, and a certificate its address: give both or none',
    path: ['certificateArn'],
  })
  .refine(({ table, ownTable }) => ownTable !== false || table !== undefined, {
    message: 'Without a table of its own the deployment needs another: give `table`',
    path: ['ownTable'],
  });

/** The settings of the deployment, read from concord.config.json beside cdk.json (all have defaults). */
export type Config = z.infer<typeof configSchema>;

/** The sender of e-mail on a local machine; the emulator stores the messages and delivers none. */
export const localSender = 'library@concord.example';

/** The number of text messages on a local machine, one that is reserved for fiction; the emulator stores them and delivers none. */
export const localTextNumber = '+12015550100';

/** Reads the settings; throws with the name of an invalid field. Takes the file's path. */
export const readConfig = (file = 'concord.config.json'): Config =>
  configSchema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
