import type { SQSEvent } from 'aws-lambda';
import { work } from '../../../../layers/platform/http/work.ts';
import { archiveDeps } from '../../deps.ts';
import { writeFacts } from '../../use-cases/write-facts.ts';
import { contract } from './contract.ts';

export const handler = work(contract, archiveDeps, ({ Records }: Pick<SQSEvent, 'Records'>, deps) =>
  writeFacts(deps, Records),
);
