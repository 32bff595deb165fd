import { readMessage } from '../../layers/protocols/iso18626/read-message.ts';
import type { IsoMessage } from '../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../layers/protocols/iso18626/write-message.ts';
import { type MessageLog, saysOf } from './log.ts';
import type { PartnerOptions } from './options.ts';

const TIMEOUT_MS = 20_000;
const TRIES = 3;

const authorization = ({ signsIn: { basic } }: PartnerOptions): Record<string, string> =>
  basic === undefined
    ? {}
    : { authorization: `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}` };

const answered = async (response: Response): Promise<string> => {
  const read = readMessage(new Uint8Array(await response.arrayBuffer()));
  const reply = 'message' in read ? saysOf(read.message) : 'no confirmation';
  return `${response.status} ${reply}`;
};

/**
 * Sends messages to Concord only, in the partner's edition, and logs each with its response. It does not follow redirects.
 * Without a response it tries three times, then logs the failure and continues.
 */
export const senderTo = (options: PartnerOptions, log: MessageLog, wait: (seconds: number) => Promise<void>) => {
  const once = async (xml: string): Promise<string> => {
    const response = await fetch(options.concord, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', ...authorization(options) },
      body: xml,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answered(response);
  };
  return async (message: IsoMessage, requestId: string): Promise<void> => {
    const xml = writeMessage(message, options.edition);
    const at = new Date().toISOString();
    const entry = log.add({ at, direction: 'out', requestId, says: saysOf(message), xml, answer: 'on its way' });
    for (let trial = 1; trial <= TRIES; trial++) {
      try {
        entry.answer = await once(xml);
        return;
      } catch (error) {
        entry.answer = `not delivered (${trial}): ${error instanceof Error ? error.message : 'no answer'}`;
        if (trial < TRIES) await wait(trial);
      }
    }
  };
};
export type Send = ReturnType<typeof senderTo>;
