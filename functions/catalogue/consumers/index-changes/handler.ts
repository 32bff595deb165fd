import type { DynamoDBStreamEvent } from 'aws-lambda';
import { work } from '../../../../layers/platform/http/work.ts';
import { indexingDeps } from '../../deps.ts';
import { indexChanges } from '../../use-cases/index-changes.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  indexingDeps,
  ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>, { imagesOf, ...deps }, { now }) =>
    indexChanges({ ...deps, now }, Records.map(imagesOf)),
);
