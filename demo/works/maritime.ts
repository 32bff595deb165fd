/** The special library's field (ships, navigation, law of the sea), its confidential files, and online editions (grammar: read-lines.ts). */
export const maritimeAndOnline = `
@ form=book lang=eng audience=adult d=623.8 s=Ships
The voyage of the Beagle | Darwin, Charles, 1809-1882 | 1839 | London : Henry Colburn | d=508.8 | s=Beagle Expedition (1831-1836); Natural history | key=beagle
Two years before the mast : a personal narrative of life at sea | Dana, Richard Henry, 1815-1882 | 1840 | New York : Harper & Brothers | p=483 | d=910.45 | s=Seafaring life; Voyages to the Pacific coast
The physical geography of the sea | Maury, Matthew Fontaine, 1806-1873 | 1855 | New York : Harper & Brothers | p=274 | d=551.46 | s=Oceanography
Sailing alone around the world | Slocum, Joshua, 1844-1909 | 1900 | New York : Century | p=294 | d=910.41 | s=Voyages around the world; Spray (Sloop)
The influence of sea power upon history, 1660-1783 | Mahan, A. T. (Alfred Thayer), 1840-1914 | 1890 | Boston : Little, Brown | p=557 | d=359.009 | s=Naval history; Sea-power | key=mahan
The new American practical navigator | Bowditch, Nathaniel, 1773-1838 | 1802 | Newburyport, Mass. : E.M. Blunt | d=623.89 | s=Navigation; Nautical astronomy | key=bowditch
The sea around us | Carson, Rachel, 1907-1964 | 1951 | New York : Oxford University Press | p=230 | d=551.46 | s=Ocean; Oceanography
Kon-Tiki : across the Pacific by raft | Heyerdahl, Thor, 1914-2002 | 1950 | Chicago : Rand McNally | p=304 | orig=nor | d=910.9164 | s=Kon-Tiki Expedition (1947)
South : the story of Shackleton's last expedition, 1914-1917 | Shackleton, Ernest Henry, 1874-1922 | 1919 | London : Heinemann | d=919.8904 | s=Imperial Trans-Antarctic Expedition (1914-1917); Endurance (Ship)
The Ashley book of knots | Ashley, Clifford W. (Clifford Warren), 1881-1947 | 1944 | Garden City, N.Y. : Doubleday, Doran | p=620 | d=623.8882 | s=Knots and splices | key=ashley-knots
Longitude : the true story of a lone genius who solved the greatest scientific problem of his time | Sobel, Dava, 1947- | 1995 | New York : Walker | p=184 | d=526.62 | s=Longitude -- Measurement -- History; Harrison, John, 1693-1776
The safeguard of the sea : a naval history of Britain, 660-1649 | Rodger, N. A. M., 1949- | 1997 | London : HarperCollins | d=359.00941 | s=Great Britain -- History, Naval
Architectura navalis mercatoria | Chapman, Fredrik Henrik af, 1721-1808 | 1768 | Stockholm : Holmiae | lang=lat | d=623.82 | s=Naval architecture -- Early works to 1800 | key=chapman
The art of rigging | Steel, David, -1803 | 1796 | London : D. Steel | d=623.862 | s=Masts and rigging -- Early works to 1800
Principles of naval architecture | Rossell, Henry E. (Henry Eastin), 1889- | 1939 | New York : Society of Naval Architects and Marine Engineers | d=623.81 | s=Naval architecture | key=pna-1939
Mare liberum | Grotius, Hugo, 1583-1645 | 1609 | Lugduni Batavorum : Elzevir | lang=lat | d=341.45 | s=Freedom of the seas -- Early works to 1800 | key=mare-liberum
The international law of the sea | Colombos, C. John (Constantine John), 1886-1968 | 1943 | London : Longmans, Green | d=341.45 | s=Law of the sea
The law of the sea | Churchill, R. R. (Robin Rolf) | 1983 | Manchester : Manchester University Press | add=Lowe, A. V. | d=341.45 | s=Law of the sea | key=law-sea
Conway's all the world's fighting ships, 1860-1905 | Chesneau, Roger | 1979 | London : Conway Maritime Press | p=440 | d=623.825 | s=Warships -- History | key=conway
International Convention for the Safety of Life at Sea, 1974 | *International Maritime Organization | 1975 | London : IMCO | d=341.7566 | s=Merchant marine -- Safety measures
Navigation rules : international-inland | *United States. Coast Guard | 1982 | Washington : U.S. Coast Guard | d=343.0966 | s=Inland navigation -- Law and legislation -- United States
@ form=book lang=eng audience=adult d=623.8 s=Marine accidents
"Titanic" disaster : report of the Committee on Commerce, United States Senate | *United States. Congress. Senate. Committee on Commerce | 1912 | Washington : Government Printing Office | d=910.9163 | s=Titanic (Steamship); Shipwrecks -- North Atlantic Ocean | key=confidential-titanic
Report on the loss of the "Titanic" (s.s.) | *Great Britain. Board of Trade | 1912 | London : HMSO | d=910.9163 | s=Titanic (Steamship); Shipwrecks -- North Atlantic Ocean | key=confidential-mersey
Marine casualty report : SS Marine Electric, capsizing and sinking in the Atlantic Ocean | *United States. Coast Guard | 1984 | Washington : U.S. Coast Guard | d=363.123 | s=Marine Electric (Ship); Marine accidents -- Investigation | key=confidential-electric
Marine accident report : grounding of the U.S. tankship Exxon Valdez on Bligh Reef | *United States. National Transportation Safety Board | 1990 | Washington : The Board | d=363.123 | s=Exxon Valdez (Ship); Tankers -- Accidents | key=confidential-valdez
Marine accident report : SS Edmund Fitzgerald, sinking in Lake Superior | *United States. National Transportation Safety Board | 1978 | Washington : The Board | d=363.123 | s=Edmund Fitzgerald (Ship); Shipwrecks -- Superior, Lake | key=confidential-fitzgerald
@ form=ebook lang=eng audience=adult d=813 s=Electronic books
Pride and prejudice | Austen, Jane, 1775-1817 | 1998 | Champaign, Ill. : Project Gutenberg | d=823 | s=Sisters -- Fiction; Courtship -- Fiction; England -- Fiction | url=https://www.gutenberg.org/ebooks/1342 | key=pride-online
Moby-Dick, or, The whale | Melville, Herman, 1819-1891 | 2001 | Champaign, Ill. : Project Gutenberg | s=Whaling -- Fiction; Sea stories | url=https://www.gutenberg.org/ebooks/2701 | key=moby-online
Frankenstein, or, The modern Prometheus | Shelley, Mary Wollstonecraft, 1797-1851 | 1993 | Champaign, Ill. : Project Gutenberg | d=823 | s=Scientists -- Fiction; Monsters -- Fiction | url=https://www.gutenberg.org/ebooks/84 | key=frankenstein-online
On the origin of species by means of natural selection | Darwin, Charles, 1809-1882 | 1998 | Champaign, Ill. : Project Gutenberg | d=576.82 | s=Evolution (Biology); Natural selection | url=https://www.gutenberg.org/ebooks/1228 | key=origin-online
The great Gatsby | Fitzgerald, F. Scott (Francis Scott), 1896-1940 | 2021 | Champaign, Ill. : Project Gutenberg | s=Long Island (N.Y.) -- Fiction; Rich people -- Fiction | url=https://www.gutenberg.org/ebooks/64317 | key=gatsby-online
@ form=ebook lang=ger audience=adult d=833 s=Electronic books
Die Verwandlung | Kafka, Franz, 1883-1924 | 2007 | Champaign, Ill. : Project Gutenberg | s=Metamorphosis -- Fiction | url=https://www.gutenberg.org/ebooks/22367 | key=verwandlung-online
@ form=ejournal lang=eng audience=adult d=505 s=Electronic journals
Nature | - | 1869 | London : Nature Publishing Group | issn=1476-4687 | s=Science -- Periodicals | url=https://www.nature.com/nature | key=nature-online
Science | *American Association for the Advancement of Science | 1880 | Washington, D.C. : American Association for the Advancement of Science | issn=1095-9203 | s=Science -- Periodicals | url=https://www.science.org/journal/science | key=science-online
@ form=book lang=eng audience=adult d=010 s=Bibliography
The Voynich manuscript : an elegant enigma | D'Imperio, M. E. (Mary E.), 1930-2020 | 1978 | Fort George G. Meade, Md. : National Security Agency | p=140 | d=652.8 | s=Voynich manuscript; Ciphers | key=nobody-voynich
Hav | Morris, Jan, 1926-2020 | 2006 | London : Faber and Faber | p=301 | d=823.914 | s=Imaginary places -- Fiction | key=nobody-hav
`;
