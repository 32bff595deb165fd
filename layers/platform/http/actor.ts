import * as z from 'zod';
import { type Grant, grantSchema } from '../../kernel/identity/roles.ts';

/** Who calls. Ids only: names stay in their records. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: z.string(), grants: z.array(grantSchema) }),
  z.strictObject({
    kind: z.literal('patron'),
    id: z.string(),
    member: z.string(),
    /** When the patron typed the PIN, in epoch seconds: a refreshed token keeps it. */
    signedInAt: z.number().optional(),
  }),
  z.strictObject({
    kind: z.literal('machine'),
    id: z.string(),
    member: z.string(),
    scopes: z.array(z.string()),
    branch: z.string().optional(),
  }),
]);
export type Actor = z.infer<typeof actorSchema>;
export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type PatronActor = Extract<Actor, { kind: 'patron' }>;
export type { Grant };

/** Why there is no actor, when a token was sent: it does not stand, or the keys to judge it could not be had just now. */
export const noActorReasons = ['token-expired', 'token-refused', 'try-again'] as const;
export type NoActorReason = (typeof noActorReasons)[number];

/** What the authorizer passes on: the actor, or why there is none. HTTP APIs carry it as strings. */
export const authorizerContextSchema = z.object({
  actor: z.string().optional(),
  reason: z.enum(noActorReasons).optional(),
});

/** Reads the authorizer's context off a request. Gives the actor, the reason there is none, or nothing (no token, or no authorizer ran). */
export const actorOf = (context: unknown): { actor: Actor } | { reason: NoActorReason } | undefined => {
  const parsed = authorizerContextSchema.safeParse(context ?? {});
  if (!parsed.success) return { reason: 'token-refused' };
  if (parsed.data.reason) return { reason: parsed.data.reason };
  if (!parsed.data.actor) return undefined;
  const actor = actorSchema.safeParse(JSON.parse(parsed.data.actor));
  return actor.success ? { actor: actor.data } : { reason: 'token-refused' };
};

/** A stable name of the actor for idempotency scopes and audit lines, e.g. `staff:01h…`; `anyone` without one. */
export const actorName = (actor: Actor | undefined): string => (actor ? `${actor.kind}:${actor.id}` : 'anyone');

/** Who is named on a bill's lines: as `actorName`, but a patron without an id, since the bill is the patron's own. */
export const chargedBy = (actor: Actor | undefined): string => (actor?.kind === 'patron' ? 'patron' : actorName(actor));

/** The patron who calls. Throws for anybody else: the contract lets only patrons in, so that is a fault of ours. */
export const patronOf = (actor: Actor | undefined): PatronActor => {
  if (actor?.kind !== 'patron') throw new Error('The contract of this operation must let only patrons in.');
  return actor;
};

/** The staff member who calls. Throws for anybody else: the contract lets only staff in, so that is a fault of ours. */
export const staffOf = (actor: Actor | undefined): StaffActor => {
  if (actor?.kind !== 'staff') throw new Error('The contract of this operation must let only staff in.');
  return actor;
};
