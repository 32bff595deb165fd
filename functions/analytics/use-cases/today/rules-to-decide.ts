import type { StaffActor } from '../../../../layers/platform/http/actor.ts';
import { proposalsToday } from '../../../governance/public/proposals-today.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted } from './counted.ts';

/** Reads the changes of rules that a person decides or sees, the members that ask the person to be their second one, and the votes not cast. */
export const rulesToDecide = async ({ table }: TodayDeps, actor: StaffActor, now: number) => {
  const { toDecide, asking, votes } = await proposalsToday(table, actor, now);
  const list = counted({ rows: toDecide }, ({ proposalId, memberId, reason, state, proposed, own }) => ({
    ...{ proposalId, memberId, reason, kind: own?.kind ?? 'loan-rules', since: proposed.at },
    isAdopted: state === 'adopted',
  }));
  return { ...list, asking, votes };
};
