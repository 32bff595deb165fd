/** Where a letter is addressed from and to, and what it says: all that its page shows. Lines are plain (plainValue). */
export type Letter = {
  /** Name, then the address line by line: for the window of the envelope. */
  to: string[];
  /** The library and its address on one line, small above the address. */
  from: string;
  /** The day of the batch, as the patron's language writes it. */
  date: string;
  subject: string;
  text: string;
};

/** The sizes of paper that letters are printed on. */
export const paperSizes = ['A4', 'LETTER'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** As many lines as a window shows, the name included. */
const WINDOW_LINES = 6;

// A state and its code stay on the line of their town: “Riverton, NY 12345”.
const partsOf = (address: string): string[] => {
  const parts = address.split(/,\s*/);
  const [town, code] = parts.slice(-2);
  const together = parts.length > 1 && /^[A-Z]{2,3} \d/.test(code ?? '');
  return together ? [...parts.slice(0, -2), `${town}, ${code}`] : parts;
};

/** An address as it stands in a window: by its own lines, or parted at commas where it was written on one. */
export const addressLines = (name: string, address: string): string[] => {
  const lines = address.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parted = lines.length > 1 ? lines : partsOf(address);
  const clean = [name, ...parted].map((line) => line.trim()).filter((line) => line !== '');
  // What does not fit joins the last line: nothing of an address is left out.
  const shown = clean.slice(0, WINDOW_LINES - 1);
  const rest = clean.slice(WINDOW_LINES - 1);
  return rest.length === 0 ? shown : [...shown, rest.join(', ')];
};
