import type { LoanRequest } from '../requests/request.ts';
import type { TriggerContext } from './context.ts';
import type { Row } from './find-row.ts';
import { NOTE_RECEIVED, READ_AWAY } from './notes.ts';
import type { Attention } from './states.ts';
import { withAsk } from './with-ask.ts';

type Attentive = { attention?: Attention };

/** A note stands behind whatever calls for a person already, and until staff of ours go on: others do not read it for them. */
const noteWaits = ({ attention }: Attentive, row: Row, { by }: TriggerContext): boolean => {
  if (row.attention !== undefined && READ_AWAY.has(row.attention))
    return attention !== undefined && attention !== NOTE_RECEIVED;
  if (row.calms === NOTE_RECEIVED) return !READ_AWAY.has(attention);
  return attention !== undefined && READ_AWAY.has(attention) && row.attention === undefined && by.kind !== 'staff';
};

const attentive = <T extends Attentive>(one: T, row: Row, context: TriggerContext): T => {
  if (noteWaits(one, row, context)) return one;
  if (row.attention === undefined && row.from === row.to && !row.calms) return one;
  const { attention: _, ...calm } = one;
  return (row.attention === undefined ? calm : { ...calm, attention: row.attention }) as T;
};

/** The request (or, of a supplier, its ask) with what calls for a person after a step, or calm again. */
export function withAttention(
  request: LoanRequest,
  row: Row,
  askId: string | undefined,
  context: TriggerContext,
): LoanRequest {
  if (context.side === 'requester') return attentive(request, row, context);
  return askId === undefined ? request : withAsk(request, askId, (ask) => attentive(ask, row, context));
}
