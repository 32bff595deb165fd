import * as z from 'zod';

/** A message to or of a partner that is to be worked on, by where it lies; `cause` is the member for whom it is. */
export const partnerMessageEventSchema = z.strictObject({
  requestId: z.string().min(1),
  at: z.string().min(1),
  messageId: z.string().min(1),
  cause: z.string().min(1),
});
export type PartnerMessageEvent = z.infer<typeof partnerMessageEventSchema>;

const image = z.object({ requestId: z.string(), at: z.string(), messageId: z.string(), member: z.string() });

/** The work that a new message makes; one that only changed makes none. Throws for a row that cannot be read. */
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
 * The work that a change of a loan request makes: who gave up a patron's wish is answered as soon as it is known whether the
 * library that was asked lets it go.
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
