// ISO 3166 codes of UNIMARC 102 and the MARC 21 code list for countries: "FRfr " is France.
const COUNTRIES =
  'ADan AEts AFaf AGaq AIam ALaa AMai AOao ARag ASas ATau AUat AWaw AZaj BAbn BBbb BDbg BEbe BFuv BGbu BHba BIbd BJdm BMbm ' +
  'BNbx BObo BRbl BSbf BTbt BWbs BYbw BZbh CAxxcCDcg CFcx CGcf CHsz CIiv CKcw CLcl CMcm CNcc COck CRcr CUcu CVcv CYcy CZxr ' +
  'DEgw DJft DKdk DMdq DOdr DZae ECec EEer EGua ERea ESsp ETet FIfi FJfj FKfk FMfm FOfa FRfr GAgo GBxxkGDgd GEgs GFfg GHgh ' +
  'GIgi GLgl GMgm GNgv GPgp GQeg GRgr GTgt GUgu GWpg GYgy HKcc HNho HRci HTht HUhu IDio IEie ILis INii IQiq IRir ISic ITit ' +
  'JMjm JOjo JPja KEke KGkg KHcb KIgb KMcq KNxd KPkn KRko KWku KYcj KZkz LAls LBle LCxk LIlh LKce LRlb LSlo LTli LUlu LVlv ' +
  'LYly MAmr MCmc MDmv MEmo MGmg MHxe MKxn MLml MMbr MNmp MOcc MQmq MRmu MSmj MTmm MUmf MVxc MWmw MXmx MYmy MZmz NAsx NCnl ' +
  'NEng NGnr NInq NLne NOno NPnp NRnu NUxh NZnz OMmk PApn PEpe PFfp PGpp PHph PKpk PLpl PMxl PRpr PSpb PTpo PWpw PYpy QAqa ' +
  'REre ROrm RSrb RUru RWrw SAsu SBbp SCse SDsj SEsw SGsi SHxj SIxv SKxo SLsl SMsm SNsg SOso SRsr SSsd STsf SVes SYsy SZsq ' +
  'TCtc TDcd TGtg THth TJta TLem TMtk TNti TOto TRtu TTtr TVtv TWch TZtz UAun UGug USxxuUYuy UZuz VAvc VCxm VEve VGvb VIvi ' +
  'VNvm VUnn WFwf WSws YEye ZAsa ZMza ZWrh';

const countries: ReadonlyMap<string, string> = new Map(
  Array.from({ length: Math.ceil(COUNTRIES.length / 5) }, (_, i) => COUNTRIES.slice(i * 5, i * 5 + 5)).map(
    (one) => [one.slice(0, 2), one.slice(2).trim().padEnd(3)] as const,
  ),
);

const UNKNOWN = 'xx ';

/** Returns the MARC 21 code (three characters) of a country; some systems write MARC 21 codes, in lower case, themselves. */
export const countryOf = (code: string): string => {
  const plain = code.trim();
  if (/^[a-z]{2,3}$/.test(plain)) return plain.padEnd(3);
  return countries.get(plain) ?? UNKNOWN;
};

// ISO 639-2 has two codes for some languages; MARC 21 uses the bibliographic one.
const BIBLIOGRAPHIC =
  'sqialb hyearm eusbaq myabur zhochi cescze nlddut frafre katgeo deuger ellgre islice mkdmac mrimao msamay fasper ' +
  'ronrum slkslo bodtib cymwel';

const bibliographic: ReadonlyMap<string, string> = new Map(
  BIBLIOGRAPHIC.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(3)] as const),
);

/** Returns the MARC 21 code of a language (three letters); empty when the text is none. */
export const languageOf = (code: string): string => {
  const plain = code.trim().toLowerCase().replace(/\.$/, '');
  return /^[a-z]{3}$/.test(plain) ? (bibliographic.get(plain) ?? plain) : '';
};
