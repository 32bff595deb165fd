const place = 'concord.print';

/** Whether receipts go to the printer as soon as a reader is finished. */
export const isPrintingAtOnce = (): boolean => localStorage.getItem(place) !== 'off';
/** Keeps that for this browser. */
export const setPrintingAtOnce = (isOn: boolean): void => localStorage.setItem(place, isOn ? 'on' : 'off');
