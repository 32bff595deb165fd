import { divideHalfEven, exactText, parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { PolicyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import type { EvidenceRef, Statement, StatementLine } from '../../domain/statements/statement.ts';
import type { CostSharing } from '../../domain/usage-report/sharing-key.ts';
import { costSharingKind } from '../../domain/usage-report/sharing-key.ts';
import type { EvidencePage, EvidenceRow } from '../../schemas/evidence-rows.ts';
import type { UsedThen } from './rows.ts';

const ONE = parseExact('1');

/**
 * Reads a member's part of a pool from the shares that were sealed with the month: the pool's metered whole, the line's share of one,
 * and the month's key. Empty for months that were closed before shares were stored.
 */
export const poolOf = async (
  used: UsedThen,
  { basis }: Statement,
  { lineId, metered = '0' }: StatementLine,
): Promise<Pick<EvidencePage, 'pool'>> => {
  const shares = await used.shares();
  const parts = shares?.metered.flatMap(([, , id, amount]) => (id === lineId ? [parseExact(amount)] : [])) ?? [];
  const whole = sumExact(parts);
  if (whole === 0n) return {};
  const share = divideHalfEven(parseExact(metered) * ONE, whole);
  return { pool: { key: basis.key, whole: exactText(whole), share: exactText(share) } };
};

/** Returns the policy that a statement's key names; undefined when none was adopted. A version never changes. */
const sharingOf = async (policies: PolicyStore, { basis }: Statement): Promise<CostSharing | undefined> => {
  const found = (await policies.list(costSharingKind)).find(({ version }) =>
    basis.key.endsWith(` cost-sharing/${version}`),
  );
  return found?.kind === 'cost-sharing' ? found.body : undefined;
};

/** Lists a member's share of a pool by operation; idle resources with their own key, if they have one. */
export const shareRows = async (
  policies: PolicyStore,
  statement: Statement,
  { of, operations }: Extract<EvidenceRef, { kind: 'usage' }>,
): Promise<EvidenceRow[]> => {
  const lines: Record<string, { key: CostSharing['key']; of?: string }> =
    of === 'idle' ? ((await sharingOf(policies, statement))?.lines ?? {}) : {};
  return operations.map((row): EvidenceRow => {
    const own = lines[row.operation];
    const by = own && { by: { key: own.key, ...(own.of !== undefined && { of: own.of }) } };
    return { kind: 'share', ...row, ...by };
  });
};
