/** Failures of the table, the network or the engine that pass by themselves: nothing is wrong with what was worked on. */
export const passes = (error: unknown): boolean =>
  error instanceof Error &&
  /Throttl|ProvisionedThroughput|RequestLimit|Timeout|ECONN|EAI_AGAIN|socket|EngineUnavailable|ServiceUnavailable|InternalServerError|TransactionConflict|TableConflict/i.test(
    `${error.name} ${error.message}`,
  );

/** An error in a line, for a message or a report. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);

/** Records whose indexing failed: `poison` will fail again as it is, `later` passes by itself. */
export type Failed = { recordId: string; kind: 'poison' | 'later'; reason: string };

/** What failed of a record, and whether it passes by itself. */
export const failure = (recordId: string, error: unknown): Failed => ({
  recordId,
  kind: passes(error) ? 'later' : 'poison',
  reason: reasonOf(error),
});
