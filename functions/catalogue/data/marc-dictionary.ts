/** Subfields begin with a vertical bar here, and fields end with a tilde: as ISO 2709 separates them they would be longer in each bundle. */
const TEXTS = [
  ' 7|aFiction.|2lcgft~  |aAlso available|von the Internet.~  |aMode of access: World Wide Web.~  |aTitle from PDF title screen~',
  '  |aTitle from title screen (viewed on |).~08|iPrint version:|a|t|d|z|w(DLC)|w(OCoLC)~  |aTranslation of: ~',
  '  |aOriginally published: ~  |aReprint. Originally published: ~  |aIncludes index.~',
  '  |aIncludes bibliographical references (p. |) and index.~  |aIncludes bibliographical references and index.~',
  '  |aBibliography: p. ~  |aCover title.~  |aDescription based on: ~  |aShipping list no.: ~41|uhttps://www.|3|zAvailable online~',
  '40|uhttp://purl.|uhttps://doi.org/10.~ 7|aHistory.|2fast|0(OCoLC)fst0141~ 7|aUnited States.|2fast|0(OCoLC)fst01204155~',
  '17|2fast|0(OCoLC)fst00|1http://id.worldcat.org/fast/|0http://id.loc.gov/authorities/subjects/sh|0http://id.loc.gov/authorities/names/n|1http://viaf.org/viaf/~',
  ' 4|a~ 0|aUnited States. |bCongress. |bHouse. |bSenate. |bCommittee on |bDepartment of |xGovernment policy|zUnited States.~',
  ' 0|xSocial conditions|xEconomic conditions|xPolitics and government|xHistory and criticism.|xHistory|xLaw and legislation|xStudy and teaching|xPeriodicals.|vPeriodicals.|vBiography.|vFiction.|vMaps.|vStatistics.|vCongresses.|vBibliography.|vCase studies.|vJuvenile fiction.|xEnvironmental aspects|xManagement.|y20th century.|y19th century|zGreat Britain|zEngland|zFrance|zGermany|zCanada|zCalifornia|zNew York (State)|zUnited States|xHistory.~',
  '1 |eauthor.|eeditor.|eissuing body.|etranslator.|eillustrator.|4http://id.loc.gov/vocabulary/relators/aut~',
  '2 |aGeological Survey (U.S.)|eissuing body.|aUniversity of ~  |avolume|bnc|2rdacarrier~  |aonline resource|bcr|2rdacarrier~',
  '  |acomputer|bc|2rdamedia~  |aunmediated|bn|2rdamedia~  |atext|btxt|2rdacontent~',
  '  |a1 online resource (| pages) :|billustrations (some color)~  |a pages :|billustrations, maps ;|c28 cm.~',
  '  |a p. :|bill. (some col.), maps ;|c24 cm~  |axii, 2| p. ;|c23 cm.~',
  ' 1|aWashington, DC :|bU.S. Dept. of |c20|a[Place of publication not identified] :|b[publisher not identified],~',
  '  |aWashington :|bU.S. G.P.O. :|b[For sale by the Supt. of Docs., U.S. G.P.O.],|c19~',
  '  |aNew York :|aLondon ;|bOxford University Press,|bCambridge University Press,|bRoutledge,|c19~  |a1st ed.~  |aFirst edition.~',
  '  |a2nd ed.~10|a| :|b| /|cby |[edited by] ~14|aThe |h[electronic resource] :|h[microform] /~00|a|h[electronic resource]~',
  '1 |a|d19|-~10|aUnited States.|bCongress.~1 |a|(|q|),~00|aHV|b~04|a3|222~0 |a|21~0 |aY 4.~ 0|a0~  |apcc~  |an-us---~  |an-us-~',
  '1 |aeng|hger|hfre~  |aDLC|beng|erda|cDLC|dDLC|dOCLCQ|dOCLCO|dOCLCF|dGPO|dMvI~  |aGPO|beng|erda|epn|cGPO|dGPO~  |aDLC|cDLC|dDLC~',
  '  |a978|q(paperback)|q(hardcover)|0|a (pbk.)|a (alk. paper)|c$~  |a   ~  |a(OCoLC)ocm|z(OCoLC)|a(OCoLC)ocn|a(OCoLC)on1|a(DLC)~~',
  'cr mnu---unuuu~cr ~ta~m     o  d f      ~19850101000000.0~20101201000000.0~850101s1985    nyua     b    001 0 eng  ~',
  '200101s2020    dcua    ob   f000 0 eng c~010101s2001    enka     b    001 0 eng d~',
  '00100300500600700801002003504004204305008208609910011024524625026026430033633733849050050450552053053858860061065065065065165570071074077683085688090794594999499899900100500801003504005008210024526030050050460065070074000100300500801002004005008210024525026030044050465070000100300500804004305010024526030035049050050465065170071081083001234nam a2200301 a 450001234cam a2200301 i 450002345nam a2200457Ii 450001234cam  2200289   4500',
].join('');

/**
 * The texts that many MARC records contain, as a preset dictionary of their compression, the most frequent last. Records are packed with it
 * and cannot be read with another: it never changes.
 */
export const marcDictionary: Uint8Array = Buffer.from(TEXTS.replaceAll('|', '\u001f').replaceAll('~', '\u001e'));
