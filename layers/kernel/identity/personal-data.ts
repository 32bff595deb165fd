/** The kinds of persons with personal data: an applicant is not a patron yet; an outsider belongs to a library outside the consortium. */
export type Person = 'patron' | 'staff' | 'applicant' | 'outsider';

/** The persons whose data something contains, with its purpose; `none` when it identifies nobody, not even by id. */
export type Personal = 'none' | { readonly [P in Person]?: string };
