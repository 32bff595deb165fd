import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { otherCurrency, sharesCurrencyWith } from '../../../layers/records/policies/domain/one-currency.ts';
import { billedBy } from '../../finance/public/billed-by.ts';
import { billingKind } from '../../finance/public/billing-policy.ts';
import { freeMonths, type MonthsRefused } from '../../finance/public/free-months.ts';
import type { AdoptionDeps } from '../deps.ts';
import { type PolicyName, policyKindOf, policySchema } from '../domain/policy-kinds.ts';
import type { Adoption } from '../schemas.ts';

const inThePast: MonthsRefused = {
  ...{ refused: 'in-the-past', detail: 'Choose now or later.', pointer: '/body/effectiveFrom' },
};

/**
 * Validates when a policy takes effect: now or later, except the billing policy. A month is billed after it ends, so its rates may be
 * decided until its statements are written.
 */
const judgeBeginning = async (
  { policies, periods }: AdoptionDeps,
  kind: PolicyName,
  when: { begins: number; now: number },
): Promise<{ checks: Write[] } | MonthsRefused> => {
  if (when.begins >= when.now) return { checks: [] };
  if (kind !== 'billing') return inThePast;
  return freeMonths(periods, when, billedBy(iso(when.begins), await policies.list(billingKind, true)));
};

const isOvertaken = async ({ policies }: AdoptionDeps, { kind, follows }: Adoption): Promise<boolean> => {
  const versions = (await policies.list(policyKindOf(kind), true)).map(({ version }) => version);
  return follows !== undefined && follows !== Math.max(0, ...versions);
};

/** Adopts the next version of a policy by a named decision. */
export const adoptPolicy = async (
  { ids, ...deps }: AdoptionDeps & { ids: Ids },
  { adoption, by, now }: { adoption: Adoption; by: string; now: number },
) => {
  const { policies } = deps;
  const begins = adoption.effectiveFrom === undefined ? now : Date.parse(adoption.effectiveFrom);
  const judged = await judgeBeginning(deps, adoption.kind, { begins, now });
  if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
  const effectiveFrom = iso(begins);
  const others = await Promise.all(sharesCurrencyWith(adoption.kind).map((kind) => policies.list(kind)));
  const other = otherCurrency({ ...adoption, effectiveFrom }, others.flat());
  if (other) return refuse('other-currency', `Patrons' bills are counted in ${other}.`, '/body/body/currency');
  const audit = (version: number) => ({
    ...{ subject: `policy:${adoption.kind}`, at: iso(now), auditId: ids.next('audit', now), by, did: 'adopt-policy' },
    detail: { version, effectiveFrom, decisionReference: adoption.decisionReference },
  });
  const adopted = await policies.adoptWhile({ ...adoption, effectiveFrom, adoptedBy: by }, audit, judged.checks);
  if (adopted) return answer(policySchema.parse(adopted));
  return (await isOvertaken(deps, adoption))
    ? refuse('policy-overtaken', 'Another version was adopted meanwhile: read it first.', '/body/follows')
    : refuse('period-written', 'The statements of such a month were written just now.');
};
