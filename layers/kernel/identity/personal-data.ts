/** Whose data something can hold: an applicant is no patron yet, an outsider belongs to a library outside the consortium. */
export type Person = 'patron' | 'staff' | 'applicant' | 'outsider';

/** Whose personal data something holds, and for what purpose; `none` where it names nobody, by no id either. */
export type Personal = 'none' | { readonly [P in Person]?: string };
