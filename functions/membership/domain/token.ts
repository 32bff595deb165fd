import * as z from 'zod';
import { type PracticeRole, practiceRoleSchema } from './practice.ts';

/** The audience of our own tokens: the APIs of the deployment that issued them. */
export const TOKEN_AUDIENCE = 'concord-api';

/** The type in the header of our access tokens (RFC 9068), so that nothing else we sign can be used as one. */
export const TOKEN_TYPE = 'at+jwt';

/** The lifetime of our tokens, in seconds. The authorizer refuses those of an ended session or a withdrawn machine within a minute. */
export const TOKEN_SECONDS = 15 * 60;

/** How long a patron can refresh a token before the PIN is required again, in seconds: a working day at a public terminal. */
export const SIGNED_IN_SECONDS = 12 * 60 * 60;

const times = { iss: z.string(), aud: z.string(), iat: z.number(), exp: z.number(), sub: z.string().min(1) };

/** The claims of our tokens; others are not accepted. `signedInAt` in epoch seconds. */
export const tokenClaimsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...times,
    kind: z.literal('patron'),
    member: z.string().min(1),
    signedInAt: z.number(),
    session: z.string().min(1),
  }),
  z.strictObject({
    ...times,
    kind: z.literal('machine'),
    member: z.string().min(1),
    scopes: z.array(z.string()),
    branch: z.string().optional(),
  }),
  // Of staff at a shared desk; the user pool signs all others.
  z.strictObject({
    ...times,
    kind: z.literal('staff'),
    desk: z.string().min(1),
    signedInAt: z.number(),
    session: z.string().min(1),
  }),
  // Of staff in the Practice Library, with the role to try.
  z.strictObject({
    ...times,
    kind: z.literal('practice'),
    role: practiceRoleSchema,
    signedInAt: z.number(),
    session: z.string().min(1),
  }),
]);
export type TokenClaims = z.infer<typeof tokenClaimsSchema>;

/** The subject of a token. */
export type TokenSubject =
  | { kind: 'patron'; id: string; member: string; signedInAt: number; session: string }
  | { kind: 'machine'; id: string; member: string; scopes: string[]; branch?: string }
  | { kind: 'staff'; id: string; desk: string; signedInAt: number; session: string }
  | { kind: 'practice'; id: string; role: PracticeRole; signedInAt: number; session: string };

/** Returns the claims of a token issued at `now` (epoch ms) by this issuer. */
export const claimsFor = ({ id, ...subject }: TokenSubject, issuer: string, now: number): TokenClaims => {
  const iat = Math.floor(now / 1000);
  return { iss: issuer, aud: TOKEN_AUDIENCE, sub: id, iat, exp: iat + TOKEN_SECONDS, ...subject };
};
