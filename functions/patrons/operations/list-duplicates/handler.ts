import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { type AlikePair, undecidedPairs } from '../../data/alike-store.ts';
import { key } from '../../data/keys.ts';
import { storedPerson } from '../../data/patron-schemas.ts';
import { alike } from '../../domain/likeness.ts';
import { alikeSeen } from '../../use-cases/alike.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ body: { branchId, after } }, { table }) => {
  const memberId = memberOfBranch(branchId);
  const page = await undecidedPairs(table, memberId, { limit: 25, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/body/after');
  const ids = [...new Set(page.rows.flatMap(({ patronId, otherId }) => [patronId, otherId]))];
  const rows = await table.getMany(ids.map((patronId) => key('patronPerson', { patronId })));
  const people = new Map(
    rows.flatMap((row) => (row ? [storedPerson.parse(row)] : [])).map((person) => [person.patronId, person] as const),
  );
  // As they are now: whoever was corrected, erased or merged since is no pair any more.
  const shown = ({ patronId, otherId, at: since }: AlikePair) => {
    const [one, other] = [people.get(patronId), people.get(otherId)];
    const reasons = one && other ? alike(one.person, other.person) : [];
    if (!one || !other || reasons.length === 0) return [];
    return [
      { since, one: alikeSeen({ other: one, reasons }, memberId), other: alikeSeen({ other, reasons }, memberId) },
    ];
  };
  return answer({ pairs: page.rows.flatMap(shown), ...(page.next ? { next: page.next } : {}) });
});
