import type { DynamoDBStreamEvent } from 'aws-lambda';
import { work } from '../../../../layers/platform/http/work.ts';
import { outboxDeps } from '../../deps.ts';
import { relayChanges } from '../../use-cases/relay-changes.ts';
import { contract } from './contract.ts';

export const handler = work(contract, outboxDeps, ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>, deps, { now }) =>
  relayChanges(deps, Records, now),
);
