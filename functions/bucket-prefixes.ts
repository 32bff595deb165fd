/**
 * The files in the bucket that the functions of a context may read, or write where their contracts say so, by their prefixes: its own, and
 * for those that show records the catalogue's record bytes that are too large for the table.
 */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  acquisitions: ['receipts/'],
  analytics: ['facts/', 'fact-manifests/', 'fact-queries/'],
  catalogue: ['imports/', 'import-reports/', 'sources/'],
  discovery: ['sources/', 'cover-pictures/', 'cover-misses/', 'cover-uploads/'],
  finance: ['bills/', 'bill-snapshots/', 'evidence/', 'restatements/', 'sealed-use/', 'statement-files/'],
  governance: ['meeting-packs/'],
  notices: ['letters/'],
  onboarding: ['onboarding/', 'onboarding-reports/'],
  patrons: ['erasures/'],
  'resource-sharing': ['ill-copies/', 'ill-slips/'],
  teaching: ['sources/'],
};

/** Returns the prefixes of the files that a context's functions use; none for a context without files. */
export const bucketPrefixesOf = (context: string): readonly string[] => prefixes[context] ?? [];
