import * as z from 'zod';

/** A message to or of a partner that is to be worked on, by where it lies; `cause` is the member for whom it is. */
export const mailNewsSchema = z.strictObject({
  requestId: z.string().min(1),
  at: z.string().min(1),
  messageId: z.string().min(1),
  cause: z.string().min(1),
});
export type MailNews = z.infer<typeof mailNewsSchema>;

const image = z.object({ requestId: z.string(), at: z.string(), messageId: z.string(), member: z.string() });

/** The work that a new message makes; one that only changed makes none. Throws for a row that cannot be read. */
export const mailOf = ({ before, after }: { before?: unknown; after?: unknown }): MailNews[] => {
  if (before !== undefined) return [];
  const { member: cause, ...place } = image.parse(after);
  return [{ ...place, cause }];
};
