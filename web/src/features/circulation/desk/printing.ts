const place = 'concord.print';

/** Whether receipts are printed as soon as a patron's session ends. */
export const isPrintingAtOnce = (): boolean => localStorage.getItem(place) !== 'off';
/** Stores that setting in this browser. */
export const setPrintingAtOnce = (isOn: boolean): void => localStorage.setItem(place, isOn ? 'on' : 'off');
