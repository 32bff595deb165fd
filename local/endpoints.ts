import * as z from 'zod';
import { standInSchema } from './stand-in.ts';

/** How an account gets its token: staff from the user pool, patrons and machines by a call to our own API. */
const signInSchema = z.union([
  z.object({ by: z.literal('user-pool'), username: z.string(), password: z.string() }),
  z.object({
    by: z.literal('call'),
    /** Path on the web origin, e.g. /v1/patrons/… */
    path: z.string(),
    body: z.record(z.string(), z.unknown()),
    /** The member of the answer that holds the token. */
    token: z.string().default('access_token'),
  }),
]);

/** A demo account: its name as `npm run token` takes it, what it may do and where; `member` is null for the consortium. */
export const accountSchema = z.object({
  account: z.string(),
  role: z.string(),
  member: z.string().nullable(),
  signIn: signInSchema,
});
export type Account = z.infer<typeof accountSchema>;

/** `.local/endpoints.json`: all that a script, a test or a browser needs to know of the running instance. */
export const endpointsSchema = z.object({
  /** Origin of web and API, without a slash at its end. */
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
  /** The stand-in for a library outside, where there is one. */
  standIn: standInSchema.optional(),
});
export type Endpoints = z.infer<typeof endpointsSchema>;
