/** The form of a work, which determines its record type, its item category and its collectors. */
export const forms = ['book', 'ebook', 'dvd', 'cd', 'score', 'journal', 'ejournal', 'map'] as const;
export type Form = (typeof forms)[number];

/** A text in Latin letters and, for a work in another script, in the original script. */
export type Scripted = { romanised: string; original?: string };

/** A person (or, when `corporate`, a body) in the form of its authority heading. */
export type Agent = { name: Scripted; corporate: boolean };

/** A publication (an edition, a recording, an online version) of the demo's catalogue: facts, not yet a member's record. */
export type Work = {
  /** A slug of title and year, or the key that a named case uses. Unique. */
  id: string;
  form: Form;
  /** MARC code of the language; `zxx` when there is none. */
  language: string;
  audience: 'adult' | 'juvenile';
  /** Includes the subtitle after ` : `. */
  title: Scripted;
  author?: Agent;
  added: Agent[];
  /** The year of publication; of a journal, its first year. */
  year: number;
  place: Scripted;
  publisher: Scripted;
  /** Pages, or minutes for a film; only where known. */
  extent?: number;
  dewey: string;
  subjects: string[];
  isbn?: string;
  issn?: string;
  edition?: string;
  series?: string;
  originalLanguage?: string;
  url?: string;
};
