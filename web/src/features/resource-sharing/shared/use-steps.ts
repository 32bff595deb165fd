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

/** The input of a step: a code, an item's barcode, an instant; for one request also the fields of its own operation. */
export type StepInput = Pick<StepBody, 'reason' | 'barcode' | 'due' | 'note' | 'override'> & {
  /** Another edition or title than the requested one is meant. */
  otherRecord?: StepBody['otherRecord'] | undefined;
  terms?: NonNullable<Further['terms']>;
  file?: File;
  citation?: NonNullable<Amendment['citation']>;
  needBy?: string;
  decision?: CopyDecision | undefined;
  inLibrary?: boolean;
  /** The copy was handed to the patron otherwise, not by its link. */
  handedOver?: true | undefined;
};
/** The justification for a copy of a periodical beyond the guidelines. */
export type CopyDecision = NonNullable<Further['decision']>;
/** A step for one row. */
export type Order = { row: Pick<Row, 'requestId' | 'askId'>; action: Action; input: StepInput };

/** The API's maximum per call. */
const MOST = 50;

const plain = ({ reason, barcode, otherRecord, due, note, override }: StepInput) => ({
  ...(reason && { reason }),
  ...(barcode && { barcode, ...(otherRecord && { otherRecord }) }),
  ...(due && { due }),
  ...(note?.trim() && { note }),
  ...(override && { override }),
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

/** Sends steps in as many calls as needed; the results have the order of the steps. */
export const sendSteps = async (branchId: string, orders: readonly Order[]): Promise<Result[]> => {
  const steps = orders.flatMap(stepBodies);
  const results: Result[] = [];
  for (let i = 0; i < steps.length; i += MOST) {
    const body = { branchId, steps: steps.slice(i, i + MOST) };
    results.push(...(await take(api.POST('/v1/resource-sharing/steps', { body, ...keyed(newKey()) }))).results);
  }
  return results;
};

/** Converts a refused step to a Problem; undefined when it succeeded. */
export const problemOf = (result: Result | undefined): Problem | undefined => {
  if (result === undefined || !('refused' in result)) return undefined;
  const reasons = result.refused.map(({ code, detail, params = {} }) => ({ code, detail, pointer: '', params }));
  return new Problem(409, reasons[0]?.code ?? 'other', '', { reasons });
};

/** The result of the last steps: how many succeeded, and the reason for each refused row. */
export type Outcome = { taken: number; refused: Map<string, Problem> };

/** Takes steps of one or several requests and returns the results; the lists are refetched. */
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
