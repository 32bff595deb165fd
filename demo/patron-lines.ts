/**
 * The sixty patrons, one per line: family, given | branch | category | born | language | more. All are invented. More: `mail=no`
 * (letters only), `expired`, `ends-soon` (the card ends in the coming weeks), `guarantor=<key>`, `pin` (a named demo patron who can sign in),
 * `called=<name>` (the given name that the patron uses).
 */
export const patronLines = `
Okafor, Amara | riverton.main | adult | 1987-03-14 | eng | pin
Lindholm, Erik | riverton.main | adult | 1979-11-02 | eng | pin
Castellano, Lucía | riverton.eastside | adult | 1992-06-21 | spa | pin
Castellano, Mateo | riverton.eastside | child | 2016-09-09 | spa | guarantor=castellano-lucia pin
Nguyễn, Minh Anh | riverton.hillcrest | adult | 1995-01-30 | vie | called=Mina
Abramson, Ruth | riverton.main | senior | 1949-05-17 | eng | mail=no
Kaplan, Isaac | riverton.main | senior | 1944-12-03 | eng
Washington, Denise | riverton.eastside | adult | 1983-08-26 | eng
Petrović, Jelena | riverton.hillcrest | adult | 1990-04-11 | eng
Sato, Kenji | riverton.main | adult | 1971-02-19 | jpn
Gutiérrez, Pablo | riverton.mobile | senior | 1951-10-08 | spa | mail=no ends-soon
Thompson, Zoe | riverton.main | young-adult | 2010-07-01 | eng | guarantor=thompson-carla
Thompson, Carla | riverton.main | adult | 1984-01-23 | eng
Osei, Kofi | riverton.eastside | adult | 1976-09-15 | eng | pin
Fischer, Hanna | riverton.hillcrest | adult | 1998-03-05 | ger
Reyes, Marisol | riverton.main | adult | 1969-07-29 | spa | expired pin
Bouchard, Claire | lakeshore.main | adult | 1981-05-06 | fre | pin
Singh, Harpreet | lakeshore.main | adult | 1988-10-27 | eng | pin
Mwangi, Grace | lakeshore.dunes | adult | 1993-12-12 | eng
Olsen, Birgit | lakeshore.dunes | senior | 1947-04-02 | eng | mail=no
Kowalski, Adam | lakeshore.prairie | adult | 1974-08-18 | pol
Kowalska, Maja | lakeshore.prairie | child | 2017-02-25 | pol | guarantor=kowalski-adam
Hassan, Yusuf | lakeshore.main | adult | 1985-06-13 | ara
Jackson, Tyrell | lakeshore.main | young-adult | 2009-11-20 | eng | guarantor=jackson-monique
Jackson, Monique | lakeshore.main | adult | 1982-03-31 | eng
Ferreira, João | lakeshore.dunes | adult | 1996-09-22 | por | ends-soon
Whitehorse, Daniel | lakeshore.prairie | adult | 1978-01-09 | eng
Park, Ji-woo | lakeshore.main | adult | 1991-05-28 | kor
Romano, Giulia | lakeshore.dunes | adult | 1986-12-30 | ita
Adler, Miriam | harcourt.main | faculty | 1968-02-11 | eng | pin
Chen, Xiaoming | harcourt.main | student | 2004-08-07 | chi | pin
Banerjee, Ananya | harcourt.science | graduate | 1999-11-16 | eng | pin
O'Neill, Fiona | harcourt.main | student | 2005-03-22 | eng
Schwarz, Lukas | harcourt.music | graduate | 1997-06-04 | ger
Mensah, Abena | harcourt.main | student | 2003-10-19 | eng
Haddad, Karim | harcourt.science | faculty | 1973-07-08 | ara
Volkova, Irina | harcourt.main | faculty | 1965-04-27 | rus
Moreno, Santiago | harcourt.main | student | 2005-12-01 | spa
Yamamoto, Aiko | harcourt.music | faculty | 1980-09-13 | jpn
Greene, Malcolm | harcourt.main | staff | 1977-05-25 | eng
Papadopoulou, Eleni | harcourt.main | graduate | 1998-01-18 | gre
Iyer, Sanjay | calder.main | faculty | 1972-10-05 | eng | pin
Larsen, Freja | calder.main | student | 2004-02-14 | eng
Demir, Emre | calder.engineering | graduate | 1996-08-31 | tur
Nowak, Zofia | calder.main | student | 2005-06-17 | pol
Achterberg, Pieter | calder.engineering | faculty | 1963-03-09 | dut
Bello, Chidinma | calder.main | graduate | 1999-09-28 | eng
Tremblay, Nathalie | calder.main | staff | 1983-11-11 | fre
Rahman, Tasnim | calder.main | student | 2003-07-20 | eng
Thorne, Beatrice | ashgrove.reading | researcher | 1966-12-22 | eng | pin
Svensson, Gustav | ashgrove.reading | researcher | 1959-05-03 | eng
Da Costa, Helena | ashgrove.reading | researcher | 1978-08-10 | por
Macleod, Iain | ashgrove.reading | staff | 1985-02-28 | eng
Brooks, Natalie | northfield.upper | teacher | 1981-09-01 | eng | pin
Rosen, Ethan | northfield.upper | pupil | 2010-04-16 | eng | guarantor=brooks-natalie
Ahmed, Layla | northfield.upper | pupil | 2011-01-07 | eng | guarantor=brooks-natalie
Kim, Daniel | northfield.upper | pupil | 2010-10-24 | kor | guarantor=brooks-natalie
Silva, Beatriz | northfield.lower | pupil | 2015-06-30 | por | guarantor=osullivan-mary
O'Sullivan, Mary | northfield.lower | teacher | 1970-11-15 | eng
Peña, Oscar | northfield.upper | teacher | 1989-03-26 | spa
`;
