/** Fiction in German, Polish, Turkish, Dutch, the Nordic languages, Czech and Hungarian, one work a line (grammar: read-lines.ts). */
export const novelsEurope = `
@ form=book lang=ger audience=adult d=833 s=German fiction
Die Leiden des jungen Werthers | Goethe, Johann Wolfgang von, 1749-1832 | 1774 | Leipzig : Weygand | s=Love -- Fiction; Artists -- Fiction
Faust : eine Tragödie | Goethe, Johann Wolfgang von, 1749-1832 | 1808 | Tübingen : J.G. Cotta | d=832 | s=German drama; Faust, -approximately 1540 -- Drama
Der Sandmann | Hoffmann, E. T. A. (Ernst Theodor Amadeus), 1776-1822 | 1817 | Berlin : Reimer | s=Horror tales, German
Effi Briest : Roman | Fontane, Theodor, 1819-1898 | 1895 | Berlin : F. Fontane | s=Married women -- Fiction; Prussia (Germany) -- Fiction
Buddenbrooks : Verfall einer Familie | Mann, Thomas, 1875-1955 | 1901 | Berlin : S. Fischer | s=Families -- Germany -- Fiction; Lübeck (Germany) -- Fiction
Der Zauberberg : Roman | Mann, Thomas, 1875-1955 | 1924 | Berlin : S. Fischer | s=Sanatoriums -- Fiction; Switzerland -- Fiction
Die Verwandlung | Kafka, Franz, 1883-1924 | 1915 | Leipzig : Kurt Wolff | s=Metamorphosis -- Fiction
Der Prozess : Roman | Kafka, Franz, 1883-1924 | 1925 | Berlin : Die Schmiede | p=411 | s=Trials -- Fiction
Das Schloss : Roman | Kafka, Franz, 1883-1924 | 1926 | München : Kurt Wolff | s=Bureaucracy -- Fiction
Der Steppenwolf | Hesse, Hermann, 1877-1962 | 1927 | Berlin : S. Fischer | p=289 | s=Loneliness -- Fiction
Das Glasperlenspiel | Hesse, Hermann, 1877-1962 | 1943 | Zürich : Fretz & Wasmuth | s=Games -- Fiction; Utopias -- Fiction
Im Westen nichts Neues | Remarque, Erich Maria, 1898-1970 | 1929 | Berlin : Propyläen | p=287 | s=World War, 1914-1918 -- Fiction
Berlin Alexanderplatz : die Geschichte vom Franz Biberkopf | Döblin, Alfred, 1878-1957 | 1929 | Berlin : S. Fischer | s=Berlin (Germany) -- Fiction
Radetzkymarsch : Roman | Roth, Joseph, 1894-1939 | 1932 | Berlin : Kiepenheuer | s=Austria -- History -- Fiction
Schachnovelle | Zweig, Stefan, 1881-1942 | 1942 | Buenos Aires : Pigmalión | s=Chess players -- Fiction
Die Blechtrommel : Roman | Grass, Günter, 1927-2015 | 1959 | Neuwied : Luchterhand | p=736 | s=Gdańsk (Poland) -- Fiction; World War, 1939-1945 -- Fiction
Der Besuch der alten Dame : eine tragische Komödie | Dürrenmatt, Friedrich, 1921-1990 | 1956 | Zürich : Arche | d=832 | s=Revenge -- Drama
Homo faber : ein Bericht | Frisch, Max, 1911-1991 | 1957 | Frankfurt am Main : Suhrkamp | s=Engineers -- Fiction
Kassandra : Erzählung | Wolf, Christa, 1929-2011 | 1983 | Darmstadt : Luchterhand | p=156 | s=Trojan War -- Fiction
Das Parfum : die Geschichte eines Mörders | Süskind, Patrick, 1949- | 1985 | Zürich : Diogenes | p=319 | s=Perfumes industry -- Fiction; Murderers -- Fiction; France -- Fiction | key=parfum
Der Vorleser : Roman | Schlink, Bernhard, 1944- | 1995 | Zürich : Diogenes | p=206 | s=Illiterate persons -- Fiction; Germany -- Fiction
Austerlitz | Sebald, W. G. (Winfried Georg), 1944-2001 | 2001 | München : C. Hanser | p=417 | s=Kindertransports (Rescue operations) -- Fiction; Memory -- Fiction
Die Vermessung der Welt : Roman | Kehlmann, Daniel, 1975- | 2005 | Reinbek bei Hamburg : Rowohlt | p=301 | s=Humboldt, Alexander von, 1769-1859 -- Fiction; Gauss, Carl Friedrich, 1777-1855 -- Fiction
Atemschaukel : Roman | Müller, Herta, 1953- | 2009 | München : C. Hanser | p=299 | s=Forced labor -- Soviet Union -- Fiction
@ form=book lang=pol audience=adult d=891.853 s=Polish fiction
Quo vadis : powieść z czasów Nerona | Sienkiewicz, Henryk, 1846-1916 | 1896 | Warszawa : Gebethner i Wolff | s=Rome -- Fiction; Christians -- Fiction
Lalka : powieść | Prus, Bolesław, 1847-1912 | 1890 | Warszawa : Gebethner i Wolff | s=Warsaw (Poland) -- Fiction; Merchants -- Fiction
Ferdydurke | Gombrowicz, Witold, 1904-1969 | 1937 | Warszawa : Rój | s=Adolescence -- Fiction
Sklepy cynamonowe | Schulz, Bruno, 1892-1942 | 1934 | Warszawa : Rój | s=Short stories, Polish
Solaris | Lem, Stanisław, 1921-2006 | 1961 | Warszawa : Wydawnictwo Ministerstwa Obrony Narodowej | s=Science fiction, Polish; Extraterrestrial beings -- Fiction
Cesarz | Kapuściński, Ryszard, 1932-2007 | 1978 | Warszawa : Czytelnik | d=963.055 | s=Haile Selassie I, Emperor of Ethiopia, 1892-1975
Ostatnie życzenie | Sapkowski, Andrzej, 1948- | 1993 | Warszawa : superNOWA | s=Fantasy fiction, Polish; Short stories, Polish
Bieguni | Tokarczuk, Olga, 1962- | 2007 | Kraków : Wydawnictwo Literackie | s=Travelers -- Fiction
Księgi Jakubowe | Tokarczuk, Olga, 1962- | 2014 | Kraków : Wydawnictwo Literackie | p=905 | s=Frank, Jacob, approximately 1726-1791 -- Fiction; Jews -- Poland -- Fiction
@ form=book lang=tur audience=adult d=894.3533 s=Turkish fiction
Çalıkuşu | Güntekin, Reşat Nuri, 1889-1956 | 1922 | İstanbul : İkbal Kütüphanesi | s=Women teachers -- Fiction; Turkey -- Fiction
Kürk mantolu Madonna | Ali, Sabahattin, 1907-1948 | 1943 | İstanbul : Remzi Kitabevi | s=Turks -- Germany -- Fiction; Love -- Fiction
İnce Memed | Yaşar Kemal, 1923-2015 | 1955 | İstanbul : Çağlayan Yayınevi | s=Outlaws -- Turkey -- Fiction
Saatleri ayarlama enstitüsü | Tanpınar, Ahmet Hamdi, 1901-1962 | 1961 | İstanbul : Remzi Kitabevi | s=Clocks and watches -- Fiction; Satire, Turkish
Tutunamayanlar | Atay, Oğuz, 1934-1977 | 1972 | İstanbul : Sinan Yayınları | s=Intellectuals -- Turkey -- Fiction
Benim adım kırmızı | Pamuk, Orhan, 1952- | 1998 | İstanbul : İletişim | p=472 | s=Miniature painting, Ottoman -- Fiction; Istanbul (Turkey) -- Fiction
Kar | Pamuk, Orhan, 1952- | 2002 | İstanbul : İletişim | p=428 | s=Kars (Turkey) -- Fiction; Poets -- Fiction
Aşk | Şafak, Elif, 1971- | 2009 | İstanbul : Doğan Kitap | s=Jalāl al-Dīn Rūmī, Maulana, 1207-1273 -- Fiction
@ form=book lang=dut audience=adult d=839.313 s=Dutch fiction
Max Havelaar, of, De koffiveilingen der Nederlandsche Handelmaatschappy | Multatuli, 1820-1887 | 1860 | Amsterdam : J. de Ruyter | s=Indonesia -- Fiction; Colonies -- Fiction
De aanslag | Mulisch, Harry, 1927-2010 | 1982 | Amsterdam : De Bezige Bij | s=World War, 1939-1945 -- Netherlands -- Fiction
Het achterhuis : dagboekbrieven 12 juni 1942-1 augustus 1944 | Frank, Anne, 1929-1945 | 1947 | Amsterdam : Contact | d=940.5318 | s=Holocaust, Jewish (1939-1945) -- Netherlands; Jewish girls -- Diaries
Het diner | Koch, Herman, 1953- | 2009 | Amsterdam : Anthos | p=301 | s=Families -- Fiction
@ form=book lang=swe audience=adult d=839.73 s=Swedish fiction
Gösta Berlings saga | Lagerlöf, Selma, 1858-1940 | 1891 | Stockholm : Frithiof Hellberg | s=Värmland (Sweden) -- Fiction
Män som hatar kvinnor | Larsson, Stieg, 1954-2004 | 2005 | Stockholm : Norstedts | p=566 | s=Journalists -- Sweden -- Fiction; Detective and mystery stories
@ form=book lang=nor audience=adult d=839.823 s=Norwegian fiction
Sult | Hamsun, Knut, 1859-1952 | 1890 | København : Philipsen | s=Starvation -- Fiction; Oslo (Norway) -- Fiction
Sofies verden : roman om filosofiens historie | Gaarder, Jostein, 1952- | 1991 | Oslo : Aschehoug | s=Philosophy -- Fiction
@ form=book lang=cze audience=adult d=891.863 s=Czech fiction
Válka s mloky | Čapek, Karel, 1890-1938 | 1936 | Praha : František Borový | s=Science fiction, Czech; Satire, Czech
Nesnesitelná lehkost bytí | Kundera, Milan, 1929-2023 | 1985 | Toronto : Sixty-Eight Publishers | s=Czechoslovakia -- History -- Intervention, 1968 -- Fiction
@ form=book lang=hun audience=adult d=894.51133 s=Hungarian fiction
Sorstalanság | Kertész, Imre, 1929-2016 | 1975 | Budapest : Szépirodalmi | s=Holocaust, Jewish (1939-1945) -- Fiction
Az ajtó | Szabó, Magda, 1917-2007 | 1987 | Budapest : Magvető | s=Women authors -- Fiction; Hungary -- Fiction
`;
