import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A year's true-up as returned by the API: previewed, prepared or booked. */
export type Shown = Answered<'finance-show-true-up'>;
export type TrueUp = Shown['trueUp'];

/** A fee and its year. */
export type Which = { year: string; fee: string };

/** The preparer's input about the year's costs: which one is the platform's, and the amounts of the others, in minor units. */
export type CostChoice = { cost?: string; costs: Record<string, number> };

const keyOf = ({ year, fee }: Which): string[] => ['true-up', year, fee];

const queryOf = ({ cost, costs }: CostChoice): { cost?: string; costs?: string } => {
  const amounts = Object.entries(costs).map(([name, amount]) => `${name}:${amount}`);
  return { ...(cost !== undefined && { cost }), ...(amounts.length > 0 && { costs: amounts.join(',') }) };
};

/** Returns the true-up of a fee's year for the given costs; refused while months are open, and not retried then. */
export const useTrueUp = (which: Which | undefined, costChoice: CostChoice) =>
  useQuery({
    queryKey: [...keyOf(which ?? { year: '', fee: '' }), costChoice],
    queryFn: () =>
      take(
        api.GET('/v1/finance/true-ups/{year}/{fee}', {
          params: { path: which ?? { year: '', fee: '' }, query: queryOf(costChoice) },
        }),
      ),
    enabled: which !== undefined,
    retry: false,
  });

const useStep = <Body>(which: Which, step: (body: Body, key: string) => Promise<unknown>) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body) => step(body, key.keyFor({ ...which, body })),
    onSuccess: () => Promise.all([keyOf(which), ['periods']].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** Prepares the true-up for approval by another person. */
export const usePrepare = (which: Which) =>
  useStep(which, (body: CostChoice & { seal: string }, key) =>
    take(api.POST('/v1/finance/true-ups/{year}/{fee}/preparations', { params: { path: which }, body, ...keyed(key) })),
  );

/** Approves the prepared true-up into the statements of a month. */
export const useApprove = (which: Which) =>
  useStep(which, (body: { seal: string; month: string }, key) =>
    take(api.POST('/v1/finance/true-ups/{year}/{fee}/approval', { params: { path: which }, body, ...keyed(key) })),
  );
