/** Films on DVD, music recordings and scores, one work a line (grammar: read-lines.ts). For a film, the author column names the director. */
export const screenAndSound = `
@ form=dvd lang=eng audience=adult d=791.4372 s=Feature films
Modern times | Chaplin, Charlie, 1889-1977 | 1936 | Los Angeles : United Artists | p=87 | s=Working class -- Drama; Comedy films
The wizard of Oz | Fleming, Victor, 1889-1949 | 1939 | Culver City : Metro-Goldwyn-Mayer | p=102 | s=Oz (Imaginary place) -- Drama; Musical films
Citizen Kane | Welles, Orson, 1915-1985 | 1941 | New York : RKO Radio Pictures | p=119 | s=Newspaper publishing -- Drama
Casablanca | Curtiz, Michael, 1888-1962 | 1942 | Burbank, Calif. : Warner Bros. | p=102 | s=World War, 1939-1945 -- Drama; Casablanca (Morocco) -- Drama
Singin' in the rain | Donen, Stanley, 1924-2019 | 1952 | Culver City : Metro-Goldwyn-Mayer | add=Kelly, Gene, 1912-1996 | p=103 | s=Musical films; Motion picture industry -- Drama
Vertigo | Hitchcock, Alfred, 1899-1980 | 1958 | Hollywood : Paramount Pictures | p=128 | s=San Francisco (Calif.) -- Drama; Suspense films
Lawrence of Arabia | Lean, David, 1908-1991 | 1962 | Culver City : Columbia Pictures | p=222 | s=World War, 1914-1918 -- Arabian Peninsula -- Drama
2001 : a space odyssey | Kubrick, Stanley, 1928-1999 | 1968 | Culver City : Metro-Goldwyn-Mayer | p=149 | s=Science fiction films; Outer space -- Exploration -- Drama
The godfather | Coppola, Francis Ford, 1939- | 1972 | Hollywood : Paramount Pictures | p=175 | s=Mafia -- Drama; Families -- Drama
Do the right thing | Lee, Spike, 1957- | 1989 | Universal City : Universal Pictures | p=120 | s=Race relations -- Drama; Brooklyn (New York, N.Y.) -- Drama
The piano | Campion, Jane, 1954- | 1993 | Los Angeles : Miramax | p=117 | s=New Zealand -- Drama; Women pianists -- Drama
Toy story | Lasseter, John, 1957- | 1995 | Burbank, Calif. : Walt Disney Pictures | p=81 | s=Animated films; Toys -- Drama
Moonlight | Jenkins, Barry, 1979- | 2016 | New York : A24 | p=111 | s=African American men -- Drama; Miami (Fla.) -- Drama | key=moonlight
Black Panther | Coogler, Ryan, 1986- | 2018 | Burbank, Calif. : Marvel Studios | p=134 | s=Superhero films
Nomadland | Zhao, Chloé, 1982- | 2020 | Los Angeles : Searchlight Pictures | p=107 | s=Nomads -- Drama; West (U.S.) -- Drama
@ form=dvd lang=fre audience=adult d=791.4372 s=Feature films -- France
La grande illusion | Renoir, Jean, 1894-1979 | 1937 | Paris : RAC | p=114 | s=World War, 1914-1918 -- Prisoners and prisons -- Drama
Les quatre cents coups | Truffaut, François, 1932-1984 | 1959 | Paris : Les Films du Carrosse | p=99 | s=Boys -- Drama; Paris (France) -- Drama
À bout de souffle | Godard, Jean-Luc, 1930-2022 | 1960 | Paris : SNC | p=90 | s=Criminals -- Drama; Paris (France) -- Drama
Cléo de 5 à 7 | Varda, Agnès, 1928-2019 | 1962 | Paris : Rome-Paris Films | p=90 | s=Women singers -- Drama; Paris (France) -- Drama
Le fabuleux destin d'Amélie Poulain | Jeunet, Jean-Pierre, 1953- | 2001 | Paris : UGC | p=122 | s=Waitresses -- Drama; Paris (France) -- Drama
@ form=dvd lang=ita audience=adult d=791.4372 s=Feature films -- Italy
Ladri di biciclette | De Sica, Vittorio, 1901-1974 | 1948 | Roma : ENIC | p=89 | s=Unemployed -- Drama; Rome (Italy) -- Drama
8 1/2 | Fellini, Federico, 1920-1993 | 1963 | Roma : Cineriz | p=138 | s=Motion picture producers and directors -- Drama
Nuovo cinema Paradiso | Tornatore, Giuseppe, 1956- | 1988 | Roma : Titanus | p=155 | s=Motion picture theaters -- Drama; Sicily (Italy) -- Drama
@ form=dvd lang=ger audience=adult d=791.4372 s=Feature films -- Germany
Metropolis | Lang, Fritz, 1890-1976 | 1927 | Berlin : Ufa | p=153 | s=Silent films; Science fiction films
M : eine Stadt sucht einen Mörder | Lang, Fritz, 1890-1976 | 1931 | Berlin : Nero-Film | p=117 | s=Serial murderers -- Drama; Berlin (Germany) -- Drama
Der Himmel über Berlin | Wenders, Wim, 1945- | 1987 | Berlin : Road Movies | p=128 | s=Angels -- Drama; Berlin (Germany) -- Drama
Das Leben der Anderen | Henckel von Donnersmarck, Florian, 1973- | 2006 | München : Wiedemann & Berg | p=137 | s=Secret service -- Germany (East) -- Drama
@ form=dvd lang=spa audience=adult d=791.4372 s=Feature films -- Spain
El espíritu de la colmena | Erice, Víctor, 1940- | 1973 | Madrid : Elías Querejeta | p=97 | s=Girls -- Drama; Spain -- Drama
Todo sobre mi madre | Almodóvar, Pedro, 1949- | 1999 | Madrid : El Deseo | p=101 | s=Mothers and sons -- Drama; Barcelona (Spain) -- Drama
Y tu mamá también | Cuarón, Alfonso, 1961- | 2001 | México : Anhelo | p=106 | s=Automobile travel -- Mexico -- Drama
Roma | Cuarón, Alfonso, 1961- | 2018 | México : Esperanto Filmoj | p=135 | s=Household employees -- Mexico -- Drama
@ form=dvd lang=swe audience=adult d=791.4372 s=Feature films -- Sweden
Det sjunde inseglet | Bergman, Ingmar, 1918-2007 | 1957 | Stockholm : Svensk Filmindustri | p=96 | s=Death -- Drama; Knights and knighthood -- Drama
@ form=dvd lang=jpn audience=adult d=791.4372 s=Feature films -- Japan
Rashōmon = 羅生門 | Kurosawa, Akira, 1910-1998 = 黒澤明, 1910-1998 | 1950 | Tōkyō : Daiei = 東京 : 大映 | p=88 | s=Trials -- Drama; Japan -- Drama | key=rashomon-film
Tōkyō monogatari = 東京物語 | Ozu, Yasujirō, 1903-1963 = 小津安二郎, 1903-1963 | 1953 | Tōkyō : Shōchiku = 東京 : 松竹 | p=136 | s=Families -- Japan -- Drama
Shichinin no samurai = 七人の侍 | Kurosawa, Akira, 1910-1998 = 黒澤明, 1910-1998 | 1954 | Tōkyō : Tōhō = 東京 : 東宝 | p=207 | s=Samurai -- Drama
Sen to Chihiro no kamikakushi = 千と千尋の神隠し | Miyazaki, Hayao, 1941- = 宮崎駿, 1941- | 2001 | Tōkyō : Sutajio Jiburi = 東京 : スタジオジブリ | p=125 | s=Animated films; Girls -- Drama; Spirits -- Drama | key=spirited
@ form=dvd lang=kor audience=adult d=791.4372 s=Feature films -- Korea (South)
Kisaengch'ung = 기생충 | Pong, Chun-ho, 1969- = 봉준호, 1969- | 2019 | Sŏul : CJ Entertainment = 서울 : CJ 엔터테인먼트 | p=132 | s=Social classes -- Drama; Families -- Drama
@ form=dvd lang=chi audience=adult d=791.4372 s=Feature films -- China
Hua yang nian hua = 花樣年華 | Wang, Jiawei, 1958- = 王家衛, 1958- | 2000 | Xianggang : Ze dong dian ying = 香港 : 澤東電影 | p=98 | s=Married people -- Drama; Hong Kong (China) -- Drama
Wo hu cang long = 臥虎藏龍 | Li, An, 1954- = 李安, 1954- | 2000 | Taibei : Zong heng guo ji = 臺北 : 縱橫國際 | p=120 | s=Martial arts films; China -- Drama
@ form=dvd lang=rus audience=adult d=791.4372 s=Feature films -- Soviet Union
Bronenoset︠s︡ Potemkin = Броненосец Потёмкин | Ėĭzenshteĭn, Sergeĭ, 1898-1948 = Эйзенштейн, Сергей, 1898-1948 | 1925 | Moskva : Goskino | p=75 | s=Silent films; Mutiny -- Drama
Soli︠a︡ris = Солярис | Tarkovskiĭ, Andreĭ, 1932-1986 = Тарковский, Андрей, 1932-1986 | 1972 | Moskva : Mosfilʹm | p=166 | s=Science fiction films; Extraterrestrial beings -- Drama
@ form=dvd lang=ben audience=adult d=791.4372 s=Feature films -- India
Pather panchali | Ray, Satyajit, 1921-1992 | 1955 | Calcutta : Government of West Bengal | p=125 | s=Villages -- India -- Drama; Brothers and sisters -- Drama
@ form=dvd lang=per audience=adult d=791.4372 s=Feature films -- Iran
Judāyī-i Nādir az Sīmīn = جدایی نادر از سیمین | Farhādī, Aṣghar, 1972- = فرهادی، اصغر، 1972- | 2011 | Tihrān : Aṣghar Farhādī | p=123 | s=Divorce -- Drama; Iran -- Drama
@ form=cd lang=eng audience=adult d=781.64 s=Popular music
Kind of blue | Davis, Miles, 1926-1991 | 1959 | New York : Columbia | d=781.65 | s=Jazz -- 1951-1960
A love supreme | Coltrane, John, 1926-1967 | 1965 | New York : Impulse! | d=781.65 | s=Jazz -- 1961-1970
Mingus ah um | Mingus, Charles, 1922-1979 | 1959 | New York : Columbia | d=781.65 | s=Jazz -- 1951-1960
Lady sings the blues | Holiday, Billie, 1915-1959 | 1956 | New York : Clef Records | d=781.65 | s=Jazz vocals
Pet sounds | *Beach Boys | 1966 | Hollywood : Capitol | s=Rock music -- 1961-1970
Sgt. Pepper's Lonely Hearts Club Band | *Beatles | 1967 | London : Parlophone | s=Rock music -- 1961-1970
I never loved a man the way I love you | Franklin, Aretha, 1942-2018 | 1967 | New York : Atlantic | d=781.644 | s=Soul music
Blue | Mitchell, Joni, 1943- | 1971 | Burbank, Calif. : Reprise | s=Popular music -- 1971-1980
What's going on | Gaye, Marvin, 1939-1984 | 1971 | Detroit : Tamla | d=781.644 | s=Soul music
The dark side of the moon | *Pink Floyd (Musical group) | 1973 | London : Harvest | s=Rock music -- 1971-1980
Songs in the key of life | Wonder, Stevie, 1950- | 1976 | Detroit : Tamla | d=781.644 | s=Soul music
Rumours | *Fleetwood Mac (Musical group) | 1977 | Burbank, Calif. : Warner Bros. | s=Rock music -- 1971-1980
Thriller | Jackson, Michael, 1958-2009 | 1982 | New York : Epic | s=Popular music -- 1981-1990
Graceland | Simon, Paul, 1941- | 1986 | Burbank, Calif. : Warner Bros. | s=Popular music -- 1981-1990
OK computer | *Radiohead (Musical group) | 1997 | London : Parlophone | s=Rock music -- 1991-2000
The miseducation of Lauryn Hill | Hill, Lauryn, 1975- | 1998 | New York : Ruffhouse | d=782.421649 | s=Rap (Music)
Lemonade | Beyoncé, 1981- | 2016 | New York : Parkwood Entertainment | s=Popular music -- 2011-2020
@ form=cd lang=zxx audience=adult d=784 s=Instrumental music
The Goldberg variations | Bach, Johann Sebastian, 1685-1750 | 1956 | New York : Columbia | add=Gould, Glenn, 1932-1982 | d=786.2 | s=Variations (Piano) | key=goldberg-1956
The Goldberg variations | Bach, Johann Sebastian, 1685-1750 | 1982 | New York : CBS Masterworks | add=Gould, Glenn, 1932-1982 | d=786.2 | s=Variations (Piano) | key=goldberg-1982
Music for 18 musicians | Reich, Steve, 1936- | 1978 | München : ECM | d=785 | s=Minimal music
The Köln concert | Jarrett, Keith, 1945- | 1975 | München : ECM | d=781.65 | s=Piano music (Jazz)
@ form=cd lang=por audience=adult d=781.64 s=Popular music -- Brazil
Getz/Gilberto | Getz, Stan, 1927-1991 | 1964 | New York : Verve | add=Gilberto, João, 1931-2019 | s=Bossa nova (Music); Jazz -- 1961-1970
@ form=cd lang=spa audience=adult d=781.64 s=Popular music -- Cuba
Buena Vista Social Club | *Buena Vista Social Club | 1997 | London : World Circuit | s=Popular music -- Cuba; Sones
@ form=cd lang=ara audience=adult d=781.64 s=Popular music -- Arab countries
Inta ʻumrī = إنت عمري | Umm Kulthūm, 1898-1975 = أم كلثوم, 1898-1975 | 1964 | al-Qāhirah : Sono Cairo | s=Songs, Arabic -- Egypt
@ form=score lang=zxx audience=adult d=784 s=Scores
Die Kunst der Fuge : BWV 1080 | Bach, Johann Sebastian, 1685-1750 | 1878 | Leipzig : Breitkopf & Härtel | d=786 | s=Canons, fugues, etc. (Keyboard instrument)
Das wohltemperierte Klavier : BWV 846-893 | Bach, Johann Sebastian, 1685-1750 | 1866 | Leipzig : Breitkopf & Härtel | d=786.2 | s=Canons, fugues, etc. (Piano) | key=wtk
Symphonie Nr. 5, c-Moll, op. 67 | Beethoven, Ludwig van, 1770-1827 | 1826 | Leipzig : Breitkopf & Härtel | d=784.2184 | s=Symphonies -- Scores
Symphonie Nr. 9, d-Moll, op. 125 | Beethoven, Ludwig van, 1770-1827 | 1826 | Mainz : B. Schott | d=784.2184 | s=Symphonies -- Scores; Choruses with orchestra -- Scores
Symphonie fantastique : op. 14 | Berlioz, Hector, 1803-1869 | 1845 | Paris : M. Schlesinger | d=784.2184 | s=Symphonies -- Scores
Album für die Jugend : op. 68 | Schumann, Robert, 1810-1856 | 1848 | Hamburg : Schuberth | d=786.2 | s=Piano music
Ein deutsches Requiem : op. 45 | Brahms, Johannes, 1833-1897 | 1868 | Leipzig : Rieter-Biedermann | d=782.3238 | s=Requiems -- Scores
Préludes, 1er livre | Debussy, Claude, 1862-1918 | 1910 | Paris : Durand | d=786.2 | s=Piano music
Le sacre du printemps | Stravinsky, Igor, 1882-1971 | 1921 | Berlin : Édition russe de musique | d=784.21556 | s=Ballets -- Scores
Mikrokosmos : piano solo | Bartók, Béla, 1881-1945 | 1940 | London : Boosey & Hawkes | d=786.2 | s=Piano music
Rhapsody in blue | Gershwin, George, 1898-1937 | 1924 | New York : Harms | d=784.262 | s=Piano with orchestra -- Scores
Maple leaf rag | Joplin, Scott, 1868-1917 | 1899 | Sedalia, Mo. : J. Stark | d=786.21645 | s=Ragtime music; Piano music
Quatuor pour la fin du temps | Messiaen, Olivier, 1908-1992 | 1942 | Paris : Durand | d=785.24194 | s=Quartets -- Scores
War requiem : op. 66 | Britten, Benjamin, 1913-1976 | 1962 | London : Boosey & Hawkes | d=782.3238 | s=Requiems -- Scores
`;
