/**
 * The port by which text messages (SMS) leave: AWS End User Messaging through Amazon SNS (`layers/platform/queues/text-message.ts`), or
 * another service. `refused`: the number takes no text messages, now or later. Throws when a later try may succeed; a thrown
 * `TextNotSent` means that nothing was sent.
 */
export type SmsSender = (message: { to: string; text: string }) => Promise<'accepted' | 'refused'>;
