import type { LoanRequest, Undelivered } from '../requests/request.ts';
import type { TriggerContext } from './context.ts';
import type { Row } from './find-row.ts';
import { NOTE_RECEIVED, READ_AWAY, UNDELIVERED } from './notes.ts';
import type { Attention } from './states.ts';
import { withAsk } from './with-ask.ts';

type WithAttention = { attention?: Attention; undelivered?: Undelivered };

/** A note yields to any other attention, and stays until staff of ours continue: others cannot read it for them. */
const noteWaits = ({ attention }: WithAttention, row: Row, { by }: TriggerContext): boolean => {
  if (row.attention !== undefined && READ_AWAY.has(row.attention))
    return attention !== undefined && attention !== NOTE_RECEIVED;
  if (row.calms === NOTE_RECEIVED) return !READ_AWAY.has(attention);
  return attention !== undefined && READ_AWAY.has(attention) && row.attention === undefined && by.kind !== 'staff';
};

/** Returns whether an undelivered message keeps its attention: only its delivery or settlement ends it, no other step of staff. */
const deliveryWaits = ({ attention }: WithAttention, row: Row): boolean =>
  row.calms === UNDELIVERED ? attention !== UNDELIVERED : attention === UNDELIVERED && row.attention !== UNDELIVERED;

const afterStep = <T extends WithAttention>(one: T, row: Row, context: TriggerContext): T => {
  if (noteWaits(one, row, context) || deliveryWaits(one, row)) return one;
  if (row.attention === undefined && row.from === row.to && !row.calms) return one;
  const { attention: _, undelivered: __, ...calm } = one;
  const { undelivered } = context;
  const failed = row.attention === UNDELIVERED && undelivered !== undefined && { undelivered };
  return (row.attention === undefined ? calm : { ...calm, attention: row.attention, ...failed }) as T;
};

/** Sets or clears the attention of a request (or of a supplier's ask) after a step. */
export function withAttention(
  request: LoanRequest,
  row: Row,
  askId: string | undefined,
  context: TriggerContext,
): LoanRequest {
  if (context.side === 'requester') return afterStep(request, row, context);
  return askId === undefined ? request : withAsk(request, askId, (ask) => afterStep(ask, row, context));
}
