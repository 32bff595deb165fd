/** A role in a work, as far as citations distinguish roles. */
export type CitedRole =
  | 'author'
  | 'composer'
  | 'director'
  | 'cartographer'
  | 'artist'
  | 'editor'
  | 'translator'
  | 'performer';

/**
 * Codes of MARC 21 and terms of cataloguing rules by role, including those of old records and in German, French, Italian and Spanish. Whole
 * terms: the author of an introduction, the editor of a film and a transcriber are none of these.
 */
const terms: Readonly<Record<CitedRole, string>> = {
  author: `aut cre dis author auth creator writer auteur autor autora autore verfasser verfasserin`,
  composer: `cmp composer compositeur compositrice compositor compositore komponist komponistin`,
  director: `drt fmd fmk tld director film-director television-director filmmaker regisseur regisseurin regie réalisateur réalisatrice
    realizador`,
  cartographer: `ctg cartographer cartographe kartograph kartographin cartógrafo`,
  artist: `art ill pht egr etr prm scl artist illustrator photographer engraver etcher printmaker painter sculptor künstler künstlerin
    fotograf fotografin artiste photographe`,
  editor: `edt edc com ed eds edited-by editor editors general-editor editor-of-compilation compiler comp hrsg hg herausgeber
    herausgeberin éd éditeur-scientifique directeur-de-publication directeur-de-la-publication curatore`,
  translator: `trl tr trans translator translated-by trad traducteur traductrice traductor traductora traduttore übers übersetzer
    übersetzerin`,
  performer: `act cnd itr mus nrt prf sng actor actress conductor instrumentalist musician narrator performer singer vocalist soprano
    tenor sopran klavier dirigent sänger sängerin schauspieler schauspielerin sprecher sprecherin interprète acteur actrice`,
};

const roleByTerm: ReadonlyMap<string, CitedRole> = new Map(
  (Object.entries(terms) as [CitedRole, string][]).flatMap(([role, words]) =>
    words.split(/\s+/).map((word) => [word.replaceAll('-', ' '), role] as const),
  ),
);

/** Splits "Joint ed. and tr.", "composer (expression)", "Verfasser*in" into terms as in the list. */
const termsIn = (statement: string): string[] =>
  statement
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace('*in', 'in')
    .split(/[,;&/]|\s(?:and|und|et)\s/)
    .map((term) => term.replace(/[.\s]+/g, ' ').trim())
    .map((term) => term.replace(/^(?:joint |jt |co-?(?=author|auteur|autor|editor))/, ''));

/** Returns the roles that citations include, from the terms and codes of a name. */
export const citedRoles = (statements: readonly string[]): Set<CitedRole> =>
  new Set(statements.flatMap(termsIn).flatMap((term) => roleByTerm.get(term) ?? []));
