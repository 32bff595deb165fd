/** English-language novels, one work a line (grammar: read-lines.ts). Facts only; an ISBN only where it is certain. */
export const novelsEnglish = `
@ form=book lang=eng audience=adult d=823 s=English fiction
Robinson Crusoe | Defoe, Daniel, 1661?-1731 | 2003 | London : Penguin | isbn=9780141439822 | s=Castaways -- Fiction; Islands -- Fiction
Gulliver's travels | Swift, Jonathan, 1667-1745 | 2003 | London : Penguin | isbn=9780141439495 | s=Voyages, Imaginary -- Fiction; Satire
Pride and prejudice | Austen, Jane, 1775-1817 | 2003 | London : Penguin | isbn=9780141439518 | s=Sisters -- Fiction; Courtship -- Fiction; England -- Fiction | key=pride-penguin
Pride and prejudice | Austen, Jane, 1775-1817 | 1813 | London : T. Egerton | d=823.7 | s=Sisters -- Fiction; Courtship -- Fiction; England -- Fiction | key=pride-1813
Sense and sensibility | Austen, Jane, 1775-1817 | 2003 | London : Penguin | isbn=9780141439662 | s=Sisters -- Fiction; England -- Fiction
Emma | Austen, Jane, 1775-1817 | 2003 | London : Penguin | isbn=9780141439587 | s=Young women -- Fiction; Matchmaking -- Fiction
Frankenstein, or, The modern Prometheus | Shelley, Mary Wollstonecraft, 1797-1851 | 2003 | London : Penguin | isbn=9780141439471 | ed=Revised edition | s=Scientists -- Fiction; Monsters -- Fiction | key=frankenstein-penguin
Frankenstein, or, The modern Prometheus | Shelley, Mary Wollstonecraft, 1797-1851 | 1818 | London : Lackington, Hughes, Harding, Mavor & Jones | d=823.7 | s=Scientists -- Fiction; Monsters -- Fiction | key=frankenstein-1818
Jane Eyre | Brontë, Charlotte, 1816-1855 | 2006 | London : Penguin | isbn=9780141441146 | s=Governesses -- Fiction; Orphans -- Fiction
Wuthering Heights | Brontë, Emily, 1818-1848 | 2003 | London : Penguin | isbn=9780141439556 | s=Yorkshire (England) -- Fiction; Foundlings -- Fiction
Great expectations | Dickens, Charles, 1812-1870 | 2003 | London : Penguin | isbn=9780141439563 | s=Orphans -- Fiction; Young men -- Fiction
Bleak House | Dickens, Charles, 1812-1870 | 1853 | London : Bradbury and Evans | s=Inheritance and succession -- Fiction; London (England) -- Fiction
Middlemarch | Eliot, George, 1819-1880 | 1871 | Edinburgh : W. Blackwood | s=Married people -- Fiction; City and town life -- Fiction
Dracula | Stoker, Bram, 1847-1912 | 2003 | London : Penguin | isbn=9780141439846 | s=Vampires -- Fiction; Transylvania (Romania) -- Fiction
Heart of darkness | Conrad, Joseph, 1857-1924 | 1902 | Edinburgh : W. Blackwood | s=Africa -- Fiction; Imperialism -- Fiction
Lord Jim : a tale | Conrad, Joseph, 1857-1924 | 1900 | Edinburgh : W. Blackwood | s=Merchant mariners -- Fiction; Seafaring life -- Fiction
Kim | Kipling, Rudyard, 1865-1936 | 1901 | London : Macmillan | s=India -- Fiction; Orphans -- Fiction
The time machine : an invention | Wells, H. G. (Herbert George), 1866-1946 | 1895 | London : W. Heinemann | s=Time travel -- Fiction
A room with a view | Forster, E. M. (Edward Morgan), 1879-1970 | 1908 | London : Edward Arnold | s=British -- Italy -- Fiction
A passage to India | Forster, E. M. (Edward Morgan), 1879-1970 | 1924 | London : Edward Arnold | s=British -- India -- Fiction
Ulysses | Joyce, James, 1882-1941 | 1922 | Paris : Shakespeare and Company | s=Dublin (Ireland) -- Fiction | p=732 | key=ulysses-1922
Ulysses : the 1922 text | Joyce, James, 1882-1941 | 1993 | Oxford : Oxford University Press | s=Dublin (Ireland) -- Fiction | key=ulysses-1993
Mrs. Dalloway | Woolf, Virginia, 1882-1941 | 1925 | London : Hogarth Press | s=London (England) -- Fiction; Married women -- Fiction
To the lighthouse | Woolf, Virginia, 1882-1941 | 1927 | London : Hogarth Press | s=Hebrides (Scotland) -- Fiction; Families -- Fiction
Rebecca | Du Maurier, Daphne, 1907-1989 | 1938 | London : Gollancz | s=Cornwall (England : County) -- Fiction
The murder of Roger Ackroyd | Christie, Agatha, 1890-1976 | 1926 | London : W. Collins | s=Poirot, Hercule (Fictitious character) -- Fiction; Detective and mystery stories
Murder on the Orient Express | Christie, Agatha, 1890-1976 | 1934 | London : Collins | s=Poirot, Hercule (Fictitious character) -- Fiction; Detective and mystery stories
Brave new world | Huxley, Aldous, 1894-1963 | 2006 | New York : Harper Perennial | isbn=9780060850524 | s=Dystopias -- Fiction; Genetic engineering -- Fiction
Animal farm : a fairy story | Orwell, George, 1903-1950 | 1945 | London : Secker & Warburg | p=91 | s=Totalitarianism -- Fiction; Satire
Nineteen eighty-four : a novel | Orwell, George, 1903-1950 | 1949 | London : Secker & Warburg | p=312 | s=Totalitarianism -- Fiction; Dystopias -- Fiction | key=1984-secker
1984 | Orwell, George, 1903-1950 | 1961 | New York : Signet Classic | isbn=9780451524935 | p=328 | s=Totalitarianism -- Fiction; Dystopias -- Fiction | key=1984-signet
Lord of the flies | Golding, William, 1911-1993 | 1954 | London : Faber and Faber | p=248 | s=Boys -- Fiction; Survival -- Fiction
The fellowship of the ring | Tolkien, J. R. R. (John Ronald Reuel), 1892-1973 | 1954 | London : Allen & Unwin | p=423 | series=The lord of the rings ; pt. 1 | s=Middle Earth (Imaginary place) -- Fiction; Fantasy fiction
The two towers | Tolkien, J. R. R. (John Ronald Reuel), 1892-1973 | 1954 | London : Allen & Unwin | p=352 | series=The lord of the rings ; pt. 2 | s=Middle Earth (Imaginary place) -- Fiction; Fantasy fiction
The return of the king | Tolkien, J. R. R. (John Ronald Reuel), 1892-1973 | 1955 | London : Allen & Unwin | p=416 | series=The lord of the rings ; pt. 3 | s=Middle Earth (Imaginary place) -- Fiction; Fantasy fiction
A clockwork orange | Burgess, Anthony, 1917-1993 | 1962 | London : Heinemann | s=Juvenile delinquents -- Fiction; Dystopias -- Fiction
The prime of Miss Jean Brodie | Spark, Muriel, 1918-2006 | 1961 | London : Macmillan | s=Women teachers -- Fiction; Edinburgh (Scotland) -- Fiction
Wide Sargasso Sea | Rhys, Jean, 1890-1979 | 1966 | London : André Deutsch | s=West Indies -- Fiction
The sea, the sea | Murdoch, Iris, 1919-1999 | 1978 | London : Chatto & Windus | p=502 | s=Theatrical producers and directors -- Fiction; Seaside -- Fiction
Midnight's children | Rushdie, Salman, 1947- | 1981 | London : J. Cape | p=446 | s=India -- Fiction
The remains of the day | Ishiguro, Kazuo, 1954- | 1989 | London : Faber and Faber | p=245 | s=Butlers -- Fiction; England -- Fiction
Never let me go | Ishiguro, Kazuo, 1954- | 2006 | New York : Vintage International | isbn=9781400078776 | p=288 | s=Cloning -- Fiction; Boarding schools -- Fiction
Atonement | McEwan, Ian, 1948- | 2001 | London : Jonathan Cape | p=372 | s=Guilt -- Fiction; Sisters -- Fiction
Possession : a romance | Byatt, A. S. (Antonia Susan), 1936-2023 | 1990 | London : Chatto & Windus | p=511 | s=Literature -- Research -- Fiction
Wolf Hall : a novel | Mantel, Hilary, 1952-2022 | 2009 | London : Fourth Estate | p=650 | s=Cromwell, Thomas, Earl of Essex, 1485?-1540 -- Fiction; Historical fiction
Master and commander | O'Brian, Patrick, 1914-2000 | 1970 | London : Collins | s=Sea stories; Great Britain. Royal Navy -- Fiction
White teeth | Smith, Zadie, 1975- | 2000 | London : Hamish Hamilton | p=462 | s=London (England) -- Fiction; Families -- Fiction
Things fall apart | Achebe, Chinua, 1930-2013 | 1958 | London : Heinemann | d=823.914 | s=Igbo (African people) -- Fiction; Nigeria -- Fiction
Half of a yellow sun | Adichie, Chimamanda Ngozi, 1977- | 2006 | New York : Alfred A. Knopf | s=Nigeria -- History -- Civil War, 1967-1970 -- Fiction
The god of small things | Roy, Arundhati, 1961- | 1997 | London : Flamingo | s=Twins -- Fiction; India -- Fiction
Disgrace | Coetzee, J. M., 1940- | 1999 | London : Secker & Warburg | p=220 | s=South Africa -- Fiction
Normal people | Rooney, Sally, 1991- | 2018 | London : Faber & Faber | p=266 | s=Ireland -- Fiction; Friendship -- Fiction
The midnight library | Haig, Matt, 1975- | 2020 | New York : Viking | isbn=9780525559474 | p=288 | s=Libraries -- Fiction; Self-realization -- Fiction
@ form=book lang=eng audience=adult d=813 s=American fiction
The scarlet letter : a romance | Hawthorne, Nathaniel, 1804-1864 | 1850 | Boston : Ticknor, Reed, and Fields | p=322 | s=Massachusetts -- Fiction; Adultery -- Fiction
Moby-Dick, or, The whale | Melville, Herman, 1819-1891 | 1851 | New York : Harper & Brothers | p=635 | s=Whaling -- Fiction; Sea stories | key=moby-1851
Moby-Dick, or, The whale | Melville, Herman, 1819-1891 | 2003 | New York : Penguin | isbn=9780142437247 | p=625 | s=Whaling -- Fiction; Sea stories | key=moby-penguin
Adventures of Huckleberry Finn | Twain, Mark, 1835-1910 | 1885 | New York : Charles L. Webster | p=366 | s=Mississippi River -- Fiction; Boys -- Fiction
The awakening | Chopin, Kate, 1850-1904 | 1899 | Chicago : Herbert S. Stone | p=303 | s=Women -- Louisiana -- Fiction
The age of innocence | Wharton, Edith, 1862-1937 | 1920 | New York : D. Appleton | s=New York (N.Y.) -- Fiction
My Ántonia | Cather, Willa, 1873-1947 | 1918 | Boston : Houghton Mifflin | s=Nebraska -- Fiction; Frontier and pioneer life -- Fiction
The great Gatsby | Fitzgerald, F. Scott (Francis Scott), 1896-1940 | 1925 | New York : C. Scribner's Sons | p=218 | s=Long Island (N.Y.) -- Fiction; Rich people -- Fiction | key=gatsby-1925
The great Gatsby | Fitzgerald, F. Scott (Francis Scott), 1896-1940 | 2004 | New York : Scribner | isbn=9780743273565 | p=180 | s=Long Island (N.Y.) -- Fiction; Rich people -- Fiction | key=gatsby-2004
The sun also rises | Hemingway, Ernest, 1899-1961 | 1926 | New York : C. Scribner's Sons | p=259 | s=Spain -- Fiction; Expatriation -- Fiction
The old man and the sea | Hemingway, Ernest, 1899-1961 | 1952 | New York : Scribner | p=140 | s=Fishers -- Fiction; Cuba -- Fiction
The sound and the fury | Faulkner, William, 1897-1962 | 1929 | New York : J. Cape & H. Smith | p=401 | s=Mississippi -- Fiction; Families -- Fiction
Their eyes were watching God : a novel | Hurston, Zora Neale, 1891-1960 | 1937 | Philadelphia : J.B. Lippincott | p=286 | s=African American women -- Fiction; Florida -- Fiction
The grapes of wrath | Steinbeck, John, 1902-1968 | 1939 | New York : Viking Press | p=619 | s=Migrant agricultural laborers -- Fiction; California -- Fiction
Native son | Wright, Richard, 1908-1960 | 1940 | New York : Harper & Brothers | p=359 | s=African American men -- Fiction; Chicago (Ill.) -- Fiction
The heart is a lonely hunter | McCullers, Carson, 1917-1967 | 1940 | Boston : Houghton Mifflin | p=356 | s=Deaf -- Fiction; Georgia -- Fiction
The catcher in the rye | Salinger, J. D. (Jerome David), 1919-2010 | 1951 | Boston : Little, Brown | p=277 | s=Runaway teenagers -- Fiction; New York (N.Y.) -- Fiction
Invisible man | Ellison, Ralph, 1914-1994 | 1952 | New York : Random House | p=439 | s=African American men -- Fiction
Fahrenheit 451 | Bradbury, Ray, 1920-2012 | 1953 | New York : Ballantine Books | p=199 | s=Book burning -- Fiction; Censorship -- Fiction; Dystopias -- Fiction
Lolita | Nabokov, Vladimir Vladimirovich, 1899-1977 | 1955 | Paris : Olympia Press | s=Middle-aged men -- Fiction
On the road | Kerouac, Jack, 1922-1969 | 1957 | New York : Viking Press | p=310 | s=Beats (Persons) -- Fiction; Automobile travel -- Fiction
To kill a mockingbird | Lee, Harper, 1926-2016 | 1960 | Philadelphia : J.B. Lippincott | p=296 | s=Race relations -- Fiction; Fathers and daughters -- Fiction; Alabama -- Fiction
Catch-22 : a novel | Heller, Joseph, 1923-1999 | 1961 | New York : Simon and Schuster | p=443 | s=World War, 1939-1945 -- Fiction; Satire
The bell jar | Plath, Sylvia, 1932-1963 | 1963 | London : Heinemann | p=258 | s=Young women -- Fiction; Depression, Mental -- Fiction
Dune | Herbert, Frank, 1920-1986 | 1965 | Philadelphia : Chilton Books | p=412 | s=Dune (Imaginary place) -- Fiction; Science fiction
Slaughterhouse-five, or, The children's crusade : a duty-dance with death | Vonnegut, Kurt, 1922-2007 | 1969 | New York : Delacorte Press | p=186 | s=World War, 1939-1945 -- Fiction; Time travel -- Fiction
The left hand of darkness | Le Guin, Ursula K., 1929-2018 | 1969 | New York : Ace Books | p=286 | s=Science fiction; Gender identity -- Fiction
The dispossessed : an ambiguous utopia | Le Guin, Ursula K., 1929-2018 | 1974 | New York : Harper & Row | p=341 | s=Science fiction; Utopias -- Fiction
Kindred | Butler, Octavia E., 1947-2006 | 1979 | Garden City, N.Y. : Doubleday | p=264 | s=Time travel -- Fiction; Slavery -- Fiction
The color purple : a novel | Walker, Alice, 1944- | 1982 | New York : Harcourt Brace Jovanovich | p=245 | s=African American women -- Fiction; Sisters -- Fiction
Neuromancer | Gibson, William, 1948- | 1984 | New York : Ace Science Fiction Books | isbn=9780441569595 | p=271 | s=Computer hackers -- Fiction; Science fiction
The handmaid's tale | Atwood, Margaret, 1939- | 1985 | Toronto : McClelland and Stewart | p=324 | s=Dystopias -- Fiction; Women -- Fiction
Beloved : a novel | Morrison, Toni, 1931-2019 | 1987 | New York : Knopf | p=275 | s=African American women -- Fiction; Slavery -- Fiction; Ohio -- Fiction
The joy luck club | Tan, Amy, 1952- | 1989 | New York : Putnam's | p=288 | s=Chinese American women -- Fiction; Mothers and daughters -- Fiction
The secret history | Tartt, Donna, 1963- | 1992 | New York : Knopf | p=524 | s=College students -- Fiction; Vermont -- Fiction
Parable of the sower | Butler, Octavia E., 1947-2006 | 1993 | New York : Four Walls Eight Windows | p=299 | s=Science fiction; California -- Fiction
A game of thrones | Martin, George R. R., 1948- | 1996 | New York : Bantam Books | isbn=9780553103540 | p=694 | series=A song of ice and fire ; bk. 1 | s=Fantasy fiction
Life of Pi : a novel | Martel, Yann, 1963- | 2001 | Toronto : Alfred A. Knopf Canada | p=354 | s=Human-animal relationships -- Fiction; Shipwreck survival -- Fiction
The kite runner | Hosseini, Khaled, 1965- | 2003 | New York : Riverhead Books | p=324 | s=Kabul (Afghanistan) -- Fiction; Male friendship -- Fiction
Gilead | Robinson, Marilynne, 1943- | 2004 | New York : Farrar, Straus and Giroux | p=247 | s=Clergy -- Fiction; Iowa -- Fiction
The road | McCarthy, Cormac, 1933-2023 | 2006 | New York : Alfred A. Knopf | p=241 | s=Fathers and sons -- Fiction; Survival -- Fiction
The fifth season | Jemisin, N. K., 1972- | 2015 | New York : Orbit | p=468 | series=The broken earth ; bk. 1 | s=Fantasy fiction; Mothers and daughters -- Fiction
The underground railroad : a novel | Whitehead, Colson, 1969- | 2016 | New York : Doubleday | p=306 | s=Fugitive slaves -- Fiction; Underground Railroad -- Fiction
There there | Orange, Tommy, 1982- | 2018 | New York : Alfred A. Knopf | p=294 | s=Indians of North America -- Fiction; Oakland (Calif.) -- Fiction
Where the crawdads sing | Owens, Delia, 1949- | 2018 | New York : G.P. Putnam's Sons | isbn=9780735219090 | p=370 | s=Marshes -- North Carolina -- Fiction; Young women -- Fiction | key=crawdads
Klara and the Sun | Ishiguro, Kazuo, 1954- | 2021 | New York : Alfred A. Knopf | p=303 | s=Robots -- Fiction; Friendship -- Fiction
`;
