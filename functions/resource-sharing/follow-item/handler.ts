import type { SQSEvent } from 'aws-lambda';
import { tellMachine } from '../../../layers/data/loan-machine.ts';
import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { loanNewsSchema } from '../../../layers/domain/resource-sharing/loan-news.ts';
import { eachMessage } from '../../../layers/platform/http/each-message.ts';
import { work } from '../../../layers/platform/http/work.ts';
import { contract } from './contract.ts';
import { follow } from './follow.ts';

export const handler = work(contract, sharingStores, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, loanNewsSchema, ({ requestId, itemId, v }) => {
    if (itemId !== undefined) return follow(deps, { requestId, itemId }, now);
    // Told or started already, as it nearly always is, it has seen this, or is the same execution: its name is the request's id.
    return v === undefined ? deps.machine.start(requestId) : tellMachine(deps.requests, deps.machine, requestId, v);
  }),
);
