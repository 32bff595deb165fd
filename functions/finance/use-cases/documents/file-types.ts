/** The media types of files that a spreadsheet reads. */
export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to download: its bytes, media type and extension. */
export type OfferedFile = { bytes: string | Uint8Array; type: string; ending: string };
