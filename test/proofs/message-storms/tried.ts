import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { Answered, Call } from '../../builders/call.ts';

/** A call that staff makes. */
export type Asked = { handler: OperationHandler; request: Call };

/** What staff did under a key: the call, when, and what it was answered when it was done. `died`: nobody knows. */
export type Tried = Asked & {
  key: string;
  what: string;
  at: number;
  done?: Pick<Answered, 'status' | 'body'>;
  died?: true;
};
