import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationPolicies } from '../../circulation/public/policies.ts';
import type { Branch } from '../../membership/public/branch.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import type { SharingPolicy } from '../domain/sharing-policy.ts';
import type { LoanRequestInput, requestInputRefusals } from '../schemas/loan-request-input.ts';

/** The rules, the place and the time (epoch ms and ISO) by which a request is judged. */
export type Setting = {
  rules: CirculationPolicies;
  sharing: SharingPolicy;
  branch: Branch;
  now: number;
  at: string;
};
type Refusing = { refused: RefusalOf<Exclude<keyof typeof requestInputRefusals, 'unknown-record'>>[] };
type Asked = Pick<LoanRequestInput, 'pickupBranch' | 'needBy' | 'maxCost'>;

/** The consortium's currency. */
export const currencyOf = ({ rules }: Pick<Setting, 'rules'>): string => rules.loanRules.body.currency;

/** Loads what a request is judged by. Refuses without policies, and an invalid place, day or currency. */
export const loadSetting = async (
  deps: Pick<ResourceSharingDeps, 'rules' | 'branches' | 'sharing'>,
  { pickupBranch, needBy, maxCost }: Asked,
  now: number,
): Promise<Setting | Refusing> => {
  const [rules, branch, sharing] = await Promise.all([
    deps.rules(now),
    deps.branches.known(pickupBranch, now),
    deps.sharing(now),
  ]);
  if (!rules) return refuse('no-policies', 'The consortium has not adopted its policies yet.');
  if (!branch?.pickup) return refuse('unknown-branch', 'Items cannot be collected there.', '/body/pickupBranch');
  if (needBy !== undefined && Date.parse(needBy) <= now) {
    return refuse('need-by-passed', 'That day has passed.', '/body/needBy');
  }
  const setting = { rules, sharing, branch, now, at: iso(now) };
  const currency = currencyOf(setting);
  if (maxCost !== undefined && maxCost.currency !== currency) {
    return refuse('cost-in-other-currency', `Costs are said in ${currency}.`, '/body/maxCost/currency');
  }
  return setting;
};
