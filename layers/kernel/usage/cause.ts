/** The members that an event concerns: the desk where it happened, the home member of its patron, the owner of its item. */
type Members = { owner?: string; desk?: string; patron?: string };

/** Chooses the member that the work caused by an event is attributed to: the desk, else the patron's home, else the owner. */
export const causeOf = ({ desk, patron, owner }: Members): string => (desk || patron || owner) ?? 'consortium';
