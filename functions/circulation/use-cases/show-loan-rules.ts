import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { exceptionsAt, exceptionsKind } from '../../../layers/records/policies/domain/exceptions.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { resolveLoanRule } from '../../../layers/records/policies/domain/resolve.ts';
import { applicable } from '../../../layers/records/policies/domain/specificity.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { loanRuleMatrix, namedIn } from '../domain/loans/loan-rule-matrix.ts';
import type { LoanRulesView } from '../schemas/loan-rules.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

type Asked = {
  itemsOf: string;
  lentAt: string;
  on?: string | undefined;
  patronHome?: string | undefined;
  patronCategory?: string | undefined;
  itemCategory?: string | undefined;
  location?: string | undefined;
};

/** Resolves the loan rules in force for the items of a branch at a desk, and explains one case of them. `now` in epoch ms. */
export const showLoanRules = async (deps: CirculationStores, asked: Asked, now: number) => {
  const at = asked.on === undefined ? now : Date.parse(asked.on);
  const [loanRules, bounds, patrons, excepting] = await Promise.all([
    deps.policies.inForce(loanRulesKind, at, now),
    deps.policies.inForce(floorsKind, at, now),
    deps.policies.inForce(patronsKind, at, now),
    deps.policies.inForce(exceptionsKind, at, now),
  ]);
  if (!loanRules) return refuseWithoutPolicies();
  const { version, effectiveFrom, decisionReference, body } = loanRules;
  const floors = bounds?.body;
  const exceptions = exceptionsAt(excepting, iso(at));
  const { itemsOf: itemBranch, lentAt: checkoutBranch, patronHome = memberOfBranch(checkoutBranch) } = asked;
  const { location = '', itemCategory, patronCategory } = asked;
  const place = { itemBranch, checkoutBranch, patronHome, location };
  const itemTypes = namedIn(body, 'itemCategory', body.itemTypes);
  const patronCategories = namedIn(body, 'patronCategory', Object.keys(patrons?.body.categories ?? {}));
  const matrix = loanRuleMatrix(body, floors, { place, itemTypes, patronCategories, exceptions });
  const applying = new Set(
    itemTypes.flatMap((type) =>
      patronCategories.flatMap((category) =>
        applicable(body, { ...place, itemCategory: type, patronCategory: category }).map(({ rule }) => rule),
      ),
    ),
  );
  const view: LoanRulesView = {
    ...{ version, effectiveFrom, decisionReference, currency: body.currency, deciders: body.deciders },
    ...{ patronCategories, ...matrix, bounds: floors?.bounds ?? [] },
    rules: body.rules.filter((rule) => applying.has(rule)),
    ...(itemCategory !== undefined &&
      patronCategory !== undefined && {
        case: resolveLoanRule(body, floors, { ...place, itemCategory, patronCategory }, exceptions).explanations,
      }),
  };
  return view;
};
