import { createHash, createHmac } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import { textSizeOf } from '../../kernel/text/text-segments.ts';
import { clientSettings } from '../runtime/client-settings.ts';
import type { Environment } from '../runtime/environment.ts';
import { count } from '../runtime/meter.ts';

/** A text message (SMS): the number in E.164 and its text. */
export type TextMessage = { to: string; text: string };

/** Sends a text message. `refused`: the service will not deliver to this number, now or later. Throws when a later try may succeed. */
export type TextSender = (message: TextMessage) => Promise<'accepted' | 'refused'>;

/** Thrown when the service certainly did not accept a text message, for a reason that is not its number. */
export class TextNotSent extends Error {
  override name = 'TextNotSent';
}

const SEND_MS = 8000;

type Bytes = string | ArrayBuffer | ArrayBufferView;
const bytesOf = (data: Bytes): string | Uint8Array => {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** SHA-256, or HMAC-SHA-256 with a key, in the form in which the SDK's signer takes it. */
class Sha256 {
  private readonly hash;
  constructor(key?: Bytes) {
    this.hash = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key));
  }
  update(data: Bytes): void {
    this.hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
  reset(): void {
    throw new Error('A hash is used once.');
  }
}

// Any parameter may be invalid, such as the origination number of a wrong configuration: the message names it.
const invalid = /<Code>InvalidParameter(Exception|Value)?<\/Code>/;
const namesNumber = /<Message>[^<]*\bPhoneNumber\b/;
const optedOut = /<Code>OptedOut(Exception)?<\/Code>/;
const isOfNumber = (problem: string): boolean =>
  optedOut.test(problem) || (invalid.test(problem) && namesNumber.test(problem));

/**
 * Opens the sender of text messages from the deployment's own number, by Publish of Amazon SNS, which hands them to AWS End User
 * Messaging. One request, signed with the SDK's own signer, instead of a client for it. There is no retry here: the service has no
 * idempotency.
 */
export const openTextSender = (from: string, environment: Environment): TextSender => {
  const region = environment.need('AWS_REGION');
  const address = new URL(environment.maybe('AWS_ENDPOINT_URL') ?? `https://sns.${region}.amazonaws.com`);
  const { credentials } = new DynamoDBClient(clientSettings()).config;
  const signer = new SignatureV4({ service: 'sns', region, credentials: () => credentials(), sha256: Sha256 });
  return async ({ to, text }) => {
    const attribute = (place: number, name: string, value: string): [string, string][] => [
      [`MessageAttributes.entry.${place}.Name`, name],
      [`MessageAttributes.entry.${place}.Value.DataType`, 'String'],
      [`MessageAttributes.entry.${place}.Value.StringValue`, value],
    ];
    const body = new URLSearchParams([
      ['Action', 'Publish'],
      ['Version', '2010-03-31'],
      ['PhoneNumber', to],
      ['Message', text],
      ...attribute(1, 'AWS.SNS.SMS.SMSType', 'Transactional'),
      ...attribute(2, 'AWS.MM.SMS.OriginationNumber', from),
    ]).toString();
    const { headers } = await signer.sign({
      ...{ method: 'POST', protocol: address.protocol, hostname: address.hostname, path: '/', query: {}, body },
      headers: { host: address.host, 'content-type': 'application/x-www-form-urlencoded' },
      ...(address.port !== '' && { port: Number(address.port) }),
    });
    const segments = { textSegments: textSizeOf(text).segments };
    const request = { method: 'POST', headers, body, signal: AbortSignal.timeout(SEND_MS) };
    const answer = await fetch(address, request).catch((error: unknown) => {
      // The service may have sent it all the same.
      count(segments);
      throw error;
    });
    if (answer.ok || answer.status >= 500) count(segments);
    if (answer.ok) return 'accepted';
    const problem = await answer.text();
    if (answer.status === 400 && isOfNumber(problem)) return 'refused';
    const code = /<Code>(\w+)<\/Code>/.exec(problem)?.[1] ?? 'unknown';
    if (answer.status < 500) throw new TextNotSent(`${answer.status} ${code}`);
    throw new Error(`The service of text messages failed: ${answer.status} ${code}`);
  };
};
