import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Action } from '../shared/requests.ts';
import type { StepInput } from '../shared/use-steps.ts';
import type { Loan } from './request.ts';
import { agreeAndRaise, nameRecord, sendStep } from './send-step.ts';

/** A step of one request; or, as `raise`, the acceptance of a cost above the limit; or, as `names`, the record that is meant. */
export type Step =
  | { action: Action; input: StepInput }
  | { raise: { amount: number; currency: string } }
  | { names: string };

/** Takes steps of one request; the request and the lists are refetched after each. */
export const useLoanStep = (loan: Loan, branchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => {
      if ('names' in step) return nameRecord({ loan, branchId }, step.names);
      return 'raise' in step ? agreeAndRaise({ loan, branchId }, step.raise) : sendStep({ loan, branchId, ...step });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['loan'] }),
        client.invalidateQueries({ queryKey: ['loans'] }),
      ]),
  });
};
export type LoanStep = ReturnType<typeof useLoanStep>;
