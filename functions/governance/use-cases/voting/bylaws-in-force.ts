import type { PolicyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { type Bylaws, bylawsKind, usualBylaws } from '../../domain/bylaws/bylaws.ts';

/** Returns the bylaws in force at an instant (epoch ms): the usual ones until some are adopted. */
export const bylawsAt = async (policies: PolicyStore, now: number): Promise<Bylaws> =>
  (await policies.inForce(bylawsKind, now))?.body ?? usualBylaws;

/** Returns the ids of the members that belong to the consortium on a day (YYYY-MM-DD). */
export const membersOn = async ({ directory }: Pick<VotingDeps, 'directory'>, day: string): Promise<string[]> =>
  (await directory())
    .filter(({ memberSince = '', leftOn = '9999-12-31' }) => memberSince <= day && day <= leftOn)
    .map(({ memberId }) => memberId);
