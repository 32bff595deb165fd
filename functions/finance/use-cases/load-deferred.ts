import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { ClosingDeps } from '../deps.ts';
import { type Deferred, MONTHS_CARRIED } from '../domain/statements/billing-cycle.ts';
import { type Statement, statementSchema } from '../domain/statements/statement.ts';

/** The months that are read at the same time. */
const AT_ONCE = 6;

type Deps = Pick<ClosingDeps, 'periods' | 'statements'>;

const ofMonth = async ({ periods, statements }: Deps, month: string): Promise<Statement[] | string> => {
  const { period } = await periods.load(month);
  const waiting = (await statements.heads(period)).filter(
    ({ deferred, billedIn }) => deferred !== undefined && billedIn === undefined,
  );
  const texts = await statements.texts(waiting);
  if (waiting.some(({ hash }, at) => sha256(texts[at] ?? '') !== hash))
    return `The statements of ${month} are not as they were sealed.`;
  return texts.map((text) => statementSchema.parse(JSON.parse(text)));
};

/**
 * Loads the closed statements of earlier months with lines that no invoice has yet, or states in a sentence why they cannot be billed
 * with a month: another month is being closed, which may bill the same lines, or a text differs from its hash.
 */
export const loadDeferred = async (deps: Deps, month: string): Promise<Deferred[] | string> => {
  const all = await deps.periods.list(shiftedMonth(month, -MONTHS_CARRIED), shiftedMonth(month, MONTHS_CARRIED));
  const closed = all.filter((one) => one.state === 'closed' && one.month < month);
  const months = await mapInBatches(closed, AT_ONCE, (one) => ofMonth(deps, one.month));
  const refusal = months.find((statements) => typeof statements === 'string');
  if (refusal !== undefined) return refusal;
  const found: Deferred[] = months.flatMap((statements) => (typeof statements === 'string' ? [] : statements));
  const busy = all.find((one) => one.month !== month && (one.state === 'reconciled' || one.state === 'approved'));
  if (found.length > 0 && busy)
    return `${busy.month} is being closed: close it first, because both months would bill the same lines. Then open this one again.`;
  return found;
};
