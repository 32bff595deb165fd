import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { clientSettings } from '../runtime/client-settings.ts';
import type { FactQueries } from '../runtime/engines.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { QueryStopped } from './query-stopped.ts';

type Waiting = { everyMs: number; mostMs: number; wait(ms: number): Promise<void> };

const usual: Waiting = {
  everyMs: 250,
  mostMs: 20_000,
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
};

let shared: AthenaClient | undefined;

class QueryFailed extends Error {
  override readonly name = 'QueryFailed';
}

/** Waits until a query has succeeded. Throws when it failed, or stops it when it takes too long. */
const succeeded = async (client: AthenaClient, QueryExecutionId: string, waiting: Waiting): Promise<void> => {
  for (let waited = 0; waited < waiting.mostMs; waited += waiting.everyMs) {
    const { QueryExecution: found } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { State: state, StateChangeReason: reason = '' } = found?.Status ?? {};
    if (state === 'SUCCEEDED') return;
    if (state === 'FAILED') throw new QueryFailed(`The query of the archive failed: ${reason}`);
    if (state === 'CANCELLED') throw new QueryStopped(reason);
    await waiting.wait(waiting.everyMs);
  }
  await client.send(new StopQueryExecutionCommand({ QueryExecutionId }));
  throw new QueryStopped('It took too long.');
};

type Row = Record<string, string | null>;

const rowsOf = async (client: AthenaClient, QueryExecutionId: string): Promise<Row[]> => {
  const rows: Row[] = [];
  let NextToken: string | undefined;
  let header = true;
  do {
    const page = await client.send(new GetQueryResultsCommand({ QueryExecutionId, NextToken }));
    const names = (page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '' }) => Name);
    // The first row of the first page holds the names of the columns.
    const found = (page.ResultSet?.Rows ?? []).slice(header ? 1 : 0);
    header = false;
    for (const { Data = [] } of found)
      rows.push(Object.fromEntries(names.map((name, i) => [name, Data[i]?.VarCharValue ?? null])));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return rows;
};

/** Opens the queries of the archive of facts: Athena on AWS, and the emulator's, which runs the same SQL with DuckDB. */
export const openFactQueries = (
  { environment, engines }: Pick<Runtime, 'environment' | 'engines'>,
  waiting: Waiting = usual,
): FactQueries =>
  engines?.factQueries ?? {
    rows: async (sql) => {
      shared ??= new AthenaClient(clientSettings());
      const client = shared;
      const run = async (): Promise<Row[]> => {
        const { QueryExecutionId: id } = await client.send(
          new StartQueryExecutionCommand({
            QueryString: sql,
            QueryExecutionContext: { Database: environment.need('FACT_DATABASE') },
            WorkGroup: environment.need('FACT_WORKGROUP'),
          }),
        );
        if (id === undefined) throw new Error('The query of the archive was not started.');
        await succeeded(client, id, waiting);
        return rowsOf(client, id);
      };
      try {
        return await run();
      } catch (error) {
        // A query that listed the files of a month just before they were joined does not find them any more.
        if (error instanceof QueryFailed) return run();
        throw error;
      }
    },
  };
