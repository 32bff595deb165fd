import type { Endpoints } from '../../local/endpoints.ts';
import { outputOf } from '../../local/origin/route.ts';

/** Answers a text message from a number, as AWS End User Messaging does: it publishes the reply to the topic of the deployed stack. */
export const replyTo = async ({ aws, region, outputs }: Endpoints, number: string, text: string): Promise<void> => {
  const TopicArn = outputOf(outputs, 'TextReplyTopicArn') ?? '';
  const Message = JSON.stringify({ originationNumber: number, messageBody: text });
  // The emulator reads the service from the name of the credential, and checks no signature.
  const authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/sns/aws4_request, SignedHeaders=host, Signature=0`;
  const body = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn, Message });
  const { ok, status } = await fetch(aws, { method: 'POST', headers: { authorization }, body });
  if (!ok) throw new Error(`The reply was not published: ${status}.`);
};
