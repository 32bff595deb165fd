/** The data that one staff page passes to the next in the history of the tab, so that no address contains a name or card number. */
declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The text of a search for patrons. */
    patronSearch?: string;
    /** The known data of a patron who is to be registered. */
    newPatron?: { family?: string; given?: string; card?: string };
    /** Set after a registration: the record opens ready for scanning. */
    isRegistered?: boolean;
  }
}

export {};
