import * as z from 'zod';
import { type Audience, maySee, type Viewer } from '../visibility/visibility.ts';
import { rulingSchema } from './record-decisions.ts';

/** Why a decision was made, or undone, in the cataloguer's words. */
export const reasonSchema = z.string().trim().min(3).max(500);

/** The most source records that one decision is about: each of one side is ruled on with each of the other, in one write. */
export const MOST_DECIDED = 40;

const side = z.strictObject({ sourceId: z.string(), memberId: z.string() });

/** A decision of staff on union records, as cataloguers read it. */
export const decisionViewSchema = z.strictObject({
  decisionId: z.string(),
  did: z.enum(['merge', 'split', 'mark-distinct']),
  /** The union records that it was about, by their ids of then, and those in which their source records were afterwards. */
  before: z.array(z.string()),
  after: z.array(z.string()),
  /** The source records of either side; in a split the first side left. Those that the reader may not see are left out. */
  one: z.array(side),
  two: z.array(side),
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
  /** How the first source records of the two sides agreed and differed, in a cataloguer's words. */
  because: z.array(z.string()),
  undone: z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).exactOptional(),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;

const move = z.object({ sourceId: z.string(), recordId: z.string() });

const { one: _one, two: _two, ...rest } = decisionViewSchema.shape;

/** A decision as stored: `pending` are the sources whose copies and holds are still to follow it. */
export const decisionSchema = z.object({
  ...rest,
  v: z.number(),
  is: rulingSchema.shape.is,
  sides: z.tuple([z.array(z.string()), z.array(z.string())]),
  memberId: z.string(),
  pending: z.array(move).exactOptional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A source record, by its member and from whom that hides it. */
export type SeenSource = { sourceId: string; memberId: string; hiddenFrom: readonly Audience[] };

/** A decision as a viewer may read it. Takes the source records that still stand. */
export const decisionView = (decision: Decision, sources: readonly SeenSource[], viewer: Viewer): DecisionView => {
  const { decisionId, did, before, after, at, by, reason, because, undone } = decision;
  const seen = new Map(
    sources
      .filter(({ memberId, hiddenFrom }) => maySee(viewer, memberId, hiddenFrom))
      .map(({ sourceId, memberId }) => [sourceId, { sourceId, memberId }]),
  );
  const shown = (ids: readonly string[]) => ids.flatMap((id) => seen.get(id) ?? []);
  const [one, two] = decision.sides;
  return {
    ...{ decisionId, did, before, after, at, by, reason, because },
    one: shown(one),
    two: shown(two),
    ...(undone && { undone }),
  };
};

/** Why any decision on union records is refused; why a merge is, or a split, besides. */
export type DecisionRefusal = 'unknown-record' | 'not-yours' | 'too-many-records';
export type MergeRefusal = 'same-record';
export type SplitRefusal = 'not-in-record' | 'nothing-left';

/** Who decides: as whom the catalogue is seen, and for which members a cataloguer. */
export type Decider = { viewer: Viewer; members: readonly string[] };

/**
 * Why these sides may not be decided on; undefined when they may. Each must hold a source record that the cataloguer may see,
 * and one of them one of a member for which he or she catalogues.
 */
export const refuseSides = (
  [one, two]: readonly [readonly SeenSource[], readonly SeenSource[]],
  { viewer, members }: Decider,
): DecisionRefusal | undefined => {
  const isSeen = ({ memberId, hiddenFrom }: SeenSource): boolean => maySee(viewer, memberId, hiddenFrom);
  if (!one.some(isSeen) || !two.some(isSeen)) return 'unknown-record';
  if (![...one, ...two].some(({ memberId }) => members.includes(memberId))) return 'not-yours';
  return one.length + two.length > MOST_DECIDED ? 'too-many-records' : undefined;
};
