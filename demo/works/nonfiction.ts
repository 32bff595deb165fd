/** Non-fiction in several languages, one work a line (grammar: read-lines.ts). */
export const nonfiction = `
@ form=book lang=eng audience=adult d=190 s=Philosophy
Leviathan | Hobbes, Thomas, 1588-1679 | 1651 | London : Andrew Crooke | d=320.1 | s=Political science -- Early works to 1800; State, The
An inquiry into the nature and causes of the wealth of nations | Smith, Adam, 1723-1790 | 1776 | London : W. Strahan and T. Cadell | d=330.153 | s=Economics
A vindication of the rights of woman | Wollstonecraft, Mary, 1759-1797 | 1792 | London : J. Johnson | d=305.42 | s=Women's rights -- Great Britain
On the origin of species by means of natural selection | Darwin, Charles, 1809-1882 | 1859 | London : John Murray | p=502 | d=576.82 | s=Evolution (Biology); Natural selection
Walden, or, Life in the woods | Thoreau, Henry David, 1817-1862 | 1854 | Boston : Ticknor and Fields | p=357 | d=818.303 | s=Wilderness areas -- Massachusetts
The souls of Black folk : essays and sketches | Du Bois, W. E. B. (William Edward Burghardt), 1868-1963 | 1903 | Chicago : A.C. McClurg | p=264 | d=973.0496 | s=African Americans
A room of one's own | Woolf, Virginia, 1882-1941 | 1929 | London : Hogarth Press | p=172 | d=823.912 | s=Women and literature; Women authors
The general theory of employment, interest and money | Keynes, John Maynard, 1883-1946 | 1936 | London : Macmillan | p=403 | d=330.156 | s=Economics; Money
The origins of totalitarianism | Arendt, Hannah, 1906-1975 | 1951 | New York : Harcourt, Brace | d=321.9 | s=Totalitarianism; Imperialism
Silent spring | Carson, Rachel, 1907-1964 | 1962 | Boston : Houghton Mifflin | p=368 | d=632.95 | s=Pesticides -- Environmental aspects; Wildlife conservation
The structure of scientific revolutions | Kuhn, Thomas S., 1922-1996 | 1962 | Chicago : University of Chicago Press | p=172 | d=501 | s=Science -- Philosophy; Science -- History | key=kuhn-1962
The structure of scientific revolutions | Kuhn, Thomas S., 1922-1996 | 1996 | Chicago : University of Chicago Press | ed=3rd edition | isbn=9780226458083 | p=212 | d=501 | s=Science -- Philosophy; Science -- History | key=kuhn-1996
The death and life of great American cities | Jacobs, Jane, 1916-2006 | 1961 | New York : Random House | p=458 | d=307.76 | s=City planning -- United States; Urban renewal
The feminine mystique | Friedan, Betty, 1921-2006 | 1963 | New York : Norton | p=410 | d=305.42 | s=Feminism -- United States; Women -- United States
Orientalism | Said, Edward W., 1935-2003 | 1978 | New York : Pantheon Books | p=368 | d=950.072 | s=Asia -- Foreign public opinion, Western; East and West
Imagined communities : reflections on the origin and spread of nationalism | Anderson, Benedict, 1936-2015 | 1983 | London : Verso | p=160 | d=320.54 | s=Nationalism -- History
A theory of justice | Rawls, John, 1921-2002 | 1971 | Cambridge, Mass. : Belknap Press of Harvard University Press | p=607 | d=320.011 | s=Justice
Gödel, Escher, Bach : an eternal golden braid | Hofstadter, Douglas R., 1945- | 1979 | New York : Basic Books | p=777 | d=510.1 | s=Artificial intelligence; Metamathematics; Symmetry
Cosmos | Sagan, Carl, 1934-1996 | 1980 | New York : Random House | p=365 | d=520 | s=Astronomy -- Popular works
A brief history of time : from the big bang to black holes | Hawking, Stephen, 1942-2018 | 1988 | Toronto : Bantam Books | p=198 | d=523.1 | s=Cosmology; Big bang theory
The selfish gene | Dawkins, Richard, 1941- | 1976 | New York : Oxford University Press | p=224 | d=591.5 | s=Genetics; Evolution (Biology)
The double helix : a personal account of the discovery of the structure of DNA | Watson, James D., 1928-2025 | 1968 | New York : Atheneum | p=226 | d=572.86 | s=DNA; Molecular biology -- History
I know why the caged bird sings | Angelou, Maya, 1928-2014 | 1969 | New York : Random House | p=281 | d=818.5409 | s=African American authors -- Biography
Long walk to freedom : the autobiography of Nelson Mandela | Mandela, Nelson, 1918-2013 | 1994 | Boston : Little, Brown | p=558 | d=968.065 | s=Presidents -- South Africa -- Biography; Anti-apartheid movements
The diary of a young girl | Frank, Anne, 1929-1945 | 1952 | Garden City, N.Y. : Doubleday | orig=dut | d=940.5318 | s=Jewish girls -- Diaries; Holocaust, Jewish (1939-1945) -- Netherlands
Guns, germs, and steel : the fates of human societies | Diamond, Jared M. | 1999 | New York : W.W. Norton | isbn=9780393317558 | p=494 | d=303.4 | s=Social evolution; Civilization -- History | key=guns
Quiet : the power of introverts in a world that can't stop talking | Cain, Susan | 2012 | New York : Crown | p=333 | d=155.232 | s=Introverts; Extraversion
The immortal life of Henrietta Lacks | Skloot, Rebecca, 1972- | 2010 | New York : Crown | p=369 | d=616.02774 | s=Lacks, Henrietta, 1920-1951 -- Health; Medical ethics; Human experimentation in medicine
Thinking, fast and slow | Kahneman, Daniel, 1934-2024 | 2011 | New York : Farrar, Straus and Giroux | isbn=9780374275631 | p=499 | d=153.42 | s=Thought and thinking; Decision making | key=thinking
Sapiens : a brief history of humankind | Harari, Yuval Noah, 1976- | 2015 | New York : Harper | isbn=9780062316097 | p=443 | orig=heb | d=909 | s=Civilization -- History; Human beings -- History | key=sapiens
Capital in the twenty-first century | Piketty, Thomas, 1971- | 2014 | Cambridge, Massachusetts : The Belknap Press of Harvard University Press | isbn=9780674430006 | p=685 | orig=fre | d=332.041 | s=Capital; Income distribution; Wealth | key=capital21
The new Jim Crow : mass incarceration in the age of colorblindness | Alexander, Michelle | 2010 | New York : New Press | p=290 | d=364.973 | s=Criminal justice, Administration of -- United States; Race discrimination
Between the world and me | Coates, Ta-Nehisi, 1975- | 2015 | New York : Spiegel & Grau | p=152 | d=305.896 | s=African Americans -- Social conditions; Race relations
Educated : a memoir | Westover, Tara, 1986- | 2018 | New York : Random House | isbn=9780399590504 | p=334 | d=270.092 | s=Women -- Idaho -- Biography; Home schooling | key=educated
Becoming | Obama, Michelle, 1964- | 2018 | New York : Crown | isbn=9781524763138 | p=426 | d=973.932092 | s=Presidents' spouses -- United States -- Biography; African American women lawyers
Braiding sweetgrass : indigenous wisdom, scientific knowledge, and the teachings of plants | Kimmerer, Robin Wall, 1953- | 2013 | Minneapolis : Milkweed Editions | p=390 | d=305.597 | s=Indian philosophy; Ethnoecology; Philosophy of nature
Salt, fat, acid, heat : mastering the elements of good cooking | Nosrat, Samin, 1979- | 2017 | New York : Simon & Schuster | p=462 | d=641.5 | s=Cooking
Mastering the art of French cooking | Beck, Simone, 1904-1991 | 1961 | New York : Knopf | add=Bertholle, Louisette; Child, Julia, 1912-2004 | p=684 | d=641.5944 | s=Cooking, French
The elements of style | Strunk, William, 1869-1946 | 1959 | New York : Macmillan | add=White, E. B. (Elwyn Brooks), 1899-1985 | p=71 | d=808.042 | s=English language -- Rhetoric; English language -- Style
The story of art | Gombrich, E. H. (Ernst Hans), 1909-2001 | 1950 | London : Phaidon | p=462 | d=709 | s=Art -- History
Ways of seeing | Berger, John, 1926-2017 | 1972 | London : British Broadcasting Corporation | p=166 | d=701.1 | s=Art; Visual perception
@ form=book lang=eng audience=adult d=005.1 s=Computer science
The C programming language | Kernighan, Brian W., 1942- | 1978 | Englewood Cliffs, N.J. : Prentice-Hall | add=Ritchie, Dennis M., 1941-2011 | p=228 | d=005.133 | s=C (Computer program language) | key=krc-1
The C programming language | Kernighan, Brian W., 1942- | 1988 | Englewood Cliffs, N.J. : Prentice Hall | add=Ritchie, Dennis M., 1941-2011 | ed=2nd edition | isbn=9780131103627 | p=272 | d=005.133 | s=C (Computer program language) | key=krc-2
The mythical man-month : essays on software engineering | Brooks, Frederick P., 1931-2022 | 1975 | Reading, Mass. : Addison-Wesley | p=195 | d=005.1 | s=Software engineering -- Management
The art of computer programming. Volume 1, Fundamental algorithms | Knuth, Donald Ervin, 1938- | 1968 | Reading, Mass. : Addison-Wesley | p=634 | d=005.1 | s=Computer programming; Algorithms | key=taocp-1
The art of computer programming. Volume 2, Seminumerical algorithms | Knuth, Donald Ervin, 1938- | 1969 | Reading, Mass. : Addison-Wesley | p=624 | d=005.1 | s=Computer programming; Algorithms | key=taocp-2
Structure and interpretation of computer programs | Abelson, Harold, 1947- | 1996 | Cambridge, Mass. : MIT Press | add=Sussman, Gerald Jay; Sussman, Julie | ed=2nd edition | p=657 | d=005.13 | s=Electronic digital computers -- Programming; LISP (Computer program language)
Design patterns : elements of reusable object-oriented software | Gamma, Erich, 1961- | 1995 | Reading, Mass. : Addison-Wesley | add=Helm, Richard; Johnson, Ralph, 1955-; Vlissides, John, 1961-2005 | isbn=9780201633610 | p=395 | d=005.12 | s=Object-oriented programming; Software patterns | key=patterns
Introduction to algorithms | Cormen, Thomas H. | 2009 | Cambridge, Mass. : MIT Press | ed=3rd edition | add=Leiserson, Charles Eric, 1953-; Rivest, Ronald L.; Stein, Clifford | isbn=9780262033848 | p=1292 | d=005.1 | s=Computer algorithms; Computer programming | key=clrs-3
Introduction to algorithms | Cormen, Thomas H. | 1990 | Cambridge, Mass. : MIT Press | add=Leiserson, Charles Eric, 1953-; Rivest, Ronald L. | p=1028 | d=005.1 | s=Computer algorithms; Computer programming | key=clrs-1
Domain-driven design : tackling complexity in the heart of software | Evans, Eric, 1962- | 2004 | Boston : Addison-Wesley | isbn=9780321125217 | p=529 | d=005.1 | s=Computer software -- Development; Object-oriented programming | key=ddd
Clean code : a handbook of agile software craftsmanship | Martin, Robert C. | 2009 | Upper Saddle River, NJ : Prentice Hall | isbn=9780132350884 | p=431 | d=005.1 | s=Agile software development; Computer programming
Designing data-intensive applications | Kleppmann, Martin | 2017 | Sebastopol, CA : O'Reilly Media | isbn=9781449373320 | p=590 | d=005.74 | s=Database design; Electronic data processing -- Distributed processing | key=ddia
Artificial intelligence : a modern approach | Russell, Stuart J. (Stuart Jonathan) | 1995 | Englewood Cliffs, N.J. : Prentice Hall | add=Norvig, Peter | p=932 | d=006.3 | s=Artificial intelligence
Deep learning | Goodfellow, Ian | 2016 | Cambridge, Massachusetts : The MIT Press | add=Bengio, Yoshua; Courville, Aaron | isbn=9780262035613 | p=775 | d=006.31 | s=Machine learning
The Feynman lectures on physics | Feynman, Richard P. (Richard Phillips), 1918-1988 | 1963 | Reading, Mass. : Addison-Wesley | add=Leighton, Robert B., 1919-1997; Sands, Matthew L. (Matthew Linzee), 1919-2014 | d=530 | s=Physics
Molecular biology of the cell | Alberts, Bruce, 1938- | 1983 | New York : Garland | p=1146 | d=574.87 | s=Cytology; Molecular biology
Gray's anatomy : descriptive and surgical | Gray, Henry, 1825-1861 | 1858 | London : John W. Parker and Son | p=750 | d=611 | s=Human anatomy
Anglo-American cataloguing rules | *Joint Steering Committee for Revision of AACR | 1978 | Chicago : American Library Association | ed=2nd edition | p=620 | d=025.32 | s=Anglo-American cataloguing rules; Descriptive cataloging -- Rules
The five laws of library science | Ranganathan, S. R. (Shiyali Ramamrita), 1892-1972 | 1931 | Madras : Madras Library Association | d=020 | s=Library science
@ form=book lang=fre audience=adult d=194 s=Philosophy, French
Les essais de Michel, seigneur de Montaigne | Montaigne, Michel de, 1533-1592 | 1595 | Paris : Abel L'Angelier | d=844.3 | s=French essays
De la démocratie en Amérique | Tocqueville, Alexis de, 1805-1859 | 1835 | Paris : C. Gosselin | d=320.973 | s=Democracy -- United States; United States -- Politics and government
La Méditerranée et le monde méditerranéen à l'époque de Philippe II | Braudel, Fernand, 1902-1985 | 1949 | Paris : A. Colin | p=1160 | d=909.09822 | s=Mediterranean Region -- History
Le deuxième sexe | Beauvoir, Simone de, 1908-1986 | 1949 | Paris : Gallimard | d=305.42 | s=Women; Feminism | key=deuxieme
Tristes tropiques | Lévi-Strauss, Claude, 1908-2009 | 1955 | Paris : Plon | p=462 | d=918.1 | s=Indians of South America -- Brazil; Anthropology
Peau noire, masques blancs | Fanon, Frantz, 1925-1961 | 1952 | Paris : Éditions du Seuil | p=237 | d=305.896 | s=Black people -- Race identity; Racism
Surveiller et punir : naissance de la prison | Foucault, Michel, 1926-1984 | 1975 | Paris : Gallimard | p=318 | d=365 | s=Prisons -- History; Punishment
La distinction : critique sociale du jugement | Bourdieu, Pierre, 1930-2002 | 1979 | Paris : Éditions de Minuit | p=670 | d=306.0944 | s=Social classes -- France; Aesthetics, French
De la grammatologie | Derrida, Jacques, 1930-2004 | 1967 | Paris : Éditions de Minuit | p=445 | d=401 | s=Language and languages -- Philosophy
@ form=book lang=ger audience=adult d=193 s=Philosophy, German
Critik der reinen Vernunft | Kant, Immanuel, 1724-1804 | 1781 | Riga : J.F. Hartknoch | p=856 | d=121 | s=Knowledge, Theory of; Reason
Das Kapital : Kritik der politischen Oekonomie | Marx, Karl, 1818-1883 | 1867 | Hamburg : O. Meissner | p=784 | d=335.41 | s=Capital; Economics | key=kapital
Also sprach Zarathustra : ein Buch für Alle und Keinen | Nietzsche, Friedrich Wilhelm, 1844-1900 | 1883 | Chemnitz : E. Schmeitzner | s=Superman (Philosophical concept)
Die Traumdeutung | Freud, Sigmund, 1856-1939 | 1900 | Leipzig : F. Deuticke | p=375 | d=154.63 | s=Dream interpretation; Psychoanalysis
Sein und Zeit | Heidegger, Martin, 1889-1976 | 1927 | Halle : M. Niemeyer | p=438 | d=111 | s=Ontology; Space and time
Die Welt von Gestern : Erinnerungen eines Europäers | Zweig, Stefan, 1881-1942 | 1942 | Stockholm : Bermann-Fischer | d=838.91209 | s=Authors, Austrian -- Biography
Strukturwandel der Öffentlichkeit | Habermas, Jürgen, 1929- | 1962 | Neuwied : Luchterhand | d=301.154 | s=Middle class; Political sociology
@ form=book lang=spa audience=adult d=980 s=Latin America
El laberinto de la soledad | Paz, Octavio, 1914-1998 | 1950 | México : Cuadernos Americanos | d=972 | s=National characteristics, Mexican; Mexico -- Civilization
Las venas abiertas de América Latina | Galeano, Eduardo, 1940-2015 | 1971 | Montevideo : Universidad de la República | d=330.98 | s=Latin America -- Economic conditions
La rebelión de las masas | Ortega y Gasset, José, 1883-1955 | 1930 | Madrid : Revista de Occidente | d=301.45 | s=Civilization; Proletariat
Veinte poemas de amor y una canción desesperada | Neruda, Pablo, 1904-1973 | 1924 | Santiago de Chile : Nascimento | d=861 | s=Love poetry, Chilean
Romancero gitano : 1924-1927 | García Lorca, Federico, 1898-1936 | 1928 | Madrid : Revista de Occidente | d=861 | s=Spanish poetry
Pedagogía del oprimido | Freire, Paulo, 1921-1997 | 1970 | Montevideo : Tierra Nueva | orig=por | d=370.1 | s=Education -- Philosophy
@ form=book lang=ita audience=adult d=945 s=Italy
Il principe | Machiavelli, Niccolò, 1469-1527 | 1532 | Roma : Antonio Blado | d=320.1 | s=Political science -- Early works to 1800
Quaderni del carcere | Gramsci, Antonio, 1891-1937 | 1975 | Torino : Einaudi | d=335.43 | s=Communism; Political science
Il formaggio e i vermi : il cosmo di un mugnaio del '500 | Ginzburg, Carlo, 1939- | 1976 | Torino : Einaudi | p=188 | d=306.0945 | s=Peasants -- Italy -- Religious life; Heretics, Christian -- Italy
La divina commedia | Dante Alighieri, 1265-1321 | 1966 | Milano : Mondadori | d=851.1 | s=Italian poetry -- To 1400; Hell -- Poetry
`;
