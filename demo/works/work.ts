/** What a work is made of, which decides its record type, its item category and who collects it. */
export const forms = ['book', 'ebook', 'dvd', 'cd', 'score', 'journal', 'ejournal', 'map'] as const;
export type Form = (typeof forms)[number];

/** A text in Latin letters and, when the work is in another script, as it stands there. */
export type Scripted = { romanised: string; original?: string };

/** A person (or, when `corporate`, a body) in the form of its authority heading. */
export type Agent = { name: Scripted; corporate: boolean };

/** One publication (an edition, a recording, an online version) of the demo's catalogue: facts, not yet a record of any member. */
export type Work = {
  /** A slug of title and year, or the key that a named case refers to. Unique. */
  id: string;
  form: Form;
  /** MARC code of the language; `zxx` when there is none. */
  language: string;
  audience: 'adult' | 'juvenile';
  /** With the subtitle behind ` : `. */
  title: Scripted;
  author?: Agent;
  added: Agent[];
  /** Of publication; of a journal, its first year. */
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
