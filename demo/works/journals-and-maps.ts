/** Journals (the year is the first year of publication), maps and atlases, one work a line (grammar: read-lines.ts). */
export const journalsAndMaps = `
@ form=journal lang=eng audience=adult d=050 s=Periodicals
Nature | - | 1869 | London : Macmillan | issn=0028-0836 | d=505 | s=Science -- Periodicals | key=nature
Science | *American Association for the Advancement of Science | 1880 | New York : American Association for the Advancement of Science | issn=0036-8075 | d=505 | s=Science -- Periodicals | key=science
Cell | - | 1974 | Cambridge, Mass. : MIT Press | issn=0092-8674 | d=571.6 | s=Cytology -- Periodicals
The Lancet | - | 1823 | London : Elsevier | issn=0140-6736 | d=610.5 | s=Medicine -- Periodicals
The New England journal of medicine | *Massachusetts Medical Society | 1928 | Boston : Massachusetts Medical Society | issn=0028-4793 | d=610.5 | s=Medicine -- Periodicals
Proceedings of the National Academy of Sciences of the United States of America | *National Academy of Sciences (U.S.) | 1915 | Washington : National Academy of Sciences | issn=0027-8424 | d=506 | s=Science -- Periodicals
Scientific American | - | 1845 | New York : Munn & Company | issn=0036-8733 | d=505 | s=Science -- Periodicals
Physical review letters | *American Physical Society | 1958 | New York : American Physical Society | issn=0031-9007 | d=530.05 | s=Physics -- Periodicals
Annals of mathematics | - | 1884 | Princeton, N.J. : Princeton University Press | issn=0003-486X | d=510.5 | s=Mathematics -- Periodicals
Communications of the ACM | *Association for Computing Machinery | 1958 | New York : Association for Computing Machinery | issn=0001-0782 | d=004.05 | s=Computer science -- Periodicals
Journal of the ACM | *Association for Computing Machinery | 1954 | New York : Association for Computing Machinery | issn=0004-5411 | d=004.05 | s=Computer science -- Periodicals
The American economic review | *American Economic Association | 1911 | Nashville, Tenn. : American Economic Association | issn=0002-8282 | d=330.05 | s=Economics -- Periodicals
Econometrica | *Econometric Society | 1933 | Chicago : Econometric Society | issn=0012-9682 | d=330.05 | s=Econometrics -- Periodicals
The American historical review | *American Historical Association | 1895 | New York : Macmillan | issn=0002-8762 | d=905 | s=History -- Periodicals
American journal of sociology | - | 1895 | Chicago : University of Chicago Press | issn=0002-9602 | d=301.05 | s=Sociology -- Periodicals
Mind | - | 1876 | London : Williams & Norgate | issn=0026-4423 | d=105 | s=Philosophy -- Periodicals
Language | *Linguistic Society of America | 1925 | Baltimore : Linguistic Society of America | issn=0097-8507 | d=405 | s=Language and languages -- Periodicals
PMLA : publications of the Modern Language Association of America | *Modern Language Association of America | 1884 | New York : Modern Language Association of America | issn=0030-8129 | d=405 | s=Philology, Modern -- Periodicals
Harvard law review | - | 1887 | Cambridge, Mass. : Harvard Law Review Association | issn=0017-811X | d=340.05 | s=Law reviews -- United States
Foreign affairs | *Council on Foreign Relations | 1922 | New York : Council on Foreign Relations | issn=0015-7120 | d=327.05 | s=International relations -- Periodicals
Library journal | - | 1876 | New York : R.R. Bowker | issn=0363-0277 | d=020.5 | s=Library science -- Periodicals
College & research libraries | *Association of College and Research Libraries | 1939 | Chicago : American Library Association | issn=0010-0870 | d=027.7 | s=Academic libraries -- Periodicals
The economist | - | 1843 | London : Economist Newspaper | issn=0013-0613 | d=330.05 | s=Economics -- Periodicals
The New Yorker | - | 1925 | New York : F-R Publishing | issn=0028-792X | d=051 | s=American periodicals
Time | - | 1923 | New York : Time Inc. | issn=0040-781X | d=051 | s=Current events -- Periodicals
National geographic | *National Geographic Society (U.S.) | 1959 | Washington : National Geographic Society | issn=0027-9358 | d=910.5 | s=Geography -- Periodicals
Sight and sound | *British Film Institute | 1932 | London : British Film Institute | issn=0037-4806 | d=791.4305 | s=Motion pictures -- Periodicals
The mariner's mirror | *Society for Nautical Research | 1911 | London : Society for Nautical Research | issn=0025-3359 | d=387.05 | s=Naval art and science -- Periodicals; Navigation -- History -- Periodicals | key=mariners-mirror
@ form=journal lang=fre audience=adult d=054 s=Periodicals, French
Annales : économies, sociétés, civilisations | - | 1946 | Paris : Armand Colin | issn=0395-2649 | d=330.9 | s=Economic history -- Periodicals
Le monde diplomatique | - | 1954 | Paris : Le Monde | issn=0026-9395 | d=327.05 | s=World politics -- Periodicals
Esprit | - | 1932 | Paris : Esprit | issn=0014-0759 | s=French periodicals
Cahiers du cinéma | - | 1951 | Paris : Éditions de l'Étoile | issn=0008-011X | d=791.4305 | s=Motion pictures -- Periodicals
@ form=journal lang=ger audience=adult d=053 s=Periodicals, German
Der Spiegel | - | 1947 | Hamburg : Spiegel-Verlag | issn=0038-7452 | s=German periodicals
Die Zeit : Wochenzeitung für Politik, Wirtschaft, Handel und Kultur | - | 1946 | Hamburg : Zeitverlag | issn=0044-2070 | s=German periodicals
Merkur : deutsche Zeitschrift für europäisches Denken | - | 1947 | Stuttgart : Klett-Cotta | issn=0026-0096 | s=German periodicals
@ form=journal lang=spa audience=adult d=056 s=Periodicals, Spanish
Cuadernos hispanoamericanos | - | 1948 | Madrid : Instituto de Cultura Hispánica | issn=0011-250X | s=Spanish literature -- Periodicals
@ form=journal lang=rus audience=adult d=057.1 s=Periodicals, Russian
Novyĭ mir = Новый мир | - | 1925 | Moskva : Izvestii︠a︡ | issn=0130-7673 | s=Russian periodicals
@ form=map lang=eng audience=adult d=912 s=Maps
The Times atlas of the world | - | 1967 | London : Times Newspapers | d=912 | s=Atlases
Goode's world atlas | Goode, J. Paul (John Paul), 1862-1932 | 1923 | Chicago : Rand McNally | d=912 | s=Atlases
A delineation of the strata of England and Wales, with part of Scotland | Smith, William, 1769-1839 | 1815 | London : J. Cary | d=554.2 | s=Geology -- England -- Maps
Map of London's underground railways | Beck, Harry, 1902-1974 | 1933 | London : Underground Electric Railways | d=912.421 | s=Subways -- England -- London -- Maps
A chart of the Gulf Stream | Franklin, Benjamin, 1706-1790 | 1786 | Philadelphia : American Philosophical Society | s=Nautical charts -- North Atlantic Ocean; Gulf Stream -- Maps
@ form=map lang=lat audience=adult d=912 s=Maps -- Early works to 1800
Universalis cosmographia secundum Ptholomaei traditionem et Americi Vespucii aliorumque lustrationes | Waldseemüller, Martin, 1470-1519 | 1507 | Saint-Dié : Gymnasium Vosagense | s=World maps -- Early works to 1800; America -- Maps -- Early works to 1800
Theatrum orbis terrarum | Ortelius, Abraham, 1527-1598 | 1570 | Antverpiae : Apud Aegid. Coppenium Diesth | s=Atlases -- Early works to 1800
Nova et aucta orbis terrae descriptio ad usum navigantium emendate accommodata | Mercator, Gerhard, 1512-1594 | 1569 | Duisburgi : G. Mercator | s=World maps -- Early works to 1800
@ form=map lang=fre audience=adult d=912 s=Maps
Carte de France | Cassini, César-François, 1714-1784 | 1756 | Paris : Observatoire | s=France -- Maps -- Early works to 1800
@ form=map lang=ger audience=adult d=912 s=Maps
Stielers Handatlas | Stieler, Adolf, 1775-1836 | 1905 | Gotha : Justus Perthes | s=Atlases
`;
