/** A file of a vendor with one message in the library profile, for a library on a day (YYYYMMDD). */
type VendorFile = {
  type: 'INVOIC' | 'ORDRSP';
  san: string;
  memberId: string;
  day: string;
  segments: readonly string[];
};

/** Returns a file of a vendor in base64. */
export const vendorFile = ({ type, san, memberId, day, segments }: VendorFile): string => {
  const message = [`UNH+1+${type}:D:96A:UN`, ...segments, `UNT+${segments.length + 2}+1`];
  const file = [`UNB+UNOC:3+${san}:31B+${memberId}:ZZ+${day.slice(2)}:0800+1`, ...message, "UNZ+1+1'"].join("'");
  return Buffer.from(file, 'latin1').toString('base64');
};
