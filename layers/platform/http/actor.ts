import * as z from 'zod';
import { type Grant, grantSchema } from '../../kernel/identity/roles.ts';

/** The caller of an operation. Ids only: names stay in their records. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('staff'),
    id: z.string(),
    grants: z.array(grantSchema),
    /** The session of the token, which signing out ends. */
    session: z.string().optional(),
    /** The enrolled desk where the person signed in by badge or code, and when, in epoch seconds. */
    desk: z.string().optional(),
    signedInAt: z.number().optional(),
    /** In the Practice Library: what the person does stays there. */
    practice: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('patron'),
    id: z.string(),
    member: z.string(),
    /** When the patron entered the PIN, in epoch seconds; a refreshed token retains it. */
    signedInAt: z.number().optional(),
    /** The session of the token, which the patron can end. */
    session: z.string().optional(),
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
export type MachineActor = Extract<Actor, { kind: 'machine' }>;
export type PatronActor = Extract<Actor, { kind: 'patron' }>;
export type { Grant };

/** The reasons why a request with a token has no actor: the token is not valid, or no longer. */
export const noActorReasons = ['token-expired', 'token-refused'] as const;
export type NoActorReason = (typeof noActorReasons)[number];

/**
 * The context that the authorizer passes on: the actor, or why there is none, and whether CloudFront sent the request. HTTP APIs carry it as
 * strings.
 */
export const authorizerContextSchema = z.object({
  actor: z.string().optional(),
  reason: z.enum(noActorReasons).optional(),
  origin: z.literal('cloudfront').optional(),
});

/** Returns whether the authorizer recognised the request as one of CloudFront's. */
export const isFromCloudFront = (context: unknown): boolean =>
  authorizerContextSchema.safeParse(context ?? {}).data?.origin === 'cloudfront';

/**
 * Parses the authorizer's context of a request. Returns the actor, the reason for a missing actor, or undefined (no token, or no
 * authorizer ran).
 */
export const actorOf = (context: unknown): { actor: Actor } | { reason: NoActorReason } | undefined => {
  const parsed = authorizerContextSchema.safeParse(context ?? {});
  if (!parsed.success) return { reason: 'token-refused' };
  if (parsed.data.reason) return { reason: parsed.data.reason };
  if (!parsed.data.actor) return undefined;
  const actor = actorSchema.safeParse(JSON.parse(parsed.data.actor));
  return actor.success ? { actor: actor.data } : { reason: 'token-refused' };
};

/** Returns whether a request is one of the Practice Library, by the authorizer's context. */
export const isPractising = (context: unknown): boolean => {
  const found = actorOf(context);
  return found !== undefined && 'actor' in found && found.actor.kind === 'staff' && found.actor.practice === true;
};

/** Returns a stable name of the person or machine for idempotency scopes, wherever it signed in; `anyone` without an actor. */
export const callerName = (actor: Actor | undefined): string => (actor ? `${actor.kind}:${actor.id}` : 'anyone');

/**
 * Returns the actor's name on what was done and in audit lines, e.g. `staff:stf_…`, and with the shared desk where the person signed in
 * by badge or code `staff:stf_…@dsk_…`; `anyone` without an actor.
 */
export const actorName = (actor: Actor | undefined): string =>
  actor?.kind === 'staff' && actor.desk !== undefined ? `${callerName(actor)}@${actor.desk}` : callerName(actor);

/** Returns the actor's name on bill lines: as `actorName`, but without the id of a patron, since the bill is the patron's own. */
export const chargedBy = (actor: Actor | undefined): string => (actor?.kind === 'patron' ? 'patron' : actorName(actor));

/** Returns the calling patron. Throws for any other actor: the contract admits only patrons, so that is a bug. */
export const patronOf = (actor: Actor | undefined): PatronActor => {
  if (actor?.kind !== 'patron') throw new Error('The contract of this operation must let only patrons in.');
  return actor;
};

/** Returns the calling machine client. Throws for any other actor: the contract admits only machines, so that is a bug. */
export const machineOf = (actor: Actor | undefined): MachineActor => {
  if (actor?.kind !== 'machine') throw new Error('The contract of this operation must let only machines in.');
  return actor;
};

/** Returns the calling staff user. Throws for any other actor: the contract admits only staff, so that is a bug. */
export const staffOf = (actor: Actor | undefined): StaffActor => {
  if (actor?.kind !== 'staff') throw new Error('The contract of this operation must let only staff in.');
  return actor;
};
