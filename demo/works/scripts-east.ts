/** Works in Chinese, Japanese, Korean and Devanagari script: romanised form = original form (grammar: read-lines.ts). */
export const scriptsEast = `
@ form=book lang=chi audience=adult d=895.1 s=Chinese fiction
Hong lou meng = 红楼梦 | Cao, Xueqin, approximately 1717-1763 = 曹雪芹, approximately 1717-1763 | 1982 | Beijing : Ren min wen xue chu ban she = 北京 : 人民文学出版社 | s=Families -- China -- Fiction; China -- Fiction | key=honglou
Xi you ji = 西游记 | Wu, Cheng'en, approximately 1500-approximately 1582 = 吴承恩, approximately 1500-approximately 1582 | 1955 | Beijing : Zuo jia chu ban she = 北京 : 作家出版社 | s=Monkeys -- Fiction; Pilgrims -- Fiction
San guo yan yi = 三国演义 | Luo, Guanzhong, approximately 1330-approximately 1400 = 罗贯中, approximately 1330-approximately 1400 | 1953 | Beijing : Zuo jia chu ban she = 北京 : 作家出版社 | s=China -- History -- Three Kingdoms, 220-265 -- Fiction
Na han = 呐喊 | Lu, Xun, 1881-1936 = 鲁迅, 1881-1936 | 1923 | Beijing : Xin chao she = 北京 : 新潮社 | s=Short stories, Chinese
Luotuo Xiangzi = 骆驼祥子 | Lao, She, 1899-1966 = 老舍, 1899-1966 | 1939 | Shanghai : Ren jian shu wu = 上海 : 人间书屋 | s=Rickshaw men -- Fiction; Beijing (China) -- Fiction
Jia = 家 | Ba, Jin, 1904-2005 = 巴金, 1904-2005 | 1933 | Shanghai : Kai ming shu dian = 上海 : 开明书店 | s=Families -- China -- Fiction
Wei cheng = 围城 | Qian, Zhongshu, 1910-1998 = 钱锺书, 1910-1998 | 1947 | Shanghai : Chen guang chu ban gong si = 上海 : 晨光出版公司 | s=Marriage -- Fiction; China -- Fiction
Bian cheng = 边城 | Shen, Congwen, 1902-1988 = 沈从文, 1902-1988 | 1934 | Shanghai : Sheng huo shu dian = 上海 : 生活书店 | s=China -- Fiction
Huo zhe = 活着 | Yu, Hua, 1960- = 余华, 1960- | 1993 | Wuhan : Changjiang wen yi chu ban she = 武汉 : 长江文艺出版社 | s=China -- History -- 20th century -- Fiction
Hong gao liang jia zu = 红高粱家族 | Mo, Yan, 1955- = 莫言, 1955- | 1987 | Beijing : Jie fang jun wen yi chu ban she = 北京 : 解放军文艺出版社 | s=China -- History -- 1937-1945 -- Fiction
San ti = 三体 | Liu, Cixin, 1963- = 刘慈欣, 1963- | 2008 | Chongqing : Chongqing chu ban she = 重庆 : 重庆出版社 | isbn=9787536692930 | p=302 | s=Science fiction, Chinese; Extraterrestrial beings -- Fiction | key=santi
Chang hen ge = 长恨歌 | Wang, Anyi, 1954- = 王安忆, 1954- | 1996 | Beijing : Zuo jia chu ban she = 北京 : 作家出版社 | s=Shanghai (China) -- Fiction; Women -- Fiction
Qing cheng zhi lian = 傾城之戀 | Zhang, Ailing, 1920-1995 = 張愛玲, 1920-1995 | 1991 | Taibei : Huang guan = 臺北 : 皇冠 | s=Hong Kong (China) -- Fiction; Love stories
@ form=book lang=jpn audience=adult d=895.63 s=Japanese fiction
Genji monogatari = 源氏物語 | Murasaki Shikibu, 978?- = 紫式部, 978?- | 1958 | Tōkyō : Iwanami Shoten = 東京 : 岩波書店 | s=Courts and courtiers -- Fiction; Japan -- Fiction | key=genji
Wagahai wa neko de aru = 吾輩は猫である | Natsume, Sōseki, 1867-1916 = 夏目漱石, 1867-1916 | 1905 | Tōkyō : Ōkura Shoten = 東京 : 大倉書店 | s=Cats -- Fiction; Satire, Japanese
Kokoro = こゝろ | Natsume, Sōseki, 1867-1916 = 夏目漱石, 1867-1916 | 1914 | Tōkyō : Iwanami Shoten = 東京 : 岩波書店 | s=Teacher-student relationships -- Fiction | key=kokoro
Rashōmon = 羅生門 | Akutagawa, Ryūnosuke, 1892-1927 = 芥川龍之介, 1892-1927 | 1917 | Tōkyō : Oranda Shobō = 東京 : 阿蘭陀書房 | s=Short stories, Japanese
Yukiguni = 雪国 | Kawabata, Yasunari, 1899-1972 = 川端康成, 1899-1972 | 1937 | Tōkyō : Sōgensha = 東京 : 創元社 | s=Geishas -- Fiction; Japan -- Fiction
Sasameyuki = 細雪 | Tanizaki, Jun'ichirō, 1886-1965 = 谷崎潤一郎, 1886-1965 | 1949 | Tōkyō : Chūō Kōronsha = 東京 : 中央公論社 | s=Sisters -- Fiction; Osaka (Japan) -- Fiction
Ningen shikkaku = 人間失格 | Dazai, Osamu, 1909-1948 = 太宰治, 1909-1948 | 1948 | Tōkyō : Chikuma Shobō = 東京 : 筑摩書房 | s=Alienation (Social psychology) -- Fiction
Kinkakuji = 金閣寺 | Mishima, Yukio, 1925-1970 = 三島由紀夫, 1925-1970 | 1956 | Tōkyō : Shinchōsha = 東京 : 新潮社 | s=Buddhist temples -- Fiction; Arson -- Fiction
Suna no onna = 砂の女 | Abe, Kōbō, 1924-1993 = 安部公房, 1924-1993 | 1962 | Tōkyō : Shinchōsha = 東京 : 新潮社 | s=Sand dunes -- Fiction
Kojinteki na taiken = 個人的な体験 | Ōe, Kenzaburō, 1935-2023 = 大江健三郎, 1935-2023 | 1964 | Tōkyō : Shinchōsha = 東京 : 新潮社 | s=Fathers and sons -- Fiction
Noruwei no mori = ノルウェイの森 | Murakami, Haruki, 1949- = 村上春樹, 1949- | 1987 | Tōkyō : Kōdansha = 東京 : 講談社 | s=College students -- Japan -- Fiction
Kitchin = キッチン | Yoshimoto, Banana, 1964- = 吉本ばなな, 1964- | 1988 | Tōkyō : Fukutake Shoten = 東京 : 福武書店 | s=Young women -- Japan -- Fiction
Umibe no Kafuka = 海辺のカフカ | Murakami, Haruki, 1949- = 村上春樹, 1949- | 2002 | Tōkyō : Shinchōsha = 東京 : 新潮社 | s=Runaway teenagers -- Fiction; Libraries -- Fiction
Konbini ningen = コンビニ人間 | Murata, Sayaka, 1979- = 村田沙耶香, 1979- | 2016 | Tōkyō : Bungei Shunjū = 東京 : 文藝春秋 | s=Convenience stores -- Fiction
@ form=book lang=kor audience=adult d=895.734 s=Korean fiction
Mujŏng = 무정 | Yi, Kwang-su, 1892-1950 = 이광수, 1892-1950 | 1918 | Kyŏngsŏng : Sinmungwan = 경성 : 신문관 | s=Korea -- Fiction
Tʻoji = 토지 | Pak, Kyŏng-ni, 1926-2008 = 박경리, 1926-2008 | 1973 | Sŏul : Munhak Sasangsa = 서울 : 문학사상사 | s=Korea -- History -- Fiction; Families -- Fiction
Kwangjang = 광장 | Chʻoe, In-hun, 1936-2018 = 최인훈, 1936-2018 | 1961 | Sŏul : Chŏnghyangsa = 서울 : 정향사 | s=Korean War, 1950-1953 -- Fiction
Nanjangi ka ssoaollin chagŭn kong = 난장이가 쏘아올린 작은 공 | Cho, Se-hŭi, 1942-2022 = 조세희, 1942-2022 | 1978 | Sŏul : Munhak kwa Chisŏngsa = 서울 : 문학과지성사 | s=Working class -- Korea (South) -- Fiction
Ŏmma rŭl put'ak hae = 엄마를 부탁해 | Sin, Kyŏng-suk, 1963- = 신경숙, 1963- | 2008 | Pʻaju : Chʻangbi = 파주 : 창비 | s=Mothers -- Fiction; Korea (South) -- Fiction
Chʻaesikchuŭija = 채식주의자 | Han, Kang, 1970- = 한강, 1970- | 2007 | Pʻaju : Chʻangbi = 파주 : 창비 | s=Vegetarians -- Fiction; Korea (South) -- Fiction | key=vegetarian-kor
Sonyŏn i onda = 소년이 온다 | Han, Kang, 1970- = 한강, 1970- | 2014 | Pʻaju : Chʻangbi = 파주 : 창비 | s=Kwangju Uprising, Kwangju-si, Korea, 1980 -- Fiction
82-yŏnsaeng Kim Chi-yŏng = 82년생 김지영 | Cho, Nam-ju, 1978- = 조남주, 1978- | 2016 | Sŏul : Minŭmsa = 서울 : 민음사 | s=Women -- Korea (South) -- Fiction
@ form=book lang=hin audience=adult d=891.433 s=Hindi fiction
Godāna = गोदान | Premacanda, 1880-1936 = प्रेमचन्द, 1880-1936 | 1936 | Banārasa : Sarasvatī Presa = बनारस : सरस्वती प्रेस | s=Farmers -- India -- Fiction | key=godan
Gabana = ग़बन | Premacanda, 1880-1936 = प्रेमचन्द, 1880-1936 | 1931 | Banārasa : Sarasvatī Presa = बनारस : सरस्वती प्रेस | s=India -- Fiction
Kāmāyanī = कामायनी | Prasāda, Jayaśaṅkara, 1889-1937 = प्रसाद, जयशंकर, 1889-1937 | 1936 | Ilāhābāda : Bhāratī Bhaṇḍāra = इलाहाबाद : भारती भण्डार | d=891.431 | s=Hindi poetry
Madhuśālā = मधुशाला | Baccana, Harivaṃśarāya, 1907-2003 = बच्चन, हरिवंशराय, 1907-2003 | 1935 | Ilāhābāda : Suṣamā Nikuñja = इलाहाबाद : सुषमा निकुंज | d=891.431 | s=Hindi poetry
Mailā āñcala = मैला आँचल | Reṇu, Phaṇīśvaranātha, 1921-1977 = रेणु, फणीश्वरनाथ, 1921-1977 | 1954 | Dillī : Rājakamala Prakāśana = दिल्ली : राजकमल प्रकाशन | s=Villages -- India -- Bihar -- Fiction
Śekhara : eka jīvanī = शेखर : एक जीवनी | Ajñeya, 1911-1987 = अज्ञेय, 1911-1987 | 1941 | Banārasa : Sarasvatī Presa = बनारस : सरस्वती प्रेस | s=Revolutionaries -- India -- Fiction
Tamasa = तमस | Sāhanī, Bhīshma, 1915-2003 = साहनी, भीष्म, 1915-2003 | 1973 | Dillī : Rājakamala Prakāśana = दिल्ली : राजकमल प्रकाशन | s=India -- History -- Partition, 1947 -- Fiction
Rāga darabārī = राग दरबारी | Śukla, Śrīlāla, 1925-2011 = शुक्ल, श्रीलाल, 1925-2011 | 1968 | Dillī : Rājakamala Prakāśana = दिल्ली : राजकमल प्रकाशन | s=Villages -- India -- Fiction; Satire, Hindi
Reta samādhi = रेत समाधि | Gītāñjali Śrī, 1957- = गीतांजलि श्री, 1957- | 2018 | Dillī : Rājakamala Prakāśana = दिल्ली : राजकमल प्रकाशन | s=Older women -- Fiction; India -- Fiction
`;
