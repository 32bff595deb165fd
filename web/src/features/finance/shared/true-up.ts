import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A year's true-up as the API gives it: as it would be, as it was prepared, or as it was booked. */
export type Shown = Answered<'finance-show-true-up'>;
export type TrueUp = Shown['trueUp'];

/** Which fee of which year. */
export type Which = { year: string; fee: string };

/** What a preparer says of the year's costs: which is the platform's, and what others came to, in minor units. */
export type CostChoice = { cost?: string; costs: Record<string, number> };

const keyOf = ({ year, fee }: Which): string[] => ['true-up', year, fee];

const queryOf = ({ cost, costs }: CostChoice): { cost?: string; costs?: string } => {
  const amounts = Object.entries(costs).map(([name, amount]) => `${name}:${amount}`);
  return { ...(cost !== undefined && { cost }), ...(amounts.length > 0 && { costs: amounts.join(',') }) };
};

/** The true-up of a fee's year by what is said of its costs; refused while months are open, which is nothing to try again. */
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

const useStep = <Body>(which: Which, step: (body: Body, key: string) => Promise<Shown>) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body) => step(body, key.keyFor({ ...which, body })),
    onSuccess: () => Promise.all([keyOf(which), ['periods']].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** Prepares what is shown, for somebody else to approve. */
export const usePrepare = (which: Which) =>
  useStep(which, (body: CostChoice & { seal: string }, key) =>
    take(api.POST('/v1/finance/true-ups/{year}/{fee}/preparations', { params: { path: which }, body, ...keyed(key) })),
  );

/** Approves what was prepared, into the statements of a month. */
export const useApprove = (which: Which) =>
  useStep(which, (body: { seal: string; month: string }, key) =>
    take(api.POST('/v1/finance/true-ups/{year}/{fee}/approval', { params: { path: which }, body, ...keyed(key) })),
  );
