/** A control field (001 to 009): a tag and its characters. */
export type ControlField = { tag: string; value: string };

/** A subfield: its one-character code and its value, in Unicode. */
export type Subfield = { code: string; value: string };

/** A data field (010 to 999): two indicators (a blank is ' ') and its subfields in record order. */
export type DataField = { tag: string; ind1: string; ind2: string; subfields: Subfield[] };

/** A bibliographic record in memory, as MARC 21 describes it (ISO 2709): fields in record order, text in Unicode (as read, not normalised). */
export type MarcRecord = { leader: string; control: ControlField[]; data: DataField[] };
