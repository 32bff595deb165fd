import { edifactText, type Party, readInterchange } from './interchange.ts';
import { type LibraryMessage, readLibraryMessage } from './library-message.ts';
import { EdifactError, type Refusal } from './segments.ts';

/** A message that is not read, or the whole file where `reference` is absent. */
type RefusedPart = { reference?: string; type?: string; refusal: Refusal };

/** What a file of a vendor has: who sent it, its messages, and what of it is refused. */
export type LibraryFile = { sender?: Party; messages: LibraryMessage[]; refused: RefusedPart[] };

const attempt = <T>(read: () => T): { value: T } | { refusal: Refusal } => {
  try {
    return { value: read() };
  } catch (thrown) {
    if (!(thrown instanceof EdifactError)) throw thrown;
    return { refusal: thrown.refusal };
  }
};

/** Reads a file of a vendor. What cannot be read is listed with the reason, and the other messages are read. */
export const readLibraryFile = (bytes: Uint8Array): LibraryFile => {
  const file = attempt(() => readInterchange(edifactText(bytes)));
  if ('refusal' in file) return { messages: [], refused: [file] };
  const { sender, separators } = file.value;
  const refused: RefusedPart[] = [...file.value.refused];
  const messages: LibraryMessage[] = [];
  for (const raw of file.value.messages) {
    const message = attempt(() => readLibraryMessage(raw, separators));
    if ('value' in message) messages.push(message.value);
    else refused.push({ reference: raw.reference, type: raw.type, ...message });
  }
  return { sender, messages, refused };
};
