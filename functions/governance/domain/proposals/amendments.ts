/** A change of one value of a proposed policy: where (a JSON Pointer, RFC 6901), and to what. */
export type ValueChange = { at: string; to: unknown };

/** The states of an amendment. One that conflicts with an accepted amendment is obsolete; a rejected one may become a proposal of its own. */
export type AmendmentState = 'evaluating' | 'accepted' | 'rejected' | 'withdrawn' | 'obsolete';
export type Amendment = { amendmentId: string; state: AmendmentState; changes: readonly ValueChange[] };

/** Returns whether two places are the same, or one is inside the other. */
const isSamePlace = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** Returns whether two amendments change the same value differently. */
export const conflicts = (one: Amendment, other: Amendment): boolean =>
  one.changes.some((a) =>
    other.changes.some(
      (b) => isSamePlace(a.at, b.at) && (a.at !== b.at || JSON.stringify(a.to) !== JSON.stringify(b.to)),
    ),
  );

/** Returns the amendments after one was accepted: those that conflict with it and wait are obsolete, all others stay as they are. */
export const afterAcceptance = (amendments: readonly Amendment[], amendmentId: string): Amendment[] => {
  const accepted = amendments.find((one) => one.amendmentId === amendmentId);
  if (accepted?.state !== 'evaluating') return [...amendments];
  return amendments.map((one) => {
    if (one === accepted) return { ...one, state: 'accepted' };
    return one.state === 'evaluating' && conflicts(one, accepted) ? { ...one, state: 'obsolete' } : one;
  });
};

/** Returns why no amendment can be proposed now; undefined when it can. Instants in ISO 8601. */
export const amendmentFault = (
  { state, amendUntil }: { state: string; amendUntil?: string },
  now: string,
): 'not-open' | 'amendments-closed' | undefined => {
  if (state !== 'open') return 'not-open';
  return amendUntil !== undefined && now >= amendUntil ? 'amendments-closed' : undefined;
};
