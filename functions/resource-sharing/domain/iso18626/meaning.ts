import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import type { Particulars } from '../messages/message.ts';
import type { MessageName } from '../workflow/triggers.ts';

/** Why a message moves nothing: it is kept in the log, and nobody decides on it. */
export type NotedWhy = 'request-received' | 'text' | 'broker-goes-on' | 'answer-unclear' | 'shipped-forward';

/** What a message of a partner means here: a word of the neutral model, a question, or nothing that moves a request. */
export type Meaning =
  /**
   * `repeated`: a notification repeats how things stand, so that it moves something only where that is news. `promises`: that
   * the supplier will supply stands beside what it says.
   */
  | { name: MessageName; particulars: Particulars; repeated?: true; promises?: true }
  | { asks: 'status' }
  | { noted: NotedWhy };

/** A meaning that is told, no question. */
export type Statement = Exclude<Meaning, { asks: unknown }>;

/** A word of the neutral model with what of its particulars is there. */
export const statement = (
  name: MessageName,
  particulars: { [P in keyof Particulars]: Particulars[P] | undefined },
): Statement => ({
  name,
  particulars: withoutUndefinedAs<Particulars>(particulars),
});

/** Words for a person, where there are any. */
export const textMessage = (name: 'SupplierWrites' | 'RequesterWrites', note: string | undefined): Statement =>
  note === undefined ? { noted: 'text' } : statement(name, { note });
