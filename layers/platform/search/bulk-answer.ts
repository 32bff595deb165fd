import * as z from 'zod';

/**
 * The outcome of a document: `written`; `older`: a newer version is already indexed, which counts as success; `poison`: the engine will
 * never accept it; `later`: a temporary failure (busy, no connection), to be retried.
 */
export type WriteOutcome = 'written' | 'older' | 'poison' | 'later';
export type Written = { outcome: WriteOutcome; reason?: string };

const result = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
export const bulkAnswerSchema = z.object({ items: z.array(z.object({ index: result })) });

/** A status that is worth a retry of the whole call: too busy, down, or not yet authorized. */
export const isPassing = (status: number): boolean =>
  status === 429 || status >= 500 || status === 401 || status === 403;

/** Parses one line of a bulk response. */
export const outcomeOf = ({ status, error }: z.infer<typeof result>): Written => {
  if (status < 300) return { outcome: 'written' };
  if (status === 409) return { outcome: 'older' };
  const reason = `${error?.type ?? status}: ${error?.reason ?? ''}`.slice(0, 500);
  // An index version that was just removed: the retry goes to the versions that exist.
  const gone = error?.type === 'index_not_found_exception' || status === 404;
  return { outcome: gone || isPassing(status) ? 'later' : 'poison', reason };
};

/** True when an earlier release created the index version without a field that the document has. */
export const lacksField = ({ outcome, reason }: Written): boolean =>
  outcome === 'poison' && reason?.startsWith('strict_dynamic_mapping_exception') === true;

const gravity: readonly WriteOutcome[] = ['older', 'written', 'poison', 'later'];

/** Returns the more severe outcome over all index versions: retries come before permanent failures. */
export const graver = (a: Written, b: Written): Written =>
  gravity.indexOf(b.outcome) > gravity.indexOf(a.outcome) ? b : a;
