/** What one staff page hands to the next in the history of the tab, so that no name and no card number stands in an address. */
declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The text of a search for patrons. */
    patronSearch?: string;
    /** What is known of a patron who is to be registered. */
    newPatron?: { family?: string; given?: string; card?: string };
    /** Set after a registration: the record opens ready for scanning. */
    isRegistered?: boolean;
  }
}

export {};
