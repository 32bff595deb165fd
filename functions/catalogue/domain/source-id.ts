/** The longest local id that is used unchanged. */
const LONGEST = 100;

/** Returns the id of a source record: the member with its own number (001), or with a hash of the content. */
export const sourceIdOf = (memberId: string, localId: string): string => `${memberId}:${localId}`;

/** Returns the member's number of a record. Takes 001 as recorded and the checksum of the content. */
export const localIdOf = (controlNumber: string | undefined, checksum: string): string => {
  const given = controlNumber?.trim().replace(/\s+/g, ' ') ?? '';
  return given === '' || given.length > LONGEST ? `sha-${checksum.slice(0, 32)}` : given;
};

/**
 * Returns the id of the temporary record for an item of a library outside the consortium during an interlibrary loan. Local ids are
 * trimmed, so that no load can create one that begins with a blank.
 */
export const temporarySourceId = (memberId: string, requestId: string): string => sourceIdOf(memberId, ` ${requestId}`);

/** Returns whether a source record is such a temporary one, which no catalogue or interface shows. */
export const isTemporarySource = (sourceId: string): boolean => sourceId.charAt(sourceId.indexOf(':') + 1) === ' ';

/** Returns the member of a source record; empty, which is no member's name, when malformed. */
export const memberOfSource = (sourceId: string): string => sourceId.slice(0, Math.max(0, sourceId.indexOf(':')));

/** Returns the member's number of a source record from its id. */
export const localIdIn = (sourceId: string): string => sourceId.slice(sourceId.indexOf(':') + 1);
