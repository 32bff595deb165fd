import { type Profile, passedOver } from './profile.ts';

/** Polaris: SQL on its tables, with their column names. Statuses are exported by name (`ItemStatuses.Name`), days as dates. */
export const polaris: Profile = {
  name: 'Polaris (Innovative)',
  checked:
    'tables of Polaris.Polaris as the migration tool of Evergreen reads them (OpenILS::Migrate::From::Polaris), github.com',
  unchecked: 'SysHoldRequests, PatronAccount; names of item statuses',
  format: { encoding: 'utf-8', dayFormat: 'yyyy-MM-dd', decimalMark: '.' },
  headings: {
    patrons: {
      ...{ PatronID: 'id', Barcode: 'card', NameLast: 'family', NameFirst: 'given', Birthdate: 'born' },
      ...{ EmailAddress: 'email', PhoneVoice1: 'phone', PhoneVoice2: 'phone2', StreetOne: 'address' },
      ...{ City: 'locality', State: 'region', PostalCode: 'postalCode', PatronCodeID: 'category' },
      ...{ OrganizationID: 'branch', ExpirationDate: 'expires', RegistrationDate: 'registered' },
      ...passedOver('NameMiddle', 'NameTitle', 'NameSuffix', 'PhoneVoice3', 'AltEmailAddress', 'Gender', 'User1'),
      ...passedOver('User2', 'User3', 'User4', 'User5', 'StatisticalClassID', 'LanguageID', 'EntryDate', 'FormerID'),
    },
    items: {
      ...{ Barcode: 'barcode', AssociatedBibRecordID: 'record', AssignedBranchID: 'branch' },
      ...{ ShelfLocationID: 'location', CallNumber: 'callNumber', MaterialTypeID: 'category', CopyNumber: 'copy' },
      ...{ VolumeNumber: 'volume', Price: 'price', Name: 'status' },
      ...passedOver('ItemRecordID', 'ItemStatusID', 'HomeBranchID', 'AssignedCollectionID', 'PublicNote'),
    },
    loans: {
      ...{ PatronID: 'patron', Barcode: 'barcode', CheckOutDate: 'lent', DueDate: 'due', Renewals: 'renewals' },
      OrganizationID: 'branch',
      ...passedOver('ItemRecordID', 'CreatorID', 'OVDNoticeCount', 'OriginalCheckOutDate', 'OriginalDueDate'),
    },
    holds: {
      ...{ SysHoldRequestID: 'id', PatronID: 'patron', BibliographicRecordID: 'record', CreationDate: 'requested' },
      ...{ PickupBranchID: 'pickup', ExpirationDate: 'neededUntil' },
    },
    bills: {
      ...{ TxnID: 'id', PatronID: 'patron', OutstandingAmount: 'amount', FeeReasonCodeID: 'type', TxnDate: 'date' },
    },
  },
  codes: {
    itemStatuses: {
      ...{ In: 'available', Out: 'on-loan', Held: 'on-hold-shelf', 'In-Transit': 'in-transit', Lost: 'lost' },
      ...{ Missing: 'missing', Withdrawn: 'withdrawn', 'On-Order': 'on-order', 'In-Process': 'in-process' },
    },
    billTypes: { '*': 'fee' },
  },
};
