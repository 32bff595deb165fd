import type { SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { loanEventSchema } from '../../domain/messages/loan-events.ts';
import { applyLoanEvent } from '../../use-cases/follow-item.ts';
import { contract } from './contract.ts';

export const handler = work(contract, resourceSharingDeps, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, loanEventSchema, (loanEvent) => applyLoanEvent(deps, loanEvent, now)),
);
