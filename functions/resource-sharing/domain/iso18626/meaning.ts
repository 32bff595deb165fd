import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import type { Particulars } from '../messages/message.ts';
import type { MessageName } from '../workflow/triggers.ts';

/** The reason why a message changes nothing: it remains in the log without a decision. */
export type NotedWhy = 'request-received' | 'text' | 'broker-goes-on' | 'answer-unclear' | 'shipped-forward';

/** The meaning of a partner's message: a named message of the workflow, a question, or a note that moves nothing. */
export type Meaning =
  /**
   * `repeated`: a notification repeats the status, so that it moves something only when the status is new. `promises`:
   * the message also promises to supply.
   */
  | { name: MessageName; particulars: Particulars; repeated?: true; promises?: true }
  | { asks: 'status' }
  | { noted: NotedWhy };

/** A meaning other than a question. */
export type Statement = Exclude<Meaning, { asks: unknown }>;

/** Builds a named message with its defined particulars. */
export const statement = (
  name: MessageName,
  particulars: { [P in keyof Particulars]: Particulars[P] | undefined },
): Statement => ({
  name,
  particulars: withoutUndefinedAs<Particulars>(particulars),
});

/** Builds a note for staff, if there is text. */
export const textMessage = (name: 'SupplierWrites' | 'RequesterWrites', note: string | undefined): Statement =>
  note === undefined ? { noted: 'text' } : statement(name, { note });
