/**
 * The fields of MARC 21 Bibliographic in common use, one per line: tag, `R` repeatable or `NR`, the values of either indicator (`#` is a
 * blank, `0-9` a span), non-repeatable subfields, and repeatable ones. `-` is none. $5, $6, $8 and $9 are permitted in any field. Where
 * MARC 21 was relaxed over the years the relaxed form applies, since records are of all ages.
 */
const lines = `
010 NR # # a bz
015 R # # 2 aqz
016 R #7 # a2 z
017 R # #8 bdi2 az
020 R # # ac qz
022 R #01 # al2 mnyz01
024 R 0-478 #01 acd2 qz
025 R # # - a
027 R # # a qz
028 R 0-6 0-3 ab q
030 R # # a z
032 R # # ab -
033 R #0-2 #0-2 3 abcp012
034 R 013 #01 adefgjkmnprtxyz23 bchs01
035 R # # a z
036 R # # ab -
037 R #23 # ab3 cfgn
040 NR # # abc de
041 R #01 #7 2 abdefghijkmnpqrt
042 NR # # - a2
043 NR # # - abc012
044 NR # # - abc2
045 NR #0-2 # - abc
046 R #1-3 # abcdejklmnopxz23 uv
047 R # #7 2 a
048 R # #7 2 ab
050 R #01 04 b3 a01
051 R # # abc -
052 R #17 # a2 bd01
055 R #01 0-9 ab2 01
060 R #01 04 b a01
066 NR # # ab c
070 R 01 # b a01
072 R # 07 a2 x
074 R # # a z
080 R #01 # ab2 x01
082 R 017 #04 bmq2 a01
083 R 017 # cmq2 ayz01
084 R # # bq2 a01
085 R # # - abcfrstuvwyz01
086 R #01 # a2 z01
088 R # # a z
100 NR 013 # abdflqtu2 cegjknp014
110 NR 0-2 # aflntu2 bcdegkp014
111 NR 0-2 # afglqtu2 cdejknp014
130 NR 0-9 # afhlorst2 dgkmnp01
210 R 01 #0 ab 2
222 R # 0-9 ab -
240 NR 01 0-9 afhlors2 dgkmnp01
242 R 01 0-9 abchy np
243 NR 01 0-9 afhlors dgkmnp
245 NR 01 0-9 abcfghs knp7
246 R 0-3 #0-8 abfhi gnp7
247 R 01 01 abfhx gnp
250 R # # ab3 01
251 R # # 23 a01
254 NR # # a -
255 R # # abcdefg -
256 NR # # a -
257 R # # 2 a01
258 R # # ab -
260 R #23 # d3 abcefg
263 NR # # a -
264 R #23 0-4 3 abc01
270 R #12 #07 abcdefghijklmnpqrz -
300 R # # be3 acfg
306 NR # # - a
307 R #8 # ab -
310 R # # ab2 01
321 R # # ab2 01
334 R # # ab2 01
336 R # # 23 ab01
337 R # # 23 ab01
338 R # # 23 ab01
340 R # # 23 abcdefghijklmnopq01
344 R # # 23 abcdefghijs01
345 R # # 23 abcd01
346 R # # 23 ab01
347 R # # 23 abcdef01
348 R # # 23 abcd01
351 R # # c3 ab
362 R 01 # az -
370 R # # 23 cfgistuv014
377 R # #7 2 al01
380 R # # 23 a01
381 R # # 23 auv01
382 R #0-3 #01 23 abdenprstv01
383 R # # 23 abcde
384 R #01 # a3 01
385 R # # mn23 ab01
386 R # # mn23 abi014
388 R #12 # 23 a01
490 R 01 # l3 avxyz7
500 R # # a3 7
501 R # # a -
502 R # # abcd go
504 R # # ab -
505 R 0-28 #0 a grtu7
506 R #01 # aq23 bcdefgu
507 NR # # ab -
508 R # # a -
510 R 0-4 # abcx3 u
511 R 01 # a -
513 R # # ab -
515 R # # a -
516 R #8 # a -
518 R # # a3 dop012
520 R #0-48 # abc23 u7
521 R #0-48 # b3 a
522 R #8 # a -
524 R #8 # a23 -
525 R # # a -
526 R 08 # abcdi xz
530 R # # abcd3 u
532 R 0-28 # a3 -
533 R # # ade37y bcfmn
534 R # # abcelmpt3 fknoxz
535 R 12 # ag3 bcd
536 R # # a bcdefgh
538 R # # a3 iu
540 R # # aq23 bcdfgu
541 R #01 # abcdefhno3 -
542 R #01 # abcghijklmopqrs3 deflnu
544 R #01 # 3 abcden
545 R #01 # ab u
546 R # # a3 b
547 R # # a -
550 R # # a -
552 R # # abcdefghijklmnopz u
555 R #08 # ad3 bcu
556 R #8 # a z
561 R #01 # a3 u
562 R # # 3 abcde
563 R # # a3 u
565 R #08 # a3 bcde
567 R #8 # ab2 01
580 R # # a -
581 R #8 # a3 z
583 R #01 # a23 bcdefhijklnouxz
584 R # # 3 ab
585 R # # a3 -
586 R #8 # a3 -
588 R #01 # a3 -
600 R 013 0-7 abdfhloqrstu23 cegjkmnpvxyz014
610 R 0-2 0-7 afhlorstu23 bcdegkmnpvxyz014
611 R 0-2 0-7 afhlqstu23 cdegjknpvxyz014
630 R 0-9 0-7 afhlorst23 degkmnpvxyz014
647 R # 0-7 a23 cdgvxyz01
648 R # 0-7 a23 vxyz01
650 R #0-2 0-7 abcd23 egvxyz014
651 R # 0-7 a23 begvxyz014
653 R #0-2 #0-6 3 a01
654 R #0-2 # 23 abcevyz014
655 R #0 0-7 a23 bcvxyz01
656 R # 7 a23 kvxyz01
657 R # 7 a23 vxyz01
658 R # # acd2 b
662 R # # 2 abcdefgh014
700 R 013 #2 abdfhloqrstux23 cegijkmnp014
710 R 0-2 #2 afhlorstux23 bcdegikmnp014
711 R 0-2 #2 afhlqstux23 cdegijknp014
720 R #12 # a e4
730 R 0-9 #2 afhlorstx23 dgikmnp01
740 R 0-9 #2 ah np
751 R # # a23 eg014
752 R # # 2 abcdefgh014
753 R # # abc2 01
758 R # # ai34 01
760 R 01 #8 abcdhmstxy7 gino4w
762 R 01 #8 abcdhmstxy7 gino4w
765 R 01 #8 abcdhmstuxy7 gikno4rwz
767 R 01 #8 abcdhmstuxy7 gikno4rwz
770 R 01 #8 abcdhmstuxy7 gikno4rwz
772 R 01 #08 abcdhmstuxy7 gikno4rwz
773 R 01 #8 abdhmpqstuxy37 gikno4rwz
774 R 01 #8 abcdhmstuxy7 gikno4rwz
775 R 01 #8 abcdefhmstuxy7 gikno4rwz
776 R 01 #8 abcdhmstuxy7 gikno4rwz
777 R 01 #8 abcdhmstxy7 gikno4w
780 R 01 0-7 abcdhmstuxy7 gikno4rwz
785 R 01 0-8 abcdhmstuxy7 gikno4rwz
786 R 01 #8 abcdhjmpstuvxy7 gikno4rwz
787 R 01 #8 abcdhmstuxy7 gikno4rwz
800 R 013 # abdfhloqrstuvx237 cegjkmnpw014
810 R 0-2 # afhlorstuvx237 bcdegkmnpw014
811 R 0-2 # afhlqstuvx237 cdegjknpw014
830 R # 0-9 afhlorstvx237 dgkmnpw01
850 R # # - a
852 R #0-8 #0-2 ahjklpqt23 bcdefgimnsuxz
856 R #0-47 #0-48 abhijknopq237 cdefglmrstuvwxyz
882 NR # # - aiw
883 R #012 # acdqx uw01
884 R # # agkqu -
885 R # # abcd wxz0125
886 R 0-2 # ab2 acdefghijklmnopqrstuvwxyz
887 R # # a2 -
`;

/** The MARC 21 rule of a field: whether it repeats, the values of its indicators (a blank is ' '), its subfields. */
export type FieldRule = { repeats: boolean; ind1: string; ind2: string; once: string; many: string };

/** Expands the values of an indicator: `#0-2` is blank, 0, 1 and 2. */
const spelt = (values: string): string =>
  values
    .replace(/(\d)-(\d)/g, (_, from: string, to: string) => '0123456789'.slice(Number(from), Number(to) + 1))
    .replaceAll('#', ' ');

const codes = (text: string): string => (text === '-' ? '' : text);

/** Codes permitted in any field: $5 institution, $6 and $8 links, $9 local additions. */
export const ANYWHERE = { once: '6', many: '589' } as const;

/** The rule of each field by its tag. Other tags are not checked. */
export const bibliographicFields: ReadonlyMap<string, FieldRule> = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [tag = '', repeats, ind1 = '', ind2 = '', once = '', many = ''] = line.split(' ');
      const rule = { ind1: spelt(ind1), ind2: spelt(ind2), once: codes(once), many: codes(many) };
      return [tag, { repeats: repeats === 'R', ...rule }] as const;
    }),
);
