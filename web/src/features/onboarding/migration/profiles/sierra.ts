import { type Profile, passedOver } from './profile.ts';

/**
 * Sierra: exports of Create Lists, with the field names of their first line. PATRN NAME holds family and given name in one cell, so
 * Last Name and First Name are exported instead.
 */
export const sierra: Profile = {
  name: 'Sierra (Innovative)',
  checked: 'marmot.org (Create Lists, patron properties); SQL and CSV exports of Sierra libraries on github.com',
  unchecked: 'COPY #, VOLUME, # RENEWALS, OUT LOC; codes of STATUS',
  format: { encoding: 'utf-8', dayFormat: 'MM-dd-yyyy', decimalMark: '.' },
  headings: {
    patrons: {
      ...{ 'RECORD #(PATRON)': 'id', 'P BARCODE': 'card', 'Last Name': 'family', 'First Name': 'given' },
      ...{ 'LAST NAME': 'family', 'FIRST NAME': 'given', 'BIRTH DATE': 'born', 'EMAIL ADDR': 'email' },
      ...{ TELEPHONE: 'phone', TELEPHONE2: 'phone2', ADDRESS: 'address', 'P TYPE': 'category', 'HOME LIBR': 'branch' },
      ...{ 'EXP DATE': 'expires', 'CREATED(PATRON)': 'registered' },
      ...passedOver('PATRN NAME', 'UPDATED(PATRON)', 'PCODE1', 'PCODE2', 'PCODE3', 'PCODE4', 'MBLOCK', 'TOT CHKOUT'),
      ...passedOver('UNIQUE ID', 'PMESSAGE', 'NOTICE PREF', 'NOTE'),
    },
    items: {
      ...{ BARCODE: 'barcode', 'RECORD #(BIBLIO)': 'record', LOCATION: 'branch', 'CALL #(ITEM)': 'callNumber' },
      ...{ 'I TYPE': 'category', ITYPE: 'category', 'COPY #': 'copy', VOLUME: 'volume', PRICE: 'price' },
      STATUS: 'status',
      ...passedOver('RECORD #(ITEM)', 'CREATED(ITEM)', 'UPDATED(ITEM)', 'TOT CHKOUT', 'LCHKIN', 'IMESSAGE'),
    },
    loans: {
      ...{ 'RECORD #(PATRON)': 'patron', BARCODE: 'barcode', 'OUT DATE': 'lent', 'DUE DATE': 'due' },
      ...{ '# RENEWALS': 'renewals', 'OUT LOC': 'branch' },
      ...passedOver('RECORD #(ITEM)', 'MAT TYPE', 'LOCATION', 'CALL #(BIBLIO)', 'RECORD #(BIBLIO)', 'LANG'),
    },
  },
  codes: {
    itemStatuses: {
      ...{ '-': 'available', '!': 'on-hold-shelf', t: 'in-transit', m: 'missing', n: 'lost', $: 'lost' },
    },
  },
};
