import type * as z from 'zod';

/** A kind of policy: its stored name, and the schema of its body. Each context declares its own kinds. */
export type PolicyKind<N extends string = string, S extends z.ZodType = z.ZodType> = {
  readonly name: N;
  readonly body: S;
};

/** Declares a kind of policy. Takes its stored name and the schema of its body. */
export const policyKind = <N extends string, S extends z.ZodType>(name: N, body: S): PolicyKind<N, S> => ({
  name,
  body,
});
