import {
  currentAsk,
  type LoanRequest,
  type NewLoanRequest,
  placeLoanRequest,
} from '../../functions/resource-sharing/domain/requests/request.ts';
import { type Acted, act } from '../../functions/resource-sharing/domain/workflow/act.ts';
import type { TriggerContext } from '../../functions/resource-sharing/domain/workflow/context.ts';
import { TIMERS_IN_LIFE } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import type { Trigger } from '../../functions/resource-sharing/domain/workflow/triggers.ts';
import { loanRequestStore } from '../../functions/resource-sharing/public/loan-request-store.ts';
import type { Citation } from '../../layers/kernel/citation/citation.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** An article that a patron requests a copy of. */
export const anArticle: Citation = {
  kind: 'article',
  title: 'Proceedings of the London Mathematical Society',
  partTitle: 'On computable numbers',
  partAuthor: 'Turing, A. M.',
  volume: '42',
  pages: '230-265',
  date: '1937',
};

let serial = 0;

/** Creates requests directly in the store: by members of `lending.ts`, placed at an instant, asked of the named suppliers. */
export const requestsIn = (table: Table, at: string) => {
  const store = loanRequestStore(table);
  const load = async (requestId: string): Promise<LoanRequest> => {
    const found = await store.load(requestId);
    if (!found) throw new Error(`${requestId} is not there`);
    return found.request;
  };
  /** Saves a step like the product; throws the codes of a refusal. */
  const step = async (requestId: string, trigger: Trigger, more: Partial<TriggerContext> = {}): Promise<Acted> => {
    const before = await store.load(requestId);
    if (!before) throw new Error(`${requestId} is not there`);
    const askId = currentAsk(before.request)?.askId;
    const about = { side: 'requester' as const, at, by: { kind: 'system' as const }, policy: TIMERS_IN_LIFE };
    const acted = act(before.request, trigger, { ...about, ...(askId && { askId }), ...more });
    if ('refused' in acted) throw new Error(`${trigger}: ${acted.refused.map(({ code }) => code).join()}`);
    if (!(await store.save(before, acted))) throw new Error(`${trigger} lost a race`);
    return acted;
  };
  return {
    load,
    step,
    /** A request of cedar for a copy of an article, asked of ash by default. */
    asked: async (more: Partial<NewLoanRequest> & { suppliers?: string[] } = {}): Promise<LoanRequest> => {
      serial += 1;
      const { suppliers = ['ash'], ...over } = more;
      const requestId = over.requestId ?? `req_copy${serial}`;
      const placed = placeLoanRequest(
        {
          ...{ requestId, kind: 'consortium-loan', service: 'copy', recordId: `cit_${serial}`, citation: anArticle },
          ...{ requesterMember: 'cedar', pickupBranch: 'cedar.main', serviceLevel: 'normal', placedAt: at },
          rota: suppliers.map((member) => ({ member, score: 1, points: 1, factors: [] })),
          ...over,
        },
        TIMERS_IN_LIFE,
      );
      const outcome = await store.place(placed, []);
      if (outcome !== 'placed') throw new Error(`not placed: ${JSON.stringify(outcome)}`);
      await step(requestId, 'ask', { askId: `ask_${requestId}` });
      return load(requestId);
    },
  };
};

/** The fields of a request by a library outside. */
export const fromOutside = {
  kind: 'outside-supply' as const,
  requesterMember: 'prt_oak',
  pickupBranch: 'prt_oak.outside',
  partner: {
    requestId: 'OAK-77',
    requestingAgency: 'ISIL:US-OAK',
    deliverTo: ['Oak College', '7 Hill Road', 'Oak 54321'],
  },
};
