import type { SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { wakeWorkflow } from '../../data/loan-machine.ts';
import { loanEventSchema } from '../../domain/messages/loan-events.ts';
import { followItem } from '../../use-cases/follow-item.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { contract } from './contract.ts';

export const handler = work(contract, sharingStores, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, loanEventSchema, ({ requestId, itemId, v }) => {
    if (itemId !== undefined) return followItem(deps, { requestId, itemId }, now);
    // Told or started already, as it nearly always is, it has seen this, or is the same execution: its name is the request's id.
    return v === undefined ? deps.machine.start(requestId) : wakeWorkflow(deps.requests, deps.machine, requestId, v);
  }),
);
