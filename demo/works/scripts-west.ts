/** Works in Cyrillic, Greek, Hebrew and Arabic script: romanised form = original form (grammar: read-lines.ts). */
export const scriptsWest = `
@ form=book lang=rus audience=adult d=891.733 s=Russian fiction
Evgeniĭ Onegin : roman v stikhakh = Евгений Онегин : роман в стихах | Pushkin, Aleksandr Sergeevich, 1799-1837 = Пушкин, Александр Сергеевич, 1799-1837 | 1833 | Sankt-Peterburg : A. Smirdin | d=891.713 | s=Russian poetry
Geroĭ nashego vremeni = Герой нашего времени | Lermontov, Mikhail I︠U︡rʹevich, 1814-1841 = Лермонтов, Михаил Юрьевич, 1814-1841 | 1840 | Sankt-Peterburg : I. Glazunov | s=Caucasus -- Fiction
Mertvye dushi = Мёртвые души | Gogolʹ, Nikolaĭ Vasilʹevich, 1809-1852 = Гоголь, Николай Васильевич, 1809-1852 | 1842 | Moskva : Universitetskai︠a︡ tipografii︠a︡ | s=Russia -- Fiction; Satire, Russian
Ott︠s︡y i deti = Отцы и дети | Turgenev, Ivan Sergeevich, 1818-1883 = Тургенев, Иван Сергеевич, 1818-1883 | 1862 | Moskva : V. Grachev | s=Fathers and sons -- Fiction; Nihilism -- Fiction
Prestuplenie i nakazanie = Преступление и наказание | Dostoevskiĭ, Fedor Mikhaĭlovich, 1821-1881 = Достоевский, Фёдор Михайлович, 1821-1881 | 1867 | Sankt-Peterburg : A. Bazunov | s=Murder -- Fiction; Saint Petersburg (Russia) -- Fiction | key=prestuplenie
Idiot = Идиот | Dostoevskiĭ, Fedor Mikhaĭlovich, 1821-1881 = Достоевский, Фёдор Михайлович, 1821-1881 | 1874 | Sankt-Peterburg : K. Zamyslovskiĭ | s=Russia -- Fiction
Bratʹi︠a︡ Karamazovy = Братья Карамазовы | Dostoevskiĭ, Fedor Mikhaĭlovich, 1821-1881 = Достоевский, Фёдор Михайлович, 1821-1881 | 1881 | Sankt-Peterburg : Brat. Panteleevy | s=Fathers and sons -- Fiction; Brothers -- Fiction
Voĭna i mir = Война и мир | Tolstoĭ, Lev, graf, 1828-1910 = Толстой, Лев, граф, 1828-1910 | 1869 | Moskva : T. Ris | s=Napoleonic Wars, 1800-1815 -- Fiction; Russia -- Fiction | key=voina-i-mir
Anna Karenina = Анна Каренина | Tolstoĭ, Lev, graf, 1828-1910 = Толстой, Лев, граф, 1828-1910 | 1878 | Moskva : T. Ris | s=Adultery -- Fiction; Russia -- Fiction
Vishnevyĭ sad : komedii︠a︡ v chetyrekh deĭstvii︠a︡kh = Вишнёвый сад : комедия в четырёх действиях | Chekhov, Anton Pavlovich, 1860-1904 = Чехов, Антон Павлович, 1860-1904 | 1904 | Sankt-Peterburg : A.F. Marks | d=891.723 | s=Russian drama
Peterburg = Петербург | Belyĭ, Andreĭ, 1880-1934 = Белый, Андрей, 1880-1934 | 1916 | Petrograd : M. Stasi︠u︡levich | s=Saint Petersburg (Russia) -- Fiction
Master i Margarita = Мастер и Маргарита | Bulgakov, Mikhail, 1891-1940 = Булгаков, Михаил, 1891-1940 | 1967 | Parizh : YMCA-Press | s=Moscow (Russia) -- Fiction; Devil -- Fiction | key=master-margarita
Doktor Zhivago = Доктор Живаго | Pasternak, Boris Leonidovich, 1890-1960 = Пастернак, Борис Леонидович, 1890-1960 | 1957 | Milano : Feltrinelli | s=Soviet Union -- History -- Revolution, 1917-1921 -- Fiction
Odin denʹ Ivana Denisovicha = Один день Ивана Денисовича | Solzhenit︠s︡yn, Aleksandr Isaevich, 1918-2008 = Солженицын, Александр Исаевич, 1918-2008 | 1963 | Moskva : Sovetskiĭ pisatelʹ | s=Labor camps -- Soviet Union -- Fiction
Piknik na obochine = Пикник на обочине | Strugat︠s︡kiĭ, Arkadiĭ, 1925-1991 = Стругацкий, Аркадий, 1925-1991 | 1972 | Leningrad : Avrora | add=Strugat︠s︡kiĭ, Boris, 1933-2012 | s=Science fiction, Russian
Rekviem = Реквием | Akhmatova, Anna Andreevna, 1889-1966 = Ахматова, Анна Андреевна, 1889-1966 | 1963 | Mi︠u︡nkhen : Tovarishchestvo zarubezhnykh pisateleĭ | d=891.7142 | s=Russian poetry
Generation "P" = Generation "П" | Pelevin, Viktor, 1962- = Пелевин, Виктор, 1962- | 1999 | Moskva : Vagrius | s=Advertising -- Fiction; Russia (Federation) -- Fiction
Lavr = Лавр | Vodolazkin, Evgeniĭ, 1964- = Водолазкин, Евгений, 1964- | 2012 | Moskva : AST | s=Healers -- Fiction; Russia -- History -- Fiction
@ form=book lang=ukr audience=adult d=891.79 s=Ukrainian literature
Kobzar = Кобзар | Shevchenko, Taras, 1814-1861 = Шевченко, Тарас, 1814-1861 | 1840 | Sankt-Peterburg : E. Fisher | s=Ukrainian poetry
Lisova pisni︠a︡ : drama-feii︠e︡rii︠a︡ = Лісова пісня : драма-феєрія | Ukraïnka, Lesi︠a︡, 1871-1913 = Українка, Леся, 1871-1913 | 1914 | Kyïv : Dzvin | s=Ukrainian drama
@ form=book lang=bul audience=adult d=891.813 s=Bulgarian fiction
Pod igoto = Под игото | Vazov, Ivan, 1850-1921 = Вазов, Иван, 1850-1921 | 1894 | Sofii︠a︡ : T.F. Chipev | s=Bulgaria -- History -- Fiction
@ form=book lang=gre audience=adult d=889.334 s=Greek fiction, Modern
Vios kai politeia tou Alexē Zormpa = Βίος και πολιτεία του Αλέξη Ζορμπά | Kazantzakēs, Nikos, 1883-1957 = Καζαντζάκης, Νίκος, 1883-1957 | 1946 | Athēna : Dēmētrakos | s=Crete (Greece) -- Fiction | key=zorba
Ho Christos xanastaurōnetai = Ο Χριστός ξανασταυρώνεται | Kazantzakēs, Nikos, 1883-1957 = Καζαντζάκης, Νίκος, 1883-1957 | 1954 | Athēna : Diphros | s=Passion-plays -- Fiction; Greece -- Fiction
Hē phonissa = Η φόνισσα | Papadiamantēs, Alexandros, 1851-1911 = Παπαδιαμάντης, Αλέξανδρος, 1851-1911 | 1912 | Athēna : Phexēs | s=Women murderers -- Fiction; Greece -- Fiction
To axion esti = Το άξιον εστί | Elytēs, Odysseas, 1911-1996 = Ελύτης, Οδυσσέας, 1911-1996 | 1959 | Athēna : Ikaros | d=889.132 | s=Greek poetry, Modern
Poiēmata = Ποιήματα | Kavaphēs, K. P. (Kōnstantinos Petrou), 1863-1933 = Καβάφης, Κ. Π. (Κωνσταντίνος Πέτρου), 1863-1933 | 1935 | Alexandreia : Alexandrinē Technē | d=889.132 | s=Greek poetry, Modern
Zēta = Ζ | Vasilikos, Vasilēs, 1934-2023 = Βασιλικός, Βασίλης, 1934-2023 | 1966 | Athēna : Themelio | s=Political fiction, Greek
Loxandra = Λωξάντρα | Iordanidou, Maria, 1897-1989 = Ιορδανίδου, Μαρία, 1897-1989 | 1963 | Athēna : Hestia | s=Greeks -- Turkey -- Istanbul -- Fiction
Hē megalē chimaira = Η μεγάλη χίμαιρα | Karagatsēs, M., 1908-1960 = Καραγάτσης, Μ., 1908-1960 | 1953 | Athēna : Hestia | s=Syros Island (Greece) -- Fiction
@ form=book lang=heb audience=adult d=892.436 s=Hebrew fiction
Temol shilshom = תמול שלשום | Agnon, Shmuel Yosef, 1888-1970 = עגנון, שמואל יוסף, 1888-1970 | 1945 | Yerushalayim : Shoḳen | s=Jews -- Palestine -- Fiction
Oreaḥ naṭah lalun = אורח נטה ללון | Agnon, Shmuel Yosef, 1888-1970 = עגנון, שמואל יוסף, 1888-1970 | 1939 | Yerushalayim : Shoḳen | s=Jews -- Galicia -- Fiction
Mikhaʼel sheli = מיכאל שלי | Oz, Amos, 1939-2018 = עוז, עמוס, 1939-2018 | 1968 | Tel Aviv : ʻAm ʻoved | s=Jerusalem -- Fiction; Married women -- Fiction
Sipur ʻal ahavah ṿe-ḥoshekh = סיפור על אהבה וחושך | Oz, Amos, 1939-2018 = עוז, עמוס, 1939-2018 | 2002 | Yerushalayim : Keter | p=593 | d=892.436 | s=Oz, Amos -- Childhood and youth; Authors, Israeli -- Biography
Ha-meʼahev = המאהב | Yehoshua, Abraham B., 1936-2022 = יהושע, אברהם ב., 1936-2022 | 1977 | Yerushalayim : Shoḳen | s=Israel -- Fiction; Families -- Fiction
ʻAyen ʻerekh: ahavah = עיין ערך: אהבה | Grossman, David, 1954- = גרוסמן, דויד, 1954- | 1986 | Yerushalayim : ha-Ḳibuts ha-meʼuḥad | s=Holocaust, Jewish (1939-1945) -- Fiction
Ishah boraḥat mi-beśorah = אשה בורחת מבשורה | Grossman, David, 1954- = גרוסמן, דויד, 1954- | 2008 | Tel Aviv : ha-Ḳibuts ha-meʼuḥad | s=Mothers and sons -- Fiction; Israel -- Fiction
@ form=book lang=ara audience=adult d=892.736 s=Arabic fiction
Bayna al-qaṣrayn = بين القصرين | Maḥfūẓ, Najīb, 1911-2006 = محفوظ، نجيب، 1911-2006 | 1956 | al-Qāhirah : Maktabat Miṣr | s=Cairo (Egypt) -- Fiction; Families -- Fiction | key=bayna
Zuqāq al-Midaqq = زقاق المدق | Maḥfūẓ, Najīb, 1911-2006 = محفوظ، نجيب، 1911-2006 | 1947 | al-Qāhirah : Maktabat Miṣr | s=Cairo (Egypt) -- Fiction
al-Ayyām = الأيام | Ḥusayn, Ṭāhā, 1889-1973 = حسين، طه، 1889-1973 | 1929 | al-Qāhirah : Maṭbaʻat Amīn ʻAbd al-Raḥmān | s=Authors, Egyptian -- Biography
Mawsim al-hijrah ilá al-shamāl = موسم الهجرة إلى الشمال | Ṣāliḥ, al-Ṭayyib, 1929-2009 = صالح، الطيب، 1929-2009 | 1969 | Bayrūt : Dār al-ʻAwdah | s=Sudan -- Fiction
Rijāl fī al-shams = رجال في الشمس | Kanafānī, Ghassān, 1936-1972 = كنفاني، غسان، 1936-1972 | 1963 | Bayrūt : Dār al-Ṭalīʻah | s=Palestinian Arabs -- Fiction
Mudun al-milḥ : al-Tīh = مدن الملح : التيه | Munīf, ʻAbd al-Raḥmān, 1933-2004 = منيف، عبد الرحمن، 1933-2004 | 1984 | Bayrūt : al-Muʼassasah al-ʻArabīyah lil-Dirāsāt wa-al-Nashr | s=Petroleum industry and trade -- Fiction
ʻImārat Yaʻqūbiyān = عمارة يعقوبيان | Aswānī, ʻAlāʼ, 1957- = الأسواني، علاء، 1957- | 2002 | al-Qāhirah : Mīrīt | s=Apartment houses -- Egypt -- Cairo -- Fiction
Sayyidāt al-qamar = سيدات القمر | Ḥārithī, Jūkhah, 1978- = الحارثي، جوخة، 1978- | 2010 | Bayrūt : Dār al-Ādāb | s=Oman -- Fiction; Sisters -- Fiction
@ form=book lang=per audience=adult d=891.5533 s=Persian fiction
Būf-i kūr = بوف کور | Hidāyat, Ṣādiq, 1903-1951 = هدایت، صادق، 1903-1951 | 1941 | Tihrān : Ruznāmah-i Īrān | s=Iran -- Fiction
`;
