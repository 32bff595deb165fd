/**
 * The texts that most harvest rows contain, as a preset dictionary of their compression, the most frequent last. Rows are packed with it and
 * cannot be read with another: it never changes.
 */
export const harvestDictionary: Uint8Array = Buffer.from(
  [
    '","branchId":"","location":"","callNumber":"","copyNumber":"","volume":"","barcode":"","itemId":"item_',
    '<dc:relation></dc:relation><dc:description></dc:description><dc:contributor></dc:contributor>',
    '<dc:identifier>urn:issn:<dc:identifier>(OCoLC)<dc:identifier>https://www.urn:isbn:978</dc:identifier>',
    '<datafield tag="880" ind1=" " ind2=" "><subfield code="6">245-01/$1</subfield></datafield>',
    '<datafield tag="856" ind1="4" ind2="0"><subfield code="u">http://</subfield></datafield>',
    '<datafield tag="776" ind1="0" ind2="8"><subfield code="i">Print version:</subfield><subfield code="w">(DLC)',
    '<datafield tag="830" ind1=" " ind2="0"><datafield tag="710" ind1="2" ind2=" "><datafield tag="490" ind1="1" ind2=" ">',
    '<datafield tag="655" ind1=" " ind2="7"><subfield code="2">fast</subfield><subfield code="0">(OCoLC)fst0',
    '<datafield tag="651" ind1=" " ind2="0"><subfield code="a">United States</subfield><subfield code="x">History.',
    '<datafield tag="600" ind1="1" ind2="0"><datafield tag="520" ind1=" " ind2=" "><datafield tag="505" ind1="0" ind2=" ">',
    '<datafield tag="504" ind1=" " ind2=" "><subfield code="a">Includes bibliographical references and index.</subfield></datafield>',
    '<datafield tag="338" ind1=" " ind2=" "><subfield code="a">volume</subfield><subfield code="b">nc</subfield><subfield code="2">rdacarrier',
    '<datafield tag="337" ind1=" " ind2=" "><subfield code="a">unmediated</subfield><subfield code="b">n</subfield><subfield code="2">rdamedia',
    '<datafield tag="336" ind1=" " ind2=" "><subfield code="a">text</subfield><subfield code="b">txt</subfield><subfield code="2">rdacontent',
    '<datafield tag="264" ind1=" " ind2="1"><datafield tag="250" ind1=" " ind2=" "><subfield code="a">1st ed.</subfield></datafield>',
    '<datafield tag="246" ind1="3" ind2=" "><datafield tag="240" ind1="1" ind2="0"><datafield tag="245" ind1="0" ind2="0"><datafield tag="110" ind1="2" ind2=" ">',
    '<datafield tag="082" ind1="0" ind2="4"><datafield tag="050" ind1="0" ind2="0"><datafield tag="043" ind1=" " ind2=" "><subfield code="a">n-us---</subfield></datafield>',
    '<datafield tag="020" ind1=" " ind2=" "><subfield code="a">978</subfield></datafield><datafield tag="010" ind1=" " ind2=" "><datafield tag="035" ind1=" " ind2=" "><subfield code="a">(OCoLC)ocm',
    '<dc:title></dc:title><dc:creator></dc:creator><dc:subject></dc:subject><dc:publisher>Press,</dc:publisher><dc:date>19</dc:date>',
    '<dc:type>book</dc:type><dc:format> p. ; cm.</dc:format><dc:language>eng</dc:language>\u0000',
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>',
    '<controlfield tag="001">rec_</controlfield><controlfield tag="003">DLC</controlfield><controlfield tag="005">20</controlfield>',
    '<controlfield tag="008">  s19    nyu           000 0 eng  </controlfield>',
    '<datafield tag="040" ind1=" " ind2=" "><subfield code="a">DLC</subfield><subfield code="b">eng</subfield><subfield code="c">DLC</subfield></datafield>',
    '<datafield tag="700" ind1="1" ind2=" "><datafield tag="650" ind1=" " ind2="0"><subfield code="x"></subfield><subfield code="z"></subfield>',
    '<datafield tag="500" ind1=" " ind2=" "><datafield tag="100" ind1="1" ind2=" "><subfield code="a"></subfield><subfield code="d">19</subfield></datafield>',
    '<datafield tag="245" ind1="1" ind2="0"><subfield code="a"></subfield><subfield code="b"></subfield><subfield code="c"> by .</subfield></datafield>',
    '<datafield tag="260" ind1=" " ind2=" "><subfield code="a">New York,</subfield><subfield code="b">University Press,</subfield><subfield code="c">19</subfield></datafield>',
    '<datafield tag="300" ind1=" " ind2=" "><subfield code="a"> p. :</subfield><subfield code="b">ill. ;</subfield><subfield code="c"> cm.</subfield></datafield>',
    '</record>\u0000[{"memberId":""}]',
  ].join(''),
);
