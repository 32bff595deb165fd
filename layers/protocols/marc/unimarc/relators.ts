// UNIMARC Appendix C and the MARC code list for relators: one pair a word.
const PAIRS =
  '005act 010adp 018aut 020ann 030arr 040art 050asg 060asn 065auc 070aut 072aqt 075aft 080aui 090aud 100ant 110bnd ' +
  '120bdd 130bkd 140bjd 150bpd 160bsl 170cll 180ctg 190cns 200chr 205clb 210cmm 212cwt 220com 230cmp 240cmt 245cre ' +
  '250cnd 255csp 260cph 270crr 273cur 275dnc 280dte 290dto 295dgg 300drt 305dis 310dst 320dnr 330dub 340edt 350egr ' +
  '360etr 365exp 370flm 380frg 390fmo 395fnd 400fnd 410grt 420hnr 430ilu 440ill 450ins 460ive 470ivr 480lbt 490lse ' +
  '500lso 510ltg 520lyr 530mte 535mcp 540mon 545mus 550nrt 555opn 557orm 560org 570oth 580ppm 582pta 584pth 587pat ' +
  '590prf 595res 600pht 605prf 610prt 620pop 630pro 632pma 633prd 635prg 637pdr 640pfr 650pbl 651pbd 660rcp 670rce ' +
  '673rth 675rev 677rtm 680rbr 690aus 695sad 700scr 705scl 710sec 720sgn 721sng 723spn 725stn 727ths 730trl 740tyd ' +
  '750tyg 753vdg 755voc 760wde 770wam';

const codes: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(3)] as const),
);

/** Returns the MARC 21 code of a UNIMARC relator code (three digits), if it has one. */
export const relatorOf = (code: string): string | undefined => codes.get(code.trim());
