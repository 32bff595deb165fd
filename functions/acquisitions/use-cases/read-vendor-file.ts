import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { LibraryMessage } from '../../../layers/protocols/edifact/library-message.ts';
import { readLibraryFile } from '../../../layers/protocols/edifact/read-library-file.ts';
import type { RefusedMessage } from '../schemas/invoice-files.ts';

/** How many messages of a file are loaded at most, so that the work ends before the function does. */
const MOST_MESSAGES = 100;

/** Reads a file of a vendor, sent in base64. What cannot be read is in `unread`. */
export const readVendorFile = (base64: string) => {
  const { messages, refused, sender } = readLibraryFile(Buffer.from(base64, 'base64'));
  if (messages.length > MOST_MESSAGES)
    return refuse('too-many-messages', `It has ${messages.length} messages.`, '/body/base64');
  return {
    ...{ messages, sender },
    unread: refused.map(({ refusal, ...named }): RefusedMessage => ({ ...named, ...refusal })),
  };
};

/** Returns why a message is not loaded, with its reference, type and number. */
export const refusedMessage = (
  { reference, type, document: { number } }: LibraryMessage,
  why: Pick<RefusedMessage, 'code' | 'segment' | 'line' | 'detail'>,
): RefusedMessage => ({ reference, type, number, ...why });
