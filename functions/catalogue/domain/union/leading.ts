import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

/** The parts of a union record in which a member's records can lead: the whole description, or a group of fields of `bestOf`. */
export const ledKinds = ['description', 'main-entry', 'edition', 'extent', 'series', 'contents', 'summary'] as const;
export type LedKind = (typeof ledKinds)[number];

/**
 * The members whose records lead in the union record, by policy of the consortium: in order for each kind of field. The first member whose
 * record has the field supplies it; where none has, the rules of `bestOf` apply.
 */
export const unionRecordSchema = z.strictObject({
  leads: z
    .array(
      z.strictObject({
        fields: z.enum(ledKinds),
        members: z.array(memberIdSchema).min(1).max(50),
      }),
    )
    .max(ledKinds.length)
    .refine((leads) => new Set(leads.map(({ fields }) => fields)).size === leads.length, {
      message: 'Each kind of field is led by one list of members.',
    }),
});
type UnionRecordPolicy = z.infer<typeof unionRecordSchema>;

/** The kinds in which a member's records lead, with the number of members before it. */
export type Leads = Partial<Record<LedKind, number>>;

/** Returns the kinds in which the records of a member lead; undefined when there are none. */
export const leadsOf = ({ leads }: UnionRecordPolicy, memberId: string): Leads | undefined => {
  const own = leads.flatMap(({ fields, members }) => {
    const rank = members.indexOf(memberId);
    return rank < 0 ? [] : [[fields, rank] as const];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
};

type Leading = { leads?: Leads | undefined };

/** Returns the number of members before a source in a kind of field; infinite when it does not lead there. */
export const rankIn = (kind: LedKind, { leads }: Leading): number => leads?.[kind] ?? Number.POSITIVE_INFINITY;

/**
 * Returns the source that supplies a kind of field because its member leads and it has the field; undefined when none does. Of one member
 * the first source given.
 */
export const ledBy = <S extends Leading>(
  sources: readonly S[],
  kind: LedKind | undefined,
  hasAny: (source: S) => boolean,
): S | undefined => {
  if (kind === undefined) return undefined;
  const leading = sources.filter((source) => source.leads?.[kind] !== undefined && hasAny(source));
  return leading.toSorted((a, b) => rankIn(kind, a) - rankIn(kind, b))[0];
};

export const unionRecordKind = policyKind('union-record', unionRecordSchema);
