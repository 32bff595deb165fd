import * as z from 'zod';
import {
  type OwnKind,
  type OwnValues,
  ownKinds,
  ownValuesSchema,
} from '../../../layers/records/policies/domain/own-values.ts';
import { type ChangeConflict, withChanges } from './with-change.ts';

/** A change of what a member sets itself in a policy other than the loan rules: all of its values before and after. */
export const ownPartSchema = z.strictObject({
  kind: z.enum(ownKinds),
  before: ownValuesSchema,
  after: ownValuesSchema,
});
export type OwnPart = z.infer<typeof ownPartSchema>;

type Body = { members?: Readonly<Record<string, object>> | undefined };

const valuesIn = (body: Body, memberId: string): object =>
  body.members && Object.hasOwn(body.members, memberId) ? (body.members[memberId] ?? {}) : {};

/** Returns the values that a member set itself, as far as they are numbers: only these are proposed. */
export const ownNumbersIn = (body: Body, memberId: string): OwnValues =>
  Object.fromEntries(
    Object.entries(valuesIn(body, memberId)).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );

/** Puts the change of a member's own values into a policy; returns the conflict where others set one of them to something else. */
export const withOwnPart = <B extends Body>(
  body: B,
  memberId: string,
  { before, after }: OwnPart,
): B | ChangeConflict => {
  const change = { before: { id: memberId, values: before }, after: { id: memberId, values: after } };
  const merged = withChanges([{ id: memberId, values: valuesIn(body, memberId) }], [change]);
  if (!Array.isArray(merged)) return merged;
  const { [memberId]: _, ...others } = body.members ?? {};
  const own = merged[0]?.values ?? {};
  return { ...body, members: { ...others, ...(Object.keys(own).length > 0 && { [memberId]: own }) } };
};

/** Returns whether a value is an amount of money, in minor units. */
export const isOwnAmount = (kind: OwnKind, value: string): boolean =>
  kind === 'fees' || kind === 'resource-sharing' || value === 'owedLimit' || value === 'dependantsOwedLimit';

/** Returns whether something is what stands in the way of a change. */
export const isConflict = (one: object): one is ChangeConflict => 'id' in one && !('members' in one);

/** The name of a policy of which a member sets a part. */
export type PartKind = OwnKind | 'loan-rules';

/** Returns the policy that a proposal changes. */
export const kindOf = ({ own }: { own?: Pick<OwnPart, 'kind'> | undefined }): PartKind => own?.kind ?? 'loan-rules';
