import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

const configSchema = z
  .strictObject({
    /** Prefix of all stacks and names; two deployments in one account differ by it. */
    name: z
      .string()
      .regex(/^[A-Z][A-Za-z0-9]{1,20}$/)
      .default('Concord'),
    /** Where all stacks stand; the web's firewall always stands in us-east-1, as AWS demands. */
    region: z.string().default('us-east-1'),
    /** Receives the invitation of the first administrator: there is no default password on AWS. */
    firstAdministrator: z.email().default('first.administrator@example.org'),
    /** Your own address of the web app, `https://library.example.org`; CloudFront's own name when absent. Needs `certificateArn`. */
    site: z
      .url()
      .regex(/^https:\/\/[^/]+$/)
      .optional(),
    /** The certificate of `site` in AWS Certificate Manager, made in us-east-1: CloudFront takes no other. */
    certificateArn: z
      .string()
      .regex(/^arn:aws:acm:us-east-1:/)
      .optional(),
    /** The public zone in Route 53 in which `site` gets its name; without it you make the alias yourself. */
    hostedZone: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }).optional(),
    /** Common attacks and floods are turned away before CloudFront; about 8 dollars a month. */
    firewall: z.boolean().default(true),
    /** Where alarms are sent; none when absent. */
    alarmEmail: z.email().optional(),
    /** Whom e-mail to patrons comes from, an identity verified in SES; notices stay in the account when absent. */
    noticeSender: z.email().optional(),
    /** small: one search node in one zone; large: three nodes in three zones. */
    profile: z.enum(['small', 'large']).default('small'),
    logRetentionDays: z.union([z.literal(30), z.literal(90), z.literal(365)]).default(90),
  })
  .refine(({ site, certificateArn }) => (site === undefined) === (certificateArn === undefined), {
    message: 'An address of your own needs its certificate, and a certificate its address: give both or none',
    path: ['certificateArn'],
  });

/** The deployment's settings, read from concord.config.json beside cdk.json (all have defaults). */
export type Config = z.infer<typeof configSchema>;

/** Whom e-mail comes from on one machine, where nobody outside gets any of it: the emulator keeps it to be read. */
export const localSender = 'library@concord.example';

/** Reads the settings; throws with the field named when one is wrong. Takes the file's path. */
export const readConfig = (file = 'concord.config.json'): Config =>
  configSchema.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
