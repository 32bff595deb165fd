import * as z from 'zod';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { type Audience, maySee, type Viewer } from '../visibility/visibility.ts';
import { rulingSchema } from './record-decisions.ts';

/** The cataloguer's reason for a decision or for undoing it. */
export const reasonSchema = someLines(500, 3);

/** The most source records of one decision: each of one side is ruled on with each of the other, in one write. */
export const MOST_DECIDED = 40;

const side = z.strictObject({ sourceId: z.string(), memberId: z.string() });

/** A decision of staff on union records, as cataloguers read it. */
export const decisionViewSchema = z.strictObject({
  decisionId: z.string(),
  did: z.enum(['merge', 'split', 'mark-distinct']),
  /** The union records of the decision by their ids at that time, and those of their source records afterwards. */
  before: z.array(z.string()),
  after: z.array(z.string()),
  /** The source records of each side; a split removes the first side. Those that the reader may not see are left out. */
  one: z.array(side),
  two: z.array(side),
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
  /** How the first source records of the two sides agreed and differed, in cataloguing terms. */
  because: z.array(z.string()),
  matchedBy: z.int().exactOptional().describe('The version of the policy `matching` by which they were compared'),
  undone: z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).exactOptional(),
});
export type DecisionView = z.infer<typeof decisionViewSchema>;

const move = z.object({ sourceId: z.string(), recordId: z.string() });

const { one: _one, two: _two, ...rest } = decisionViewSchema.shape;

/** A decision as stored: `pending` are the sources whose copies and holds are not updated yet. */
export const decisionSchema = z.object({
  ...rest,
  v: z.number(),
  is: rulingSchema.shape.is,
  sides: z.tuple([z.array(z.string()), z.array(z.string())]),
  memberId: z.string(),
  pending: z.array(move).exactOptional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A source record with its member and the audiences it is hidden from. */
export type SeenSource = { sourceId: string; memberId: string; hiddenFrom: readonly Audience[] };

/** Returns a decision as a viewer may read it. Takes the source records that still exist. */
export const decisionView = (decision: Decision, sources: readonly SeenSource[], viewer: Viewer): DecisionView => {
  const { decisionId, did, before, after, at, by, reason, because, matchedBy, undone } = decision;
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
    ...(matchedBy !== undefined && { matchedBy }),
    ...(undone && { undone }),
  };
};

/** The reason why a decision on union records is refused; further reasons for a merge or a split. */
export type DecisionRefusal = 'unknown-record' | 'not-yours' | 'too-many-records';
export type MergeRefusal = 'same-record';
export type SplitRefusal = 'not-in-record' | 'nothing-left';

/** The person who decides: the viewer, and the members for which he or she catalogues. */
export type Decider = { viewer: Viewer; members: readonly string[] };

/**
 * Returns why these sides may not be decided on; undefined when they may. Each must contain a source record that the cataloguer may see,
 * and one of them a record of a member for which he or she catalogues.
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
