import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import type { Answered, Call } from '../../builders/call.ts';

/** A call by staff. */
export type Asked = { handler: OperationHandler; request: Call };

/** A call by staff with a key: its time, and its answer when it succeeded. `died`: the result is unknown. */
export type Tried = Asked & {
  key: string;
  what: string;
  at: number;
  done?: Pick<Answered, 'status' | 'body'>;
  died?: true;
};
