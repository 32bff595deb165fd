import * as z from 'zod';
import { attribute, defaultAttributionPolicy, type Evidence, evidenceSchema } from './attribution.ts';
import type { Units } from './units.ts';

/** Fields that a line omits when its reader can derive them from the rest of the line. */
const implied = z.object({
  requestId: z.string(),
  operation: z.string(),
  context: z.string().optional(),
  evidence: evidenceSchema.optional(),
});

const contextIn = (operation: string): string => operation.split('-', 1)[0] ?? operation;

const impliedBy = (value: unknown): Record<string, unknown> => {
  const parsed = implied.safeParse(value);
  if (!parsed.success) return {};
  const { requestId, operation, evidence, context = contextIn(operation) } = parsed.data;
  const attributed = evidence ? attribute(defaultAttributionPolicy, evidence) : {};
  return { lambdaRequestId: requestId, context, service: context, ...attributed };
};

/** The codes of the counts in a logged line. A code is never reused for another count. */
const codes = {
  ...{ writeUnits: 'w', readUnits: 'r', indexCalls: 'x', searchMs: 's', transitions: 't', queueMessages: 'q' },
  ...{ objectPuts: 'p', objectGets: 'g', signatures: 'k', busEvents: 'b', emails: 'm', httpUnits: 'h' },
  ...{ bytesIn: 'i', bytesOut: 'o', logBytes: 'l', textSegments: 'z' },
} as const satisfies Record<keyof Units, string>;
const countBy = new Map<string, string>(Object.entries(codes).map(([name, code]) => [code, name]));

/** The places of the evidence, in the order in which a logged line lists them after the caller. */
const places = ['workplace', 'home', 'requester', 'cause', 'portal'] as const;

/** The fields of a usage line (usage-line.ts) that are shortened here. */
type Line = {
  requestId: string;
  lambdaRequestId: string;
  at: string;
  operation: string;
  context: string;
  status: number;
  evidence?: Evidence | undefined;
  units: Units;
};

/** Returns the counts that differ from their implied values: one gateway step for an HTTP request, otherwise zero. */
const shortUnits = (units: Units, isHttp: boolean): Record<string, number> =>
  Object.fromEntries(
    Object.entries(units).flatMap(([name, count]) =>
      count === (isHttp && name === 'httpUnits' ? 1 : 0) ? [] : [[codes[name as keyof Units], count]],
    ),
  );

const shortEvidence = (evidence: Evidence): (string | 0)[] => {
  const named = places.map((place) => evidence[place] ?? 0);
  return [evidence.caller, ...named.slice(0, named.findLastIndex((one) => one !== 0) + 1)];
};

/**
 * Returns the compact form of a usage line for the log, where each byte costs money: with short names (`op` the operation, `run` the
 * Lambda's request id, `by` the caller and its members, `u` the counts by their codes), the instant in epoch ms, and without everything
 * that the rest of the line implies: zero counts, the status 200, the member derived from the evidence, the second id when equal, the
 * context as first word of the operation, and the service with its context's name.
 */
export const shortLine = <T extends Line>(line: T): Record<string, unknown> => {
  const { requestId, lambdaRequestId: run, at, operation: op, status, evidence, units, ...rest } = line;
  const repeated = impliedBy({ ...line, context: undefined });
  // The service is derived from the context as the line states it.
  if (line.context !== repeated.context) repeated.service = line.context;
  const { t, ...fields } = Object.fromEntries(Object.entries(rest).filter(([name, value]) => repeated[name] !== value));
  const isHttp = run !== requestId;
  return {
    ...{ t, requestId, ...(isHttp && { run }), at: Date.parse(at), op },
    ...(evidence && { by: shortEvidence(evidence) }),
    ...(status !== 200 && { status }),
    ...{ ...fields, u: shortUnits(units, isHttp) },
  };
};

const logged = z.looseObject({
  requestId: z.string(),
  run: z.string().optional(),
  at: z.number(),
  op: z.string(),
  by: z
    .tuple([z.string()])
    .rest(z.union([z.string(), z.literal(0)]))
    .optional(),
  u: z.record(z.string(), z.unknown()),
});

const longEvidence = ([caller, ...named]: readonly (string | 0)[]) => ({
  caller,
  ...Object.fromEntries(places.flatMap((place, at) => (named[at] ? [[place, named[at]]] : []))),
});

/** Returns the full names of a line that was logged with short ones; any other value is unchanged. */
const named = (value: object): object => {
  const parsed = logged.safeParse(value);
  if (!parsed.success) return value;
  const { op, run, by, u, at, ...rest } = parsed.data;
  const isHttp = run !== undefined && run !== rest.requestId;
  const units = Object.entries(u).map(([code, count]) => [countBy.get(code) ?? code, count]);
  return {
    ...{ operation: op, status: 200, ...(run !== undefined && { lambdaRequestId: run }), ...rest },
    ...(by && { evidence: longEvidence(by) }),
    ...{ at: new Date(at).toISOString(), units: { ...(isHttp && { httpUnits: 1 }), ...Object.fromEntries(units) } },
  };
};

/** Restores the omitted fields of a logged line for its schema; a complete line is unchanged. */
export const wholeLine = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const line = named(value);
  return { ...impliedBy(line), ...line };
};
