import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Action } from '../shared/requests.ts';
import type { StepInput } from '../shared/use-steps.ts';
import type { Loan } from './request.ts';
import { agreeAndRaise, sendStep } from './send-step.ts';

/** A step of one request; or, as `raise`, the agreement to a cost above what was to be spent. */
export type Step = { action: Action; input: StepInput } | { raise: { amount: number; currency: string } };

/** Takes steps of one request; it and the lists are read again after each. */
export const useLoanStep = (loan: Loan, branchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) =>
      'raise' in step ? agreeAndRaise({ loan, branchId }, step.raise) : sendStep({ loan, branchId, ...step }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['loan'] }),
        client.invalidateQueries({ queryKey: ['loans'] }),
      ]),
  });
};
export type LoanStep = ReturnType<typeof useLoanStep>;
