/** A meeting: its local day, and the instant at which its minutes were approved. */
export type Meeting = { meetingId: string; day: string; approvedAt?: string };

/** Returns the last meeting before the day on which a decision is reviewed; undefined while none is planned. */
export const meetingOfReview = (meetings: readonly Meeting[], reviewDay: string): Meeting | undefined =>
  meetings.filter(({ day }) => day < reviewDay).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];

/** Returns whether the attendance of a meeting can still be edited: after its minutes are approved, only corrections are added. */
export const mayEdit = ({ approvedAt }: Meeting): boolean => approvedAt === undefined;

/** The longest statement for or against a proposal, in characters: the same for both sides. */
export const LONGEST_STATEMENT = 2000;
export type Side = 'for' | 'against';

/**
 * Returns the sides in the order in which one viewer sees their statements: drawn by the hash of the ballot and the viewer, so that no side is always
 * first and a viewer finds them as before.
 */
export const sidesFor = ({
  about,
  viewer,
  hash,
}: {
  about: string;
  viewer: string;
  hash: (text: string) => string;
}): [Side, Side] =>
  Number.parseInt(hash(`${about} ${viewer}`).slice(0, 2), 16) % 2 === 0 ? ['for', 'against'] : ['against', 'for'];
