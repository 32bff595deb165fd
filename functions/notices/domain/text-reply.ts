import * as z from 'zod';

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('This is not JSON.');
    return z.NEVER;
  }
});

/** A reply as AWS End User Messaging publishes it (two-way SMS): the number that replied, and its text. */
const published = z.object({ originationNumber: z.string().min(3).max(20), messageBody: z.string().max(2000) });

/** A reply to a text message, in the envelope of the topic, with the time at which it was published. */
export const textReplySchema = z
  .object({ Message: jsonText.pipe(published), Timestamp: z.iso.datetime() })
  .transform(({ Message: { originationNumber: number, messageBody: text }, Timestamp: at }) => ({ number, text, at }));
export type TextReply = z.output<typeof textReplySchema>;
