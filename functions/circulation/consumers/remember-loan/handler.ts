import type { SQSEvent } from 'aws-lambda';
import { eachMessage } from '../../../../layers/platform/http/each-message.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { rememberDeps } from '../../deps.ts';
import { pastLoanEventSchema } from '../../domain/past-loan.ts';
import { rememberLoan } from '../../use-cases/remember-loan.ts';
import { contract } from './contract.ts';

export const handler = work(contract, rememberDeps, (event: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  eachMessage(event, pastLoanEventSchema, (message) => rememberLoan(deps, message, now)),
);
