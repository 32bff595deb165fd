/** A meeting: its local day, and the instant at which its minutes were approved. */
export type Meeting = { meetingId: string; day: string; approvedAt?: string };

/** Returns the last meeting before the day on which a decision is reviewed; undefined while none is planned. */
export const meetingOfReview = (meetings: readonly Meeting[], reviewDay: string): Meeting | undefined =>
  meetings.filter(({ day }) => day < reviewDay).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];

/** Returns whether the attendance of a meeting can still be edited: after its minutes are approved, only corrections are added. */
export const mayEdit = ({ approvedAt }: Meeting): boolean => approvedAt === undefined;

/** The longest statement for or against a proposal, in characters: the same for both sides. */
export const LONGEST_STATEMENT = 2000;
export type Statement = { side: 'for' | 'against'; memberId: string; text: string };

/**
 * Returns the sides in the order in which one viewer sees them: drawn by the hash of the ballot and the viewer, so that no side is always first
 * and a viewer finds them as before. A side without a statement is shown as such.
 */
export const statementsFor = (
  statements: readonly Statement[],
  { ballotId, viewer, hash }: { ballotId: string; viewer: string; hash: (text: string) => string },
): { side: Statement['side']; statements: Statement[] }[] => {
  const isForFirst = Number.parseInt(hash(`${ballotId} ${viewer}`).slice(0, 2), 16) % 2 === 0;
  const sides = isForFirst ? (['for', 'against'] as const) : (['against', 'for'] as const);
  return sides.map((side) => ({ side, statements: statements.filter((one) => one.side === side) }));
};
