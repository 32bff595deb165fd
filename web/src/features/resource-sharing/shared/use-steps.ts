import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { Problem } from '../../../api/problem.ts';
import { type Action, keyOf, type Row } from './requests.ts';

type Result = Answered<'resource-sharing-take-steps'>['results'][number];
type StepBody =
  operations['resource-sharing-take-steps']['requestBody']['content']['application/json']['steps'][number];

type Further = operations['resource-sharing-take-step']['requestBody']['content']['application/json'];
type Amendment = operations['resource-sharing-amend-request']['requestBody']['content']['application/json'];

/** What is told with a step: a code, the barcode of an item, an instant; with one request also what its own operation takes. */
export type StepInput = Pick<StepBody, 'reason' | 'barcode' | 'due' | 'note'> & {
  /** Another edition or title is meant than the one asked for. */
  otherRecord?: StepBody['otherRecord'] | undefined;
  terms?: NonNullable<Further['terms']>;
  file?: File;
  citation?: NonNullable<Amendment['citation']>;
  needBy?: string;
  decision?: CopyDecision | undefined;
  inLibrary?: boolean;
  /** The copy was given to the patron by other means than its link. */
  handedOver?: true | undefined;
};
/** Why one copy more of a periodical may be made than the guidelines let pass. */
export type CopyDecision = NonNullable<Further['decision']>;
/** A step for one row. */
export type Order = { row: Pick<Row, 'requestId' | 'askId'>; action: Action; input: StepInput };

/** As many as the API takes in one call. */
const MOST = 50;

const plain = ({ reason, barcode, otherRecord, due, note }: StepInput) => ({
  ...(reason && { reason }),
  ...(barcode && { barcode, ...(otherRecord && { otherRecord }) }),
  ...(due && { due }),
  ...(note?.trim() && { note }),
});

const stepBodies = ({ row, action, input }: Order): StepBody[] =>
  action.atOnce === undefined
    ? []
    : [
        {
          requestId: row.requestId,
          ...(action.askId && { askId: action.askId }),
          step: action.atOnce,
          ...plain(input),
        },
      ];

/** Sends steps, as many calls as it takes; each step is answered in its place. */
export const sendSteps = async (branchId: string, orders: readonly Order[]): Promise<Result[]> => {
  const steps = orders.flatMap(stepBodies);
  const results: Result[] = [];
  for (let i = 0; i < steps.length; i += MOST) {
    const body = { branchId, steps: steps.slice(i, i + MOST) };
    results.push(...(await take(api.POST('/v1/resource-sharing/steps', { body, ...keyed(newKey()) }))).results);
  }
  return results;
};

/** Why a step was refused, as a problem that can be said in words; undefined when it was taken. */
export const problemOf = (result: Result | undefined): Problem | undefined => {
  if (result === undefined || !('refused' in result)) return undefined;
  const reasons = result.refused.map(({ code, detail, params = {} }) => ({ code, detail, pointer: '', params }));
  return new Problem(409, reasons[0]?.code ?? 'other', '', { reasons });
};

/** How the last steps went: how many were taken, and for each row that was refused, why. */
export type Outcome = { taken: number; refused: Map<string, Problem> };

/** Takes steps of one request or of many at once, and keeps how each went; the lists are read again after it. */
export const useSteps = (branchId: string) => {
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>();
  const steps = useMutation({
    mutationFn: (orders: readonly Order[]) => sendSteps(branchId, orders),
    onMutate: () => setOutcome(undefined),
    onSuccess: (results, orders) => {
      const problems = orders.flatMap(({ row }, index): [string, Problem][] => {
        const problem = problemOf(results[index]);
        return problem ? [[keyOf(row), problem]] : [];
      });
      setOutcome({ taken: results.length - problems.length, refused: new Map(problems) });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['loans'] }),
        client.invalidateQueries({ queryKey: ['loan'] }),
      ]),
  });
  return { steps, outcome, forget: () => setOutcome(undefined) };
};
export type Steps = ReturnType<typeof useSteps>;
