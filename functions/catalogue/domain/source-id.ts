/** The longest local id that is kept as it is. */
const LONGEST = 100;

/** The id of a source record: the member and its own number for it (001), or a hash of its content where it has none. */
export const sourceIdOf = (memberId: string, localId: string): string => `${memberId}:${localId}`;

/** The number by which a member knows a record. Takes 001 as it stands and the content's checksum. */
export const localIdOf = (controlNumber: string | undefined, checksum: string): string => {
  const given = controlNumber?.trim().replace(/\s+/g, ' ') ?? '';
  return given === '' || given.length > LONGEST ? `sha-${checksum.slice(0, 32)}` : given;
};

/**
 * The id of the record that stands for an item of a library outside while it is here for a loan request (interlibrary loan).
 * Local ids are trimmed, so that no load can say one that begins with a blank.
 */
export const temporarySourceId = (memberId: string, requestId: string): string => sourceIdOf(memberId, ` ${requestId}`);

/** Whether a source record is such a temporary one: it is in no catalogue, and no door shows it. */
export const isTemporarySource = (sourceId: string): boolean => sourceId.charAt(sourceId.indexOf(':') + 1) === ' ';

/** Whose source record it is; empty, which no member is called, when malformed. */
export const memberOfSource = (sourceId: string): string => sourceId.slice(0, Math.max(0, sourceId.indexOf(':')));

/** The number by which its member knows a source record, out of its id. */
export const localIdIn = (sourceId: string): string => sourceId.slice(sourceId.indexOf(':') + 1);
