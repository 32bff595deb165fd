import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { type PolicyStore, policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { otherCurrency, sharesCurrencyWith } from '../../../../layers/records/policies/domain/one-currency.ts';
import { billedBy } from '../../../finance/public/billed-by.ts';
import { billingKind } from '../../../finance/public/billing-policy.ts';
import { freeMonths, type MonthsRefused } from '../../../finance/public/free-months.ts';
import { type PeriodStore, periodStore } from '../../../finance/public/period-store.ts';
import { type PolicyName, policySchema } from '../../domain/policy-kinds.ts';
import { contract } from './contract.ts';

const inThePast: MonthsRefused = {
  ...{ refused: 'in-the-past', detail: 'Choose now or later.', pointer: '/body/effectiveFrom' },
};

/** Whether a policy may begin then. A month is billed after it is over: by which rates, say, can be decided until it is written. */
const judgedBeginning = async (
  { policies, periods }: { policies: PolicyStore; periods: PeriodStore },
  kind: PolicyName,
  when: { begins: number; now: number },
): Promise<{ checks: Write[] } | MonthsRefused> => {
  if (when.begins >= when.now) return { checks: [] };
  if (kind !== 'billing') return inThePast;
  return freeMonths(periods, when, billedBy(iso(when.begins), await policies.list(billingKind, true)));
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { policies: policyStore(table), periods: periodStore(table) };
  },
  async ({ actor, body, now }, { policies, periods, ids }) => {
    const begins = body.effectiveFrom === undefined ? now : Date.parse(body.effectiveFrom);
    const judged = await judgedBeginning({ policies, periods }, body.kind, { begins, now });
    if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
    const others = await Promise.all(sharesCurrencyWith(body.kind).map((kind) => policies.list(kind)));
    const other = otherCurrency({ ...body, effectiveFrom: iso(begins) }, others.flat());
    if (other) return refuse('other-currency', `Patrons' bills are counted in ${other}.`, '/body/body/currency');
    const adoptedBy = actorName(actor);
    const { decisionReference } = body;
    const line = (version: number) => ({
      subject: `policy:${body.kind}`,
      at: iso(now),
      auditId: ids.next('audit', now),
      by: adoptedBy,
      did: 'adopt-policy',
      detail: { version, effectiveFrom: iso(begins), decisionReference },
    });
    const adopted = await policies.adoptWhile({ ...body, effectiveFrom: iso(begins), adoptedBy }, line, judged.checks);
    return adopted
      ? answer(policySchema.parse(adopted))
      : refuse('period-written', 'The statements of such a month were written just now.');
  },
);
