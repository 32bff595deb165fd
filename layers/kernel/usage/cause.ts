/** The members that an event concerns: the desk's, the patron's home, the item's owner. */
type Members = { owner?: string; desk?: string; patron?: string };

/** Chooses the member that the work caused by an event is attributed to: the desk, else the patron's home, else the owner. */
export const causeOf = ({ desk, patron, owner }: Members): string => (desk || patron || owner) ?? 'consortium';
