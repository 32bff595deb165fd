/** Returns whether an error is a transient failure of the table, the network or the engine, not of the processed data. */
export const passes = (error: unknown): boolean =>
  error instanceof Error &&
  /Throttl|ProvisionedThroughput|RequestLimit|Timeout|ECONN|EAI_AGAIN|socket|EngineUnavailable|ServiceUnavailable|InternalServerError|TransactionConflict|TableConflict/i.test(
    `${error.name} ${error.message}`,
  );

/** Returns an error as one line, for a message or a report. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

/** Records whose indexing failed: `poison` will fail again unchanged, `later` is transient. */
export type Failed = { recordId: string; kind: 'poison' | 'later'; reason: string };

/** Returns the failure of a record, with whether it is transient. */
export const failure = (recordId: string, error: unknown): Failed => ({
  recordId,
  kind: passes(error) ? 'later' : 'poison',
  reason: reasonOf(error),
});
