import type { SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { recordLoanDeps } from '../../deps.ts';
import { pastLoanEventSchema } from '../../domain/loans/past-loan-event.ts';
import { recordPastLoan } from '../../use-cases/record-past-loan.ts';
import { contract } from './contract.ts';

export const handler = work(contract, recordLoanDeps, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, pastLoanEventSchema, (message) => recordPastLoan(deps, message, now)),
);
