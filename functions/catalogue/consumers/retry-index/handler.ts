import type { SQSEvent } from 'aws-lambda';
import { work } from '../../../../layers/platform/http/work.ts';
import { retryDeps } from '../../deps.ts';
import { retryIndex } from '../../use-cases/retry-index.ts';
import { contract } from './contract.ts';

export const handler = work(contract, retryDeps, async ({ Records }: Pick<SQSEvent, 'Records'>, deps, { now }) =>
  retryIndex(deps, Records, now),
);
