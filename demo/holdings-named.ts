/** The member that holds a work, and the branches of its copies (one entry per copy; none is a record without items). */
export type NamedHolding = { member: string; branches: string[] };

const at = (...branches: string[]): NamedHolding => ({
  member: branches[0]?.slice(0, branches[0].indexOf('.')) ?? '',
  branches,
});
const recordOnly = (member: string): NamedHolding => ({ member, branches: [] });
const vault = [at('ashgrove.vault')];
const online = [recordOnly('riverton'), recordOnly('harcourt')];

/** The works with hand-made copies, because a named case depends on them. `holdings.ts` distributes all others. */
export const namedHoldings: Readonly<Record<string, readonly NamedHolding[]>> = {
  // Twelve holds wait for these two copies.
  crawdads: [at('riverton.main'), at('lakeshore.main')],
  // Lent on request only, with three possible suppliers: no copy can fill a hold.
  bowditch: [at('ashgrove.reading'), at('northfield.upper'), at('harcourt.special')],
  mahan: [at('ashgrove.reading'), at('northfield.upper'), at('harcourt.special')],
  beagle: [at('ashgrove.reading'), at('northfield.upper'), at('harcourt.special')],
  // One copy at a member that lends freely, and it is on loan: the rota must ask the members that lend on request.
  'ashley-knots': [at('riverton.main'), at('ashgrove.reading'), at('northfield.upper'), at('harcourt.special')],
  // Only members that lend on request hold these.
  chapman: [at('ashgrove.reading')],
  'mare-liberum': [at('ashgrove.reading')],
  'pna-1939': [at('ashgrove.reading', 'ashgrove.reading')],
  conway: [at('ashgrove.reading'), at('northfield.upper')],
  'mariners-mirror': [at('ashgrove.reading')],
  // In the catalogue, but without a copy anywhere.
  'nobody-voynich': [recordOnly('harcourt')],
  'nobody-hav': [recordOnly('riverton')],
  'confidential-titanic': vault,
  'confidential-mersey': vault,
  'confidential-electric': vault,
  'confidential-valdez': vault,
  'confidential-fitzgerald': vault,
  'pride-online': online,
  'moby-online': online,
  'frankenstein-online': online,
  'origin-online': online,
  'gatsby-online': online,
  'verwandlung-online': online,
  'nature-online': [recordOnly('harcourt'), recordOnly('calder')],
  'science-online': [recordOnly('harcourt'), recordOnly('calder')],
  // Copies for the loans of the cases.
  'gatsby-2004': [at('riverton.main', 'riverton.eastside'), at('harcourt.main'), at('northfield.upper')],
  'krc-2': [at('harcourt.science'), at('calder.main', 'calder.engineering')],
  'dune-1965-book': [at('lakeshore.main'), at('riverton.main'), at('calder.main')],
  sapiens: [at('riverton.main', 'riverton.hillcrest'), at('lakeshore.main'), at('harcourt.main')],
  deuxieme: [at('harcourt.main'), at('lakeshore.main')],
  hobbit: [at('riverton.eastside', 'riverton.main'), at('northfield.upper', 'northfield.lower'), at('harcourt.main')],
  thinking: [at('riverton.main'), at('harcourt.main'), at('calder.main')],
  'hunger-games': [at('riverton.main', 'riverton.eastside'), at('lakeshore.dunes'), at('northfield.upper')],
  capital21: [at('harcourt.main'), at('riverton.main')],
  educated: [at('riverton.main'), at('lakeshore.main'), at('harcourt.main')],
  moonlight: [at('riverton.main'), at('lakeshore.main')],
  // Catalogued by two members in different ways: each must become one record of the union.
  'rosa-ita': [at('riverton.main'), at('harcourt.main')],
  '1984-signet': [at('lakeshore.main'), at('riverton.main'), at('calder.main'), at('northfield.upper')],
  'clrs-3': [at('harcourt.science'), at('calder.main', 'calder.engineering')],
  ddia: [at('calder.main'), at('riverton.main')],
  'voina-i-mir': [at('riverton.main'), at('harcourt.main')],
  prestuplenie: [at('lakeshore.main'), at('harcourt.main')],
  genji: [at('riverton.main'), at('harcourt.main')],
  santi: [at('lakeshore.main'), at('harcourt.main'), at('calder.main')],
  zorba: [at('lakeshore.main'), at('harcourt.main')],
  bayna: [at('lakeshore.main'), at('harcourt.main')],
  godan: [at('riverton.main'), at('harcourt.main')],
  parfum: [at('lakeshore.main'), at('harcourt.main')],
  wonder: [at('riverton.main', 'riverton.hillcrest'), at('lakeshore.main'), at('northfield.lower', 'northfield.upper')],
};
