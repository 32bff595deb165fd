import * as z from 'zod';

/**
 * What became of a document: `written`; `older`, a newer one stands there already, which is as good; `poison`, the engine
 * will never take it; `later`, it passes by itself (busy, no connection) and is to be sent again.
 */
export type WriteOutcome = 'written' | 'older' | 'poison' | 'later';
export type Written = { outcome: WriteOutcome; reason?: string };

const result = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
export const bulkAnswerSchema = z.object({ items: z.array(z.object({ index: result })) });

/** A status on which the whole of it is worth another try: too busy, down, or not yet allowed in. */
export const isPassing = (status: number): boolean =>
  status === 429 || status >= 500 || status === 401 || status === 403;

/** Reads one line of a bulk answer. */
export const outcomeOf = ({ status, error }: z.infer<typeof result>): Written => {
  if (status < 300) return { outcome: 'written' };
  if (status === 409) return { outcome: 'older' };
  const reason = `${error?.type ?? status}: ${error?.reason ?? ''}`.slice(0, 500);
  // A version of the index that was just removed: the next try goes to the ones that are there.
  const gone = error?.type === 'index_not_found_exception' || status === 404;
  return { outcome: gone || isPassing(status) ? 'later' : 'poison', reason };
};

/** The version was made before a field that the document has: by a release that did not know it. */
export const lacksField = ({ outcome, reason }: Written): boolean =>
  outcome === 'poison' && reason?.startsWith('strict_dynamic_mapping_exception') === true;

const gravity: readonly WriteOutcome[] = ['older', 'written', 'poison', 'later'];

/** The outcome over all versions of the index: what must be tried again comes before what never will be taken. */
export const graver = (a: Written, b: Written): Written =>
  gravity.indexOf(b.outcome) > gravity.indexOf(a.outcome) ? b : a;
