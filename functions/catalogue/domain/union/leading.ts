import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';

/** What of a union record a member's records can lead in: the whole description, or a group of fields of `bestOf`. */
export const ledKinds = ['description', 'main-entry', 'edition', 'extent', 'series', 'contents', 'summary'] as const;
export type LedKind = (typeof ledKinds)[number];

/**
 * Whose records lead in the union record, as the consortium decides: for a kind of field the members in order. The first of them
 * that has the field in its record gives it; where none has, the rules of `bestOf` decide as without.
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

/** In what a member's records lead, and how many members go before it there. */
export type Leads = Partial<Record<LedKind, number>>;

/** In what the records of a member lead; undefined when in nothing. */
export const leadsOf = ({ leads }: UnionRecordPolicy, memberId: string): Leads | undefined => {
  const own = leads.flatMap(({ fields, members }) => {
    const rank = members.indexOf(memberId);
    return rank < 0 ? [] : [[fields, rank] as const];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
};

type Leading = { leads?: Leads | undefined };

/** How many go before a source in a kind of field; without end for one that does not lead in it. */
export const rankIn = (kind: LedKind, { leads }: Leading): number => leads?.[kind] ?? Number.POSITIVE_INFINITY;

/** The source that gives a kind of field because its member leads in it and it has any; undefined when none does. Of one member's the first given. */
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
