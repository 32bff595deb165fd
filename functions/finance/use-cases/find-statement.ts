import type { Actor } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementHead, StatementStore } from '../data/statement-store.ts';
import type { Period } from '../domain/periods/period.ts';
import { areHeadsAsApproved } from '../domain/statements/pack.ts';
import { type Statement, statementSchema } from '../domain/statements/statement.ts';
import { readsWhole } from '../schemas/readers.ts';

/** A member's statement with its head and its period. */
export type FoundStatement = { period: Period; head: StatementHead; statement: Statement };

/**
 * Finds a member's statement and verifies it against its hash, against what was approved and, of a closed month, against the seal: a
 * stored statement that was changed is refused. A member's own staff find it once the month is closed.
 */
export const findStatement = async (
  { periods, statements }: { periods: PeriodStore; statements: StatementStore },
  { month, memberId }: { month: string; memberId: string },
  actor: Actor | undefined,
) => {
  const none = refuse('no-statement', 'There is no such statement, or not yet.');
  const { period } = await periods.load(month);
  if (period.state !== 'closed' && !readsWhole(actor)) return none;
  // While a reconciled month's statements are being written, only some exist: the draft is set when all do.
  const heads = period.draft ? await statements.heads(period) : [];
  const head = heads.find((one) => one.memberId === memberId);
  if (!head) return none;
  const text = await statements.text(head);
  if (sha256(text) !== head.hash || !areHeadsAsApproved(period, heads, sha256))
    return refuse(
      'statement-altered',
      `The stored statement of ${memberId} is not the one that was approved. Verify ${month} on the page of periods.`,
    );
  const found: FoundStatement = { period, head, statement: statementSchema.parse(JSON.parse(text)) };
  return { found };
};
