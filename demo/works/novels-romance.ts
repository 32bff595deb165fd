/** Fiction in Spanish, French, Italian and Portuguese, one work a line (grammar: read-lines.ts). */
export const novelsRomance = `
@ form=book lang=spa audience=adult d=863 s=Spanish fiction
El ingenioso hidalgo don Quixote de la Mancha | Cervantes Saavedra, Miguel de, 1547-1616 | 1605 | Madrid : Juan de la Cuesta | s=Knights and knighthood -- Fiction; Spain -- Fiction | key=quijote-1605
Don Quijote de la Mancha | Cervantes Saavedra, Miguel de, 1547-1616 | 2004 | Madrid : Alfaguara | ed=Edición del IV centenario | add=Rico, Francisco, 1942-2024 | s=Knights and knighthood -- Fiction; Spain -- Fiction | key=quijote-2004
La Regenta | Alas, Leopoldo, 1852-1901 | 1884 | Barcelona : Daniel Cortezo | s=Married women -- Fiction; Spain -- Fiction
Fortunata y Jacinta : dos historias de casadas | Pérez Galdós, Benito, 1843-1920 | 1887 | Madrid : La Guirnalda | s=Madrid (Spain) -- Fiction
Niebla | Unamuno, Miguel de, 1864-1936 | 1914 | Madrid : Renacimiento | s=Spain -- Fiction
La familia de Pascual Duarte | Cela, Camilo José, 1916-2002 | 1942 | Madrid : Aldecoa | s=Spain -- Fiction; Murderers -- Fiction
Nada | Laforet, Carmen, 1921-2004 | 1945 | Barcelona : Destino | s=Barcelona (Spain) -- Fiction; Young women -- Fiction
Ficciones (1935-1944) | Borges, Jorge Luis, 1899-1986 | 1944 | Buenos Aires : Sur | s=Short stories, Argentine
El Aleph | Borges, Jorge Luis, 1899-1986 | 1949 | Buenos Aires : Losada | s=Short stories, Argentine
Pedro Páramo | Rulfo, Juan, 1917-1986 | 1955 | México : Fondo de Cultura Económica | s=Mexico -- Fiction; Fathers and sons -- Fiction
La muerte de Artemio Cruz | Fuentes, Carlos, 1928-2012 | 1962 | México : Fondo de Cultura Económica | s=Mexico -- History -- Revolution, 1910-1920 -- Fiction
Rayuela | Cortázar, Julio, 1914-1984 | 1963 | Buenos Aires : Editorial Sudamericana | p=635 | s=Paris (France) -- Fiction; Argentines -- Fiction
La ciudad y los perros | Vargas Llosa, Mario, 1936-2025 | 1963 | Barcelona : Seix Barral | s=Military cadets -- Fiction; Peru -- Fiction
Cien años de soledad | García Márquez, Gabriel, 1927-2014 | 1967 | Buenos Aires : Editorial Sudamericana | p=351 | s=Macondo (Imaginary place) -- Fiction; Families -- Fiction; Latin America -- Fiction | key=cien-1967
Cien años de soledad | García Márquez, Gabriel, 1927-2014 | 2009 | New York : Vintage Español | isbn=9780307474728 | s=Macondo (Imaginary place) -- Fiction; Families -- Fiction; Latin America -- Fiction | key=cien-2009
Crónica de una muerte anunciada | García Márquez, Gabriel, 1927-2014 | 1981 | Bogotá : Oveja Negra | s=Colombia -- Fiction; Murder -- Fiction
La casa de los espíritus | Allende, Isabel, 1942- | 1982 | Barcelona : Plaza & Janés | p=380 | s=Chile -- Fiction; Families -- Fiction
El amor en los tiempos del cólera | García Márquez, Gabriel, 1927-2014 | 1985 | Bogotá : Oveja Negra | p=473 | s=Colombia -- Fiction; Love -- Fiction
Como agua para chocolate | Esquivel, Laura, 1950- | 1989 | México : Planeta | s=Mexico -- Fiction; Cooking -- Fiction
La fiesta del chivo | Vargas Llosa, Mario, 1936-2025 | 2000 | Madrid : Alfaguara | p=518 | s=Dominican Republic -- Fiction; Dictators -- Fiction
Los detectives salvajes | Bolaño, Roberto, 1953-2003 | 1998 | Barcelona : Anagrama | p=609 | s=Poets -- Fiction; Mexico City (Mexico) -- Fiction
2666 | Bolaño, Roberto, 1953-2003 | 2004 | Barcelona : Anagrama | p=1125 | s=Mexico -- Fiction; Novelists -- Fiction
La sombra del viento | Ruiz Zafón, Carlos, 1964-2020 | 2001 | Barcelona : Planeta | s=Barcelona (Spain) -- Fiction; Books and reading -- Fiction
Soldados de Salamina | Cercas, Javier, 1962- | 2001 | Barcelona : Tusquets | p=209 | s=Spain -- History -- Civil War, 1936-1939 -- Fiction
Patria | Aramburu, Fernando, 1959- | 2016 | Barcelona : Tusquets | p=646 | s=Basque Country (Spain) -- Fiction
Temporada de huracanes | Melchor, Fernanda, 1982- | 2017 | México : Literatura Random House | s=Mexico -- Fiction
@ form=book lang=fre audience=adult d=843 s=French fiction
Candide, ou, L'optimisme | Voltaire, 1694-1778 | 1759 | Genève : Cramer | s=Optimism -- Fiction; Satire
Le rouge et le noir : chronique du XIXe siècle | Stendhal, 1783-1842 | 1830 | Paris : Levavasseur | s=France -- Fiction; Young men -- Fiction
Le père Goriot | Balzac, Honoré de, 1799-1850 | 1835 | Paris : Werdet | s=Paris (France) -- Fiction; Fathers and daughters -- Fiction
Le comte de Monte-Cristo | Dumas, Alexandre, 1802-1870 | 1845 | Paris : Pétion | s=Revenge -- Fiction; France -- Fiction
Madame Bovary : mœurs de province | Flaubert, Gustave, 1821-1880 | 1857 | Paris : Michel Lévy frères | s=Physicians' spouses -- Fiction; Adultery -- Fiction
Les misérables | Hugo, Victor, 1802-1885 | 1862 | Bruxelles : A. Lacroix, Verboeckhoven | s=Ex-convicts -- Fiction; Paris (France) -- Fiction
Vingt mille lieues sous les mers | Verne, Jules, 1828-1905 | 1870 | Paris : J. Hetzel | s=Submarines (Ships) -- Fiction; Sea stories
Germinal | Zola, Émile, 1840-1902 | 1885 | Paris : G. Charpentier | p=591 | s=Coal miners -- Fiction; Strikes and lockouts -- Fiction
Du côté de chez Swann | Proust, Marcel, 1871-1922 | 1913 | Paris : Grasset | p=523 | series=À la recherche du temps perdu ; 1 | s=France -- Fiction; Memory -- Fiction
Les faux-monnayeurs | Gide, André, 1869-1951 | 1925 | Paris : Gallimard | s=Novelists -- Fiction
Voyage au bout de la nuit | Céline, Louis-Ferdinand, 1894-1961 | 1932 | Paris : Denoël et Steele | p=623 | s=World War, 1914-1918 -- Fiction
La nausée | Sartre, Jean-Paul, 1905-1980 | 1938 | Paris : Gallimard | s=Existentialism -- Fiction
L'étranger | Camus, Albert, 1913-1960 | 1942 | Paris : Gallimard | p=159 | s=Algeria -- Fiction; Murder -- Fiction
La peste | Camus, Albert, 1913-1960 | 1947 | Paris : Gallimard | p=337 | s=Plague -- Fiction; Algeria -- Fiction
Bonjour tristesse | Sagan, Françoise, 1935-2004 | 1954 | Paris : Julliard | p=188 | s=Teenage girls -- Fiction
L'amant | Duras, Marguerite, 1914-1996 | 1984 | Paris : Éditions de Minuit | p=142 | s=Vietnam -- Fiction
La vie mode d'emploi : romans | Perec, Georges, 1936-1982 | 1978 | Paris : Hachette | p=699 | s=Apartment houses -- Fiction; Paris (France) -- Fiction
Une si longue lettre | Bâ, Mariama, 1929-1981 | 1979 | Dakar : Nouvelles Éditions africaines | s=Senegal -- Fiction; Women -- Fiction
Texaco : roman | Chamoiseau, Patrick, 1953- | 1992 | Paris : Gallimard | p=432 | s=Martinique -- Fiction
Les particules élémentaires | Houellebecq, Michel, 1956- | 1998 | Paris : Flammarion | p=394 | s=France -- Fiction
Stupeur et tremblements | Nothomb, Amélie, 1966- | 1999 | Paris : Albin Michel | s=Belgians -- Japan -- Fiction
L'élégance du hérisson | Barbery, Muriel, 1969- | 2006 | Paris : Gallimard | p=359 | s=Apartment concierges -- Fiction
Les années | Ernaux, Annie, 1940- | 2008 | Paris : Gallimard | s=France -- Social life and customs -- 20th century
L'anomalie | Le Tellier, Hervé, 1957- | 2020 | Paris : Gallimard | p=327 | s=Doubles -- Fiction
@ form=book lang=ita audience=adult d=853 s=Italian fiction
I promessi sposi : storia milanese del secolo XVII | Manzoni, Alessandro, 1785-1873 | 1840 | Milano : Guglielmini e Redaelli | s=Milan (Italy) -- Fiction; Historical fiction
I Malavoglia : romanzo | Verga, Giovanni, 1840-1922 | 1881 | Milano : Treves | s=Sicily (Italy) -- Fiction; Fishers -- Fiction
Il fu Mattia Pascal | Pirandello, Luigi, 1867-1936 | 1904 | Roma : Nuova antologia | s=Identity (Psychology) -- Fiction
La coscienza di Zeno : romanzo | Svevo, Italo, 1861-1928 | 1923 | Bologna : Cappelli | s=Psychoanalysis -- Fiction; Trieste (Italy) -- Fiction
Gli indifferenti : romanzo | Moravia, Alberto, 1907-1990 | 1929 | Milano : Alpes | s=Middle class -- Italy -- Fiction
Il deserto dei Tartari : romanzo | Buzzati, Dino, 1906-1972 | 1940 | Milano : Rizzoli | s=Soldiers -- Fiction
Se questo è un uomo | Levi, Primo, 1919-1987 | 1947 | Torino : De Silva | d=940.5318 | s=Holocaust, Jewish (1939-1945) -- Personal narratives; Auschwitz (Concentration camp)
Il Gattopardo | Tomasi di Lampedusa, Giuseppe, 1896-1957 | 1958 | Milano : Feltrinelli | p=330 | s=Sicily (Italy) -- Fiction; Nobility -- Fiction
Il barone rampante | Calvino, Italo, 1923-1985 | 1957 | Torino : Einaudi | s=Trees -- Fiction; Italy -- Fiction
Le città invisibili | Calvino, Italo, 1923-1985 | 1972 | Torino : Einaudi | p=170 | s=Cities and towns -- Fiction; Polo, Marco, 1254-1323? -- Fiction
Lessico famigliare | Ginzburg, Natalia, 1916-1991 | 1963 | Torino : Einaudi | s=Families -- Italy -- Fiction
La storia : romanzo | Morante, Elsa, 1912-1985 | 1974 | Torino : Einaudi | p=661 | s=World War, 1939-1945 -- Italy -- Fiction
Il nome della rosa | Eco, Umberto, 1932-2016 | 1980 | Milano : Bompiani | p=503 | s=Monasteries -- Fiction; Detective and mystery stories; Middle Ages -- Fiction | key=rosa-ita
Il pendolo di Foucault | Eco, Umberto, 1932-2016 | 1988 | Milano : Bompiani | p=509 | s=Secret societies -- Fiction
Sostiene Pereira : una testimonianza | Tabucchi, Antonio, 1943-2012 | 1994 | Milano : Feltrinelli | p=207 | s=Journalists -- Portugal -- Fiction
Novecento : un monologo | Baricco, Alessandro, 1958- | 1994 | Milano : Feltrinelli | p=62 | s=Pianists -- Fiction; Ocean liners -- Fiction
L'amica geniale | Ferrante, Elena | 2011 | Roma : Edizioni e/o | s=Female friendship -- Fiction; Naples (Italy) -- Fiction
Le otto montagne | Cognetti, Paolo, 1978- | 2016 | Torino : Einaudi | p=199 | s=Mountains -- Fiction; Male friendship -- Fiction
@ form=book lang=por audience=adult d=869.3 s=Portuguese fiction
Memórias póstumas de Brás Cubas | Machado de Assis, 1839-1908 | 1881 | Rio de Janeiro : Typographia Nacional | s=Brazil -- Fiction
Dom Casmurro | Machado de Assis, 1839-1908 | 1899 | Rio de Janeiro : H. Garnier | s=Brazil -- Fiction; Jealousy -- Fiction
Os Maias | Queirós, Eça de, 1845-1900 | 1888 | Porto : Chardron | s=Lisbon (Portugal) -- Fiction; Families -- Fiction
Macunaíma : o herói sem nenhum caráter | Andrade, Mário de, 1893-1945 | 1928 | São Paulo : Eugenio Cupolo | s=Brazil -- Fiction
Vidas secas | Ramos, Graciliano, 1892-1953 | 1938 | Rio de Janeiro : José Olympio | s=Droughts -- Brazil -- Fiction
Grande sertão : veredas | Rosa, João Guimarães, 1908-1967 | 1956 | Rio de Janeiro : José Olympio | p=594 | s=Sertão (Brazil) -- Fiction
Gabriela, cravo e canela | Amado, Jorge, 1912-2001 | 1958 | São Paulo : Martins | s=Bahia (Brazil : State) -- Fiction
A hora da estrela | Lispector, Clarice, 1920-1977 | 1977 | Rio de Janeiro : José Olympio | s=Women -- Brazil -- Fiction
O alquimista | Coelho, Paulo, 1947- | 1988 | Rio de Janeiro : Eco | s=Shepherds -- Fiction; Self-realization -- Fiction
Memorial do convento | Saramago, José, 1922-2010 | 1982 | Lisboa : Caminho | p=357 | s=Portugal -- History -- Fiction
O ano da morte de Ricardo Reis | Saramago, José, 1922-2010 | 1984 | Lisboa : Caminho | p=415 | s=Lisbon (Portugal) -- Fiction
Ensaio sobre a cegueira | Saramago, José, 1922-2010 | 1995 | Lisboa : Caminho | p=310 | s=Blindness -- Fiction; Epidemics -- Fiction
Terra sonâmbula | Couto, Mia, 1955- | 1992 | Lisboa : Caminho | s=Mozambique -- Fiction
Livro do desassossego por Bernardo Soares | Pessoa, Fernando, 1888-1935 | 1982 | Lisboa : Ática | s=Portuguese prose literature
Torto arado | Vieira Junior, Itamar, 1979- | 2019 | São Paulo : Todavia | p=262 | s=Sisters -- Fiction; Brazil, Northeast -- Fiction
`;
