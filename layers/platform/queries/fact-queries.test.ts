import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { mockClient } from 'aws-sdk-client-mock';
import { readEnvironment } from '../runtime/environment.ts';
import { openFactQueries } from './fact-queries.ts';
import { QueryStopped } from './query-stopped.ts';

const athena = mockClient(AthenaClient);
beforeEach(() => {
  athena.reset();
  athena.on(StartQueryExecutionCommand).resolves({ QueryExecutionId: 'q1' });
  athena.on(StopQueryExecutionCommand).resolves({});
});

const environment = readEnvironment({ FACT_DATABASE: 'concord_facts', FACT_WORKGROUP: 'Concord-facts' });
const wait = jest.fn(async () => {});
const queries = openFactQueries({ environment }, { everyMs: 250, mostMs: 1000, wait });
const state = (State: string, StateChangeReason = '') =>
  ({ QueryExecution: { Status: { State, StateChangeReason } } }) as object;
const row = (...values: (string | undefined)[]) => ({
  Data: values.map((value) => (value === undefined ? {} : { VarCharValue: value })),
});
const ResultSetMetadata = { ColumnInfo: ['member', 'n'].map((Name) => ({ Name, Type: 'varchar' })) };

test('a query is started in the workgroup, awaited, and read page by page without the row of names; null stays null', async () => {
  athena
    .on(GetQueryExecutionCommand)
    .resolvesOnce(state('QUEUED'))
    .resolvesOnce(state('RUNNING'))
    .resolves(state('SUCCEEDED'));
  athena
    .on(GetQueryResultsCommand)
    .resolvesOnce({ ResultSet: { ResultSetMetadata, Rows: [row('member', 'n'), row('ash', '2')] }, NextToken: 'more' })
    .resolves({ ResultSet: { ResultSetMetadata, Rows: [row('elm', undefined)] } });
  expect(await queries.rows('SELECT 1')).toEqual([
    { member: 'ash', n: '2' },
    { member: 'elm', n: null },
  ]);
  expect(wait).toHaveBeenCalledTimes(2);
  expect(athena.commandCalls(StartQueryExecutionCommand)[0]?.args[0].input).toEqual({
    ...{ QueryString: 'SELECT 1', WorkGroup: 'Concord-facts' },
    QueryExecutionContext: { Database: 'concord_facts' },
  });
});

test('N51 a query that Athena stopped at its limit of bytes gives no part of its figures', async () => {
  athena.on(GetQueryExecutionCommand).resolves(state('CANCELLED', 'Bytes scanned limit was exceeded'));
  await expect(queries.rows('SELECT 1')).rejects.toBeInstanceOf(QueryStopped);
});

test('a query that takes too long is stopped; one that is wrong is a fault', async () => {
  athena.on(GetQueryExecutionCommand).resolves(state('RUNNING'));
  await expect(queries.rows('SELECT 1')).rejects.toBeInstanceOf(QueryStopped);
  expect(athena.commandCalls(StopQueryExecutionCommand)).toHaveLength(1);
  athena.on(GetQueryExecutionCommand).resolves(state('FAILED', 'line 1:8'));
  await expect(queries.rows('SELECT x')).rejects.toThrow('line 1:8');
});

test('a query that failed, as one whose files were joined meanwhile does, is run once more', async () => {
  athena.on(GetQueryExecutionCommand).resolvesOnce(state('FAILED', 'The file is gone')).resolves(state('SUCCEEDED'));
  athena
    .on(GetQueryResultsCommand)
    .resolves({ ResultSet: { ResultSetMetadata, Rows: [row('member', 'n'), row('ash', '2')] } });
  expect(await queries.rows('SELECT 1')).toEqual([{ member: 'ash', n: '2' }]);
  expect(athena.commandCalls(StartQueryExecutionCommand)).toHaveLength(2);
});
