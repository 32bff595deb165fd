/** A letter as printed: sender, addressee, date and text. Its lines went through `plainValue`. */
export type Letter = {
  /** Name, then the address line by line: for the window of the envelope. */
  to: string[];
  /** The library and its address on one line, small above the address. */
  from: string;
  /** The day of the batch, written in the patron's language. */
  date: string;
  subject: string;
  text: string;
};
