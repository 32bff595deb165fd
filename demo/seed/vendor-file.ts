/** Returns a day as messages write it (YYYYMMDD). Takes epoch ms. */
export const messageDay = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '');

/** A file of a vendor with one message in the library profile, for a library; sent at an instant (epoch ms). */
type VendorFile = {
  type: 'INVOIC' | 'ORDRSP';
  san: string;
  memberId: string;
  at: number;
  segments: readonly string[];
};

/** Returns a file of a vendor in base64. */
export const vendorFile = ({ type, san, memberId, at, segments }: VendorFile): string => {
  const message = [`UNH+1+${type}:D:96A:UN`, ...segments, `UNT+${segments.length + 2}+1`];
  const file = [`UNB+UNOC:3+${san}:31B+${memberId}:ZZ+${messageDay(at).slice(2)}:0800+1`, ...message, "UNZ+1+1'"].join(
    "'",
  );
  return Buffer.from(file, 'latin1').toString('base64');
};
