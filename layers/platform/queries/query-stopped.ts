/** Thrown when a query was stopped: it would have read more than the workgroup permits, or took too long. */
export class QueryStopped extends Error {
  override name = 'QueryStopped';
}
