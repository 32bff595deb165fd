/** Children's and young adult books, one work a line (grammar: read-lines.ts). */
export const childrens = `
@ form=book lang=eng audience=juvenile d=823 s=Children's stories, English
Alice's adventures in Wonderland | Carroll, Lewis, 1832-1898 | 1865 | London : Macmillan | p=192 | s=Fantasy fiction; Girls -- Juvenile fiction
The jungle book | Kipling, Rudyard, 1865-1936 | 1894 | London : Macmillan | s=Jungle animals -- Juvenile fiction; India -- Juvenile fiction
The tale of Peter Rabbit | Potter, Beatrix, 1866-1943 | 1902 | London : F. Warne | s=Rabbits -- Juvenile fiction
The wind in the willows | Grahame, Kenneth, 1859-1932 | 1908 | London : Methuen | p=302 | s=Animals -- Juvenile fiction; Friendship -- Juvenile fiction
Peter and Wendy | Barrie, J. M. (James Matthew), 1860-1937 | 1911 | London : Hodder & Stoughton | p=267 | s=Fairies -- Juvenile fiction; Peter Pan (Fictitious character) -- Juvenile fiction
The secret garden | Burnett, Frances Hodgson, 1849-1924 | 1911 | New York : F.A. Stokes | p=375 | s=Gardens -- Juvenile fiction; Orphans -- Juvenile fiction
Treasure Island | Stevenson, Robert Louis, 1850-1894 | 1883 | London : Cassell | p=292 | s=Pirates -- Juvenile fiction; Treasure troves -- Juvenile fiction
Winnie-the-Pooh | Milne, A. A. (Alan Alexander), 1882-1956 | 1926 | London : Methuen | p=158 | s=Teddy bears -- Juvenile fiction; Winnie-the-Pooh (Fictitious character)
Swallows and Amazons | Ransome, Arthur, 1884-1967 | 1930 | London : Jonathan Cape | p=350 | s=Sailing -- Juvenile fiction; Vacations -- Juvenile fiction
Mary Poppins | Travers, P. L. (Pamela Lyndon), 1899-1996 | 1934 | London : Gerald Howe | s=Nannies -- Juvenile fiction; Magic -- Juvenile fiction
The hobbit, or, There and back again | Tolkien, J. R. R. (John Ronald Reuel), 1892-1973 | 1937 | London : Allen & Unwin | p=310 | s=Middle Earth (Imaginary place) -- Fiction; Fantasy fiction | key=hobbit
The lion, the witch and the wardrobe : a story for children | Lewis, C. S. (Clive Staples), 1898-1963 | 1950 | London : Geoffrey Bles | p=173 | s=Narnia (Imaginary place) -- Juvenile fiction; Fantasy fiction
The Borrowers | Norton, Mary, 1903-1992 | 1952 | London : Dent | p=159 | s=Size -- Juvenile fiction
A bear called Paddington | Bond, Michael, 1926-2017 | 1958 | London : Collins | p=128 | s=Bears -- Juvenile fiction; London (England) -- Juvenile fiction
Charlie and the chocolate factory | Dahl, Roald, 1916-1990 | 1964 | New York : Knopf | p=161 | s=Chocolate factories -- Juvenile fiction; Conduct of life -- Juvenile fiction
Watership Down | Adams, Richard, 1920-2016 | 1972 | London : Rex Collings | p=413 | s=Rabbits -- Juvenile fiction; Survival -- Juvenile fiction
The BFG | Dahl, Roald, 1916-1990 | 1982 | London : Jonathan Cape | p=208 | s=Giants -- Juvenile fiction; Orphans -- Juvenile fiction
Matilda | Dahl, Roald, 1916-1990 | 1988 | London : Jonathan Cape | p=240 | s=Girls -- Juvenile fiction; Schools -- Juvenile fiction; Books and reading -- Juvenile fiction
Howl's moving castle | Jones, Diana Wynne, 1934-2011 | 1986 | London : Methuen | s=Wizards -- Juvenile fiction; Fantasy fiction
Northern lights | Pullman, Philip, 1946- | 1995 | London : Scholastic | p=399 | series=His dark materials ; bk. 1 | s=Fantasy fiction; Polar bear -- Juvenile fiction
Harry Potter and the philosopher's stone | Rowling, J. K., 1965- | 1997 | London : Bloomsbury | isbn=9780747532699 | p=223 | s=Wizards -- Juvenile fiction; Boarding schools -- Juvenile fiction; Magic -- Juvenile fiction | key=potter-gb
Harry Potter and the sorcerer's stone | Rowling, J. K., 1965- | 1998 | New York : Arthur A. Levine Books | isbn=9780590353403 | p=309 | s=Wizards -- Juvenile fiction; Boarding schools -- Juvenile fiction; Magic -- Juvenile fiction | key=potter-us
The Gruffalo | Donaldson, Julia, 1948- | 1999 | London : Macmillan Children's | add=Scheffler, Axel, 1957- | s=Monsters -- Juvenile fiction; Stories in rhyme
The curious incident of the dog in the night-time | Haddon, Mark, 1962- | 2003 | London : Jonathan Cape | p=272 | s=Autistic youth -- Fiction; Savants (Savant syndrome) -- Fiction
@ form=book lang=eng audience=juvenile d=813 s=Children's stories, American
Little women, or, Meg, Jo, Beth and Amy | Alcott, Louisa May, 1832-1888 | 1868 | Boston : Roberts Brothers | s=Sisters -- Juvenile fiction; New England -- Juvenile fiction
The wonderful Wizard of Oz | Baum, L. Frank (Lyman Frank), 1856-1919 | 1900 | Chicago : G.M. Hill | p=259 | s=Oz (Imaginary place) -- Juvenile fiction; Wizards -- Juvenile fiction
Anne of Green Gables | Montgomery, L. M. (Lucy Maud), 1874-1942 | 1908 | Boston : L.C. Page | p=429 | s=Orphans -- Juvenile fiction; Prince Edward Island -- Juvenile fiction
Little house in the big woods | Wilder, Laura Ingalls, 1867-1957 | 1932 | New York : Harper & Brothers | p=176 | s=Frontier and pioneer life -- Juvenile fiction; Wisconsin -- Juvenile fiction
Make way for ducklings | McCloskey, Robert, 1914-2003 | 1941 | New York : Viking Press | s=Ducks -- Juvenile fiction; Boston (Mass.) -- Juvenile fiction
Goodnight moon | Brown, Margaret Wise, 1910-1952 | 1947 | New York : Harper | add=Hurd, Clement, 1908-1988 | s=Bedtime -- Juvenile fiction; Rabbits -- Juvenile fiction
Charlotte's web | White, E. B. (Elwyn Brooks), 1899-1985 | 1952 | New York : Harper & Brothers | add=Williams, Garth, 1912-1996 | p=184 | s=Spiders -- Juvenile fiction; Pigs -- Juvenile fiction; Friendship -- Juvenile fiction | key=charlotte
The cat in the hat | Seuss, Dr., 1904-1991 | 1957 | New York : Random House | p=61 | s=Cats -- Juvenile fiction; Stories in rhyme
The snowy day | Keats, Ezra Jack, 1916-1983 | 1962 | New York : Viking Press | p=32 | s=Snow -- Juvenile fiction; African Americans -- Juvenile fiction
A wrinkle in time | L'Engle, Madeleine, 1918-2007 | 1962 | New York : Ariel Books | p=211 | s=Space and time -- Juvenile fiction; Science fiction
Where the wild things are | Sendak, Maurice, 1928-2012 | 1963 | New York : Harper & Row | s=Monsters -- Juvenile fiction; Imagination -- Juvenile fiction | key=wild-things
Harriet the spy | Fitzhugh, Louise, 1928-1974 | 1964 | New York : Harper & Row | p=298 | s=Girls -- Juvenile fiction; Diaries -- Juvenile fiction
From the mixed-up files of Mrs. Basil E. Frankweiler | Konigsburg, E. L., 1930-2013 | 1967 | New York : Atheneum | p=162 | s=Runaway children -- Juvenile fiction; Museums -- Juvenile fiction
A wizard of Earthsea | Le Guin, Ursula K., 1929-2018 | 1968 | Berkeley : Parnassus Press | p=205 | s=Earthsea (Imaginary place) -- Juvenile fiction; Wizards -- Juvenile fiction
The very hungry caterpillar | Carle, Eric, 1929-2021 | 1969 | New York : World Publishing | s=Caterpillars -- Juvenile fiction; Toy and movable books
Are you there God? It's me, Margaret | Blume, Judy, 1938- | 1970 | Englewood Cliffs, N.J. : Bradbury Press | p=149 | s=Adolescence -- Juvenile fiction
The westing game | Raskin, Ellen, 1928-1984 | 1978 | New York : Dutton | p=185 | s=Inheritance and succession -- Juvenile fiction; Detective and mystery stories
Bridge to Terabithia | Paterson, Katherine, 1932- | 1977 | New York : Crowell | p=128 | s=Friendship -- Juvenile fiction; Death -- Juvenile fiction
Hatchet | Paulsen, Gary, 1939-2021 | 1987 | New York : Bradbury Press | p=195 | s=Survival -- Juvenile fiction; Wilderness areas -- Juvenile fiction
Number the stars | Lowry, Lois, 1937- | 1989 | Boston : Houghton Mifflin | p=137 | s=World War, 1939-1945 -- Denmark -- Juvenile fiction; Friendship -- Juvenile fiction
The giver | Lowry, Lois, 1937- | 1993 | Boston : Houghton Mifflin | p=180 | s=Dystopias -- Juvenile fiction; Memory -- Juvenile fiction
Holes | Sachar, Louis, 1954- | 1998 | New York : Farrar, Straus and Giroux | p=233 | s=Juvenile detention homes -- Juvenile fiction; Friendship -- Juvenile fiction
Speak | Anderson, Laurie Halse, 1961- | 1999 | New York : Farrar, Straus and Giroux | p=197 | s=High schools -- Juvenile fiction
Coraline | Gaiman, Neil, 1960- | 2002 | New York : HarperCollins | p=162 | s=Supernatural -- Juvenile fiction; Girls -- Juvenile fiction
American born Chinese | Yang, Gene Luen, 1973- | 2006 | New York : First Second | p=233 | d=741.5973 | s=Chinese Americans -- Comic books, strips, etc; Graphic novels
The invention of Hugo Cabret | Selznick, Brian, 1966- | 2007 | New York : Scholastic Press | p=533 | s=Orphans -- Juvenile fiction; Robots -- Juvenile fiction
The hunger games | Collins, Suzanne, 1962- | 2008 | New York : Scholastic Press | isbn=9780439023481 | p=374 | s=Dystopias -- Juvenile fiction; Survival -- Juvenile fiction | key=hunger-games
Wonder | Palacio, R. J. | 2012 | New York : Alfred A. Knopf | isbn=9780375869020 | p=315 | s=Abnormalities, Human -- Juvenile fiction; Middle schools -- Juvenile fiction | key=wonder
Brown girl dreaming | Woodson, Jacqueline, 1963- | 2014 | New York : Nancy Paulsen Books | p=336 | d=811.54 | s=African American girls -- Juvenile poetry
The hate u give | Thomas, Angie, 1988- | 2017 | New York : Balzer + Bray | p=444 | s=Police brutality -- Juvenile fiction; African Americans -- Juvenile fiction
New kid | Craft, Jerry, 1963- | 2019 | New York : Harper | d=741.5973 | s=Graphic novels; Schools -- Comic books, strips, etc
@ form=book lang=fre audience=juvenile d=843 s=Children's stories, French
Le petit prince | Saint-Exupéry, Antoine de, 1900-1944 | 1943 | New York : Reynal & Hitchcock | p=91 | s=Air pilots -- Juvenile fiction; Deserts -- Juvenile fiction | key=petit-prince
Le petit Nicolas | Goscinny, René, 1926-1977 | 1960 | Paris : Denoël | add=Sempé, Jean-Jacques, 1932-2022 | s=Boys -- Juvenile fiction; Schools -- Juvenile fiction
Astérix le Gaulois | Goscinny, René, 1926-1977 | 1961 | Paris : Dargaud | add=Uderzo, Albert, 1927-2020 | p=48 | d=741.5944 | s=Astérix (Fictitious character) -- Comic books, strips, etc
@ form=book lang=ger audience=juvenile d=833 s=Children's stories, German
Emil und die Detektive : ein Roman für Kinder | Kästner, Erich, 1899-1974 | 1929 | Berlin : Williams | s=Boys -- Juvenile fiction; Berlin (Germany) -- Juvenile fiction
Die unendliche Geschichte | Ende, Michael, 1929-1995 | 1979 | Stuttgart : K. Thienemann | p=428 | s=Fantasy fiction, German; Books and reading -- Juvenile fiction
Tintenherz | Funke, Cornelia, 1958- | 2003 | Hamburg : Dressler | s=Books and reading -- Juvenile fiction; Fantasy fiction, German
@ form=book lang=swe audience=juvenile d=839.73 s=Children's stories, Swedish
Pippi Långstrump | Lindgren, Astrid, 1907-2002 | 1945 | Stockholm : Rabén & Sjögren | s=Girls -- Juvenile fiction; Friendship -- Juvenile fiction
@ form=book lang=ita audience=juvenile d=853 s=Children's stories, Italian
Le avventure di Pinocchio : storia di un burattino | Collodi, Carlo, 1826-1890 | 1883 | Firenze : F. Paggi | s=Puppets -- Juvenile fiction; Pinocchio (Fictitious character)
@ form=book lang=spa audience=juvenile d=863 s=Children's stories, Spanish
Platero y yo : elegía andaluza | Jiménez, Juan Ramón, 1881-1958 | 1914 | Madrid : La Lectura | s=Donkeys -- Juvenile fiction; Andalusia (Spain) -- Juvenile fiction
Manolito Gafotas | Lindo, Elvira, 1962- | 1994 | Madrid : Alfaguara | s=Boys -- Juvenile fiction; Madrid (Spain) -- Juvenile fiction
@ form=book lang=rus audience=juvenile d=891.733 s=Children's stories, Russian
Priklyucheni︠a︡ Neznaĭki i ego druzeĭ = Приключения Незнайки и его друзей | Nosov, Nikolaĭ, 1908-1976 = Носов, Николай, 1908-1976 | 1954 | Moskva : Detgiz | s=Fairy tales -- Russian
@ form=book lang=jpn audience=juvenile d=895.63 s=Children's stories, Japanese
Madogiwa no Totto-chan = 窓ぎわのトットちゃん | Kuroyanagi, Tetsuko, 1933- = 黒柳徹子, 1933- | 1981 | Tōkyō : Kōdansha = 東京 : 講談社 | s=Education, Elementary -- Japan; Girls -- Japan -- Biography
Ginga tetsudō no yoru = 銀河鉄道の夜 | Miyazawa, Kenji, 1896-1933 = 宮沢賢治, 1896-1933 | 1941 | Tōkyō : Shinchōsha = 東京 : 新潮社 | s=Railroad trains -- Juvenile fiction; Milky Way -- Juvenile fiction
@ form=book lang=chi audience=juvenile d=895.1 s=Children's stories, Chinese
Bao hulu de mi mi = 宝葫芦的秘密 | Zhang, Tianyi, 1906-1985 = 张天翼, 1906-1985 | 1958 | Beijing : Zhongguo shao nian er tong chu ban she = 北京 : 中国少年儿童出版社 | s=Fairy tales -- China
`;
