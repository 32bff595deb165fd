/** Returns the public address of a record's page. Takes the address of the site. */
export const recordAddress = (site: string, recordId: string): string => `${new URL(site).origin}/record/${recordId}`;
