import * as z from 'zod';
import { attribute, defaultAttributionPolicy, evidenceSchema } from './attribution.ts';

/** What a line leaves out where its reader finds it in the rest of the line. */
const implied = z.object({
  requestId: z.string(),
  operation: z.string(),
  context: z.string().optional(),
  evidence: evidenceSchema.optional(),
});

const firstWord = (operation: string): string => operation.split('-', 1)[0] ?? operation;

const impliedBy = (value: unknown): Record<string, unknown> => {
  const said = implied.safeParse(value);
  if (!said.success) return {};
  const { requestId, operation, evidence, context = firstWord(operation) } = said.data;
  const whose = evidence ? attribute(defaultAttributionPolicy, evidence) : {};
  return { lambdaRequestId: requestId, context, service: context, ...whose };
};

/** A usage line (usage-line.ts) as far as it is shortened here. */
type Line = { context: string; units: Readonly<Record<string, number>> };

/**
 * A usage line as it is logged, since each of its bytes is paid for: counts of nothing are left out, and what the rest of
 * the line says already: whose use it is by its evidence, the second id where there is one, the context as first word of
 * the operation, the service that bears its context's name.
 */
export const shortLine = <T extends Line>(line: T): Record<string, unknown> => {
  const repeated = impliedBy({ ...line, context: undefined });
  // The service is told from the context as the line says it.
  if (line.context !== repeated.context) repeated.service = line.context;
  const entries = Object.entries(line).filter(([name, value]) => repeated[name] !== value);
  const units = Object.fromEntries(Object.entries(line.units).filter(([, count]) => count !== 0));
  return { ...Object.fromEntries(entries), units };
};

/** A logged line with what it left out, as its schema wants it; a line that says all (as before) is as it was. */
export const wholeLine = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? { ...impliedBy(value), ...value } : value;
