import * as z from 'zod';

/** A message to or from a partner to be processed, by its key; `cause` is the member that it belongs to. */
export const partnerMessageEventSchema = z.strictObject({
  requestId: z.string().min(1),
  at: z.string().min(1),
  messageId: z.string().min(1),
  cause: z.string().min(1),
});
export type PartnerMessageEvent = z.infer<typeof partnerMessageEventSchema>;

const image = z.object({ requestId: z.string(), at: z.string(), messageId: z.string(), member: z.string() });

/** Returns the work of a new message; none for a changed one. Throws for an unreadable row. */
export const eventsOfMessage = ({ before, after }: { before?: unknown; after?: unknown }): PartnerMessageEvent[] => {
  if (before !== undefined) return [];
  const { member: cause, ...place } = image.parse(after);
  return [{ ...place, cause }];
};

const pending = z.object({ state: z.literal('cancel-pending') });
const answered = z.object({
  requestId: z.string(),
  requesterMember: z.string(),
  state: z.string(),
  givenUp: z.object({ at: z.string(), messageId: z.string() }),
});

/**
 * Returns the work of a changed request: the sender of a cancelled patron request is answered as soon as the supplier's
 * decision is known.
 */
export const eventsOfCancellation = ({
  before,
  after,
}: {
  before?: unknown;
  after?: unknown;
}): PartnerMessageEvent[] => {
  const now = answered.safeParse(after);
  if (!now.success || !pending.safeParse(before).success || now.data.state === 'cancel-pending') return [];
  const { requestId, requesterMember: cause, givenUp } = now.data;
  return [{ requestId, ...givenUp, cause }];
};
