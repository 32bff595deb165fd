import { moneyText } from '../../../layers/kernel/money/money.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { costOverMaximum } from '../domain/charges/cost-over-maximum.ts';
import { termsToOffer } from '../domain/charges/supply-cost.ts';
import type { Particulars } from '../domain/messages/message.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import type { Trigger } from '../domain/workflow/triggers.ts';
import type { StepCode } from '../schemas/requests.ts';

/** A step that may cost something. `now` in epoch ms. */
type Meant = {
  trigger: Trigger;
  now: number;
  askId?: string | undefined;
  branchId?: string | undefined;
  particulars?: { [P in keyof Particulars]: Particulars[P] | undefined };
};

/** Refuses an agreement above the maximum cost: the limit is raised with the agreement, or the terms are refused. */
export const overMaximum = (request: LoanRequest, { trigger }: Pick<Meant, 'trigger'>): RefusalOf<StepCode>[] => {
  const asked = trigger === 'agree-terms' ? costOverMaximum(request) : undefined;
  const limit = request.maxCost;
  if (asked === undefined || limit === undefined) return [];
  const detail = `${moneyText(asked)} is asked, ${moneyText(limit)} may be spent: agree with \`maxCost\`.`;
  return [{ code: 'cost-over-maximum', detail, params: { asked, limit } }];
};

const SUPPLIES: { readonly [T in Trigger]?: 'loan' | 'copy' } = { ship: 'loan', 'supply-copy': 'copy' };

/** A supply above the requester's maximum cost is offered on terms first, and made after agreement. */
export const tooDear = async (
  deps: ResourceSharingDeps,
  { trigger, askId, branchId, particulars, now }: Meant,
  request: LoanRequest,
) => {
  const what = SUPPLIES[trigger];
  const ask = request.asks.find((one) => one.askId === askId);
  const rules = what && ask && (await deps.rules(now));
  if (!what || !ask || !rules) return undefined;
  const statedCost = particulars?.terms?.cost;
  const fees = { policy: await deps.sharing(now), currency: rules.loanRules.body.currency };
  const offer = termsToOffer({ request, ask, what, from: branchId, statedCost }, fees);
  const [asked, limit] = [offer?.terms.cost, request.maxCost];
  if (!asked || !limit) return undefined;
  const detail = `It costs ${moneyText(asked)}, at most ${moneyText(limit)} is paid: offer it on these terms.`;
  return { refused: [{ code: 'cost-over-maximum' as const, detail, params: { asked, limit } }] };
};

/** The agreement would exceed the guideline for copies, and nobody has stated why the copy may be made. */
export const overLimit = refuse(
  'decision-missing',
  'It is one copy more than the law lets pass: say by what it may be made, or refuse the terms.',
  '/body/decision',
);
