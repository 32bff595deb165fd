import * as z from 'zod';

const messagesSchema = z.object({
  sms_messages: z.record(z.string(), z.array(z.object({ MessageId: z.string(), Message: z.string() }))),
});

/** A text message that was sent here: the number in E.164, and the text. The emulator records no time. */
export type SentText = { id: string; to: string; text: string };

/** Returns every text message sent through the emulator's SNS, the newest of each number first. Takes the emulator's address. */
export const sentTexts = async (emulator: string): Promise<SentText[]> => {
  const answer = await fetch(`${emulator}/_ministack/sns/sms-messages`);
  const { sms_messages: byNumber } = messagesSchema.parse(await answer.json());
  return Object.entries(byNumber).flatMap(([to, messages]) =>
    messages.map(({ MessageId: id, Message: text }) => ({ id, to, text })).toReversed(),
  );
};
