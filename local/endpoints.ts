import * as z from 'zod';
import { standInSchema } from './stand-in.ts';

/** How an account obtains its token: staff from the user pool, patrons and machines from our own API. */
const signInSchema = z.union([
  z.object({ by: z.literal('user-pool'), username: z.string(), password: z.string() }),
  z.object({
    by: z.literal('call'),
    /** Path on the web origin, e.g. /v1/patrons/… */
    path: z.string(),
    body: z.record(z.string(), z.unknown()),
    /** The property of the response that contains the token. */
    token: z.string().default('access_token'),
  }),
]);

/** A demo account: its name for `npm run token`, its roles and place; `member` is null for the consortium. */
export const accountSchema = z.object({
  account: z.string(),
  /** The person's name; machines have none. */
  name: z.string().optional(),
  role: z.string(),
  /** A card and an item whose checkout at a branch is refused: the tour of the demo scans them. */
  refused: z.object({ branch: z.string(), card: z.string(), barcode: z.string() }).optional(),
  member: z.string().nullable(),
  signIn: signInSchema,
});
export type Account = z.infer<typeof accountSchema>;

/** `.local/endpoints.json`: everything that a script, a test or a browser needs about the running instance. */
export const endpointsSchema = z.object({
  /** The origin of web and API, without a trailing slash. */
  web: z.string(),
  /** `<web>/v1`. */
  api: z.string(),
  openapi: z.string(),
  search: z.string(),
  /** The emulator, for SDK clients. */
  aws: z.string(),
  region: z.string(),
  /** The stacks' outputs, by stack and output. */
  outputs: z.record(z.string(), z.record(z.string(), z.string())),
  accounts: z.array(accountSchema),
  /** The simulated partner, where there is one. */
  standIn: standInSchema.optional(),
  /** The page of the stand-in of the payment provider, where there is one. */
  paymentProvider: z.string().optional(),
});
export type Endpoints = z.infer<typeof endpointsSchema>;
