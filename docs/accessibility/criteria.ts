/** How a criterion is met, in the terms of VPAT 2.5. */
export type Conformance = 'Supports' | 'Partially Supports' | 'Does Not Support' | 'Not Applicable';

/**
 * A success criterion of WCAG 2.2, levels A and AA: its number, name, how it is met, a remark, and the titles of the browser tests that show it
 * beside the rules of axe. 4.1.1 (Parsing) is obsolete in WCAG 2.2.
 */
export type Criterion = {
  number: string;
  name: string;
  level: 'A' | 'AA';
  conformance: Conformance;
  remark: string;
  tests?: readonly string[];
};

const noMedia = 'The product has no audio and no video.';
const wideTest = '%s meets WCAG 2.2 AA, fits 1280 and 320 px and calls no other host';

const levelA: readonly Omit<Criterion, 'level'>[] = [
  {
    ...{ number: '1.1.1', name: 'Non-text Content', conformance: 'Supports' },
    remark:
      'Icons have text beside them or a name; covers are decorative beside their title; barcodes show their number as text.',
  },
  { number: '1.2.1', name: 'Audio-only and Video-only (Prerecorded)', conformance: 'Not Applicable', remark: noMedia },
  { number: '1.2.2', name: 'Captions (Prerecorded)', conformance: 'Not Applicable', remark: noMedia },
  { number: '1.2.3', name: 'Audio Description or Media Alternative', conformance: 'Not Applicable', remark: noMedia },
  {
    ...{ number: '1.3.1', name: 'Info and Relationships', conformance: 'Supports' },
    remark:
      'Headings, lists, tables with header cells, labels and groups are elements of HTML. Statements are PDF files with tags; printed slips are PDF files without.',
  },
  {
    ...{ number: '1.3.2', name: 'Meaningful Sequence', conformance: 'Supports' },
    remark: 'The order of the elements is the order of reading; the style sheet moves nothing across it.',
  },
  {
    ...{ number: '1.3.3', name: 'Sensory Characteristics', conformance: 'Supports' },
    remark: 'Instructions name controls by their text, never by place, shape or colour alone.',
  },
  {
    ...{ number: '1.4.1', name: 'Use of Color', conformance: 'Supports' },
    remark:
      'States have words beside their colour; links in text are underlined; lines of charts are also named at their ends and in a table.',
  },
  {
    ...{ number: '1.4.2', name: 'Audio Control', conformance: 'Supports' },
    remark: 'The desk plays a tone of less than a second after a scan; it can be switched off.',
  },
  {
    ...{ number: '2.1.1', name: 'Keyboard', conformance: 'Supports' },
    remark:
      'Every control is reached by Tab or by arrow keys. The workflows of the desk, cataloguing, patrons and finance are tested by keyboard alone.',
    tests: [
      'finding B1: a patron is registered by keyboard alone in at most 70 keys, and the record is ready for the first item',
      'fields are pasted as screens and MARC editors show them, and tried by keyboard',
      'each tab of the record loads when it is opened, and is reached by arrow keys',
    ],
  },
  {
    ...{ number: '2.1.2', name: 'No Keyboard Trap', conformance: 'Supports' },
    remark: 'The Tab key leaves every page at its end; dialogs close on Escape and return the focus.',
    tests: ['by keyboard a form takes the focus and gives it back'],
  },
  {
    ...{ number: '2.1.4', name: 'Character Key Shortcuts', conformance: 'Supports' },
    remark:
      'Shortcuts of one character (? for the list of keys; 1 to 7 on Today; T on the loan rules; E, H, N and R on patrons and titles; U to undo) act outside fields and can be switched off in the list of keys; j and k act only while a row of a table has the focus.',
    tests: ['single keys act on what the page marks, outside fields and dialogs, and can be switched off'],
  },
  {
    ...{ number: '2.2.1', name: 'Timing Adjustable', conformance: 'Partially Supports' },
    remark:
      'A session ends after its time for security. The page then waits behind a dialog with what was typed on it, and continues when the same person signs in again, on it or in another tab. A shared desk locks when idle, and does the same. The time itself is set by the consortium, not by the user.',
    tests: [
      'a page whose session expired stays with what was typed for the same person signing in beside it, and for nobody else',
      'F9 locks the desk; the same person finds what was typed, and another one a page that begins anew',
    ],
  },
  {
    ...{ number: '2.2.2', name: 'Pause, Stop, Hide', conformance: 'Supports' },
    remark: 'Nothing moves, blinks or scrolls automatically. Lists update after an action of the user.',
  },
  {
    ...{ number: '2.3.1', name: 'Three Flashes or Below Threshold', conformance: 'Supports' },
    remark: 'Nothing flashes.',
  },
  {
    ...{ number: '2.4.1', name: 'Bypass Blocks', conformance: 'Supports' },
    remark: 'Each page begins with a link to its main part; the filters of a search have another.',
    tests: ['the filters can be skipped by keyboard'],
  },
  {
    ...{ number: '2.4.2', name: 'Page Titled', conformance: 'Supports' },
    remark: 'The title of the document names the page and the consortium.',
  },
  {
    ...{ number: '2.4.3', name: 'Focus Order', conformance: 'Supports' },
    remark:
      'The focus follows the order of the elements; after a change of page it is on the main part, after a dialog on the control that opened it.',
    tests: ['by keyboard a form takes the focus and gives it back'],
  },
  {
    ...{ number: '2.4.4', name: 'Link Purpose (In Context)', conformance: 'Supports' },
    remark: 'The text of a link names its target.',
  },
  {
    ...{ number: '2.5.1', name: 'Pointer Gestures', conformance: 'Not Applicable' },
    remark: 'No function uses a gesture of several points or along a path.',
  },
  {
    ...{ number: '2.5.2', name: 'Pointer Cancellation', conformance: 'Supports' },
    remark: 'Functions act on the up event, as buttons and links of HTML do.',
  },
  {
    ...{ number: '2.5.3', name: 'Label in Name', conformance: 'Supports' },
    remark: 'The accessible name of a control contains its visible text.',
  },
  {
    ...{ number: '2.5.4', name: 'Motion Actuation', conformance: 'Not Applicable' },
    remark: 'No function uses motion of the device.',
  },
  {
    ...{ number: '3.1.1', name: 'Language of Page', conformance: 'Supports' },
    remark: 'The document names its language, also after a change of language.',
    tests: ['the language is changed in place and stored'],
  },
  {
    ...{ number: '3.2.1', name: 'On Focus', conformance: 'Supports' },
    remark: 'Focus opens suggestions at most; it never changes the page.',
  },
  {
    ...{ number: '3.2.2', name: 'On Input', conformance: 'Supports' },
    remark:
      'A choice filters the list that it stands above; it never leaves the page. A scanner ends its input with Enter, which submits as a button does.',
  },
  {
    ...{ number: '3.2.6', name: 'Consistent Help', conformance: 'Supports' },
    remark:
      'Staff have Help at the same place of each page and by F1; pages for patrons name whom to ask in the footer.',
    tests: ['F1 opens the topics of the page, a word finds others, and a topic leads to its next step'],
  },
  {
    ...{ number: '3.3.1', name: 'Error Identification', conformance: 'Supports' },
    remark: 'A refusal is shown as text beside its field or above the form, and announced.',
    tests: ['a budget is set by keyboard, the old values are in the fields, and errors are shown beside them'],
  },
  {
    ...{ number: '3.3.2', name: 'Labels or Instructions', conformance: 'Supports' },
    remark: 'Each field has a visible label; the form of a value is described below it.',
  },
  {
    ...{ number: '3.3.7', name: 'Redundant Entry', conformance: 'Supports' },
    remark: 'No process asks for the same information twice; forms are filled from what is known.',
    tests: ['a budget is set by keyboard, the old values are in the fields, and errors are shown beside them'],
  },
  {
    ...{ number: '4.1.2', name: 'Name, Role, Value', conformance: 'Supports' },
    remark: 'Controls are elements of HTML or follow the patterns of ARIA, with states.',
  },
];

const levelAA: readonly Omit<Criterion, 'level'>[] = [
  { number: '1.2.4', name: 'Captions (Live)', conformance: 'Not Applicable', remark: noMedia },
  { number: '1.2.5', name: 'Audio Description (Prerecorded)', conformance: 'Not Applicable', remark: noMedia },
  {
    ...{ number: '1.3.4', name: 'Orientation', conformance: 'Supports' },
    remark: 'No page restricts the orientation of the screen.',
  },
  {
    ...{ number: '1.3.5', name: 'Identify Input Purpose', conformance: 'Supports' },
    remark:
      'The fields in which people enter their own name, birth date, address, e-mail, telephone, PIN and code have autocomplete tokens. Fields in which staff enter data of others have none.',
  },
  {
    ...{ number: '1.4.3', name: 'Contrast (Minimum)', conformance: 'Supports' },
    remark: 'Tested on each page in the light and the dark theme.',
    tests: [wideTest],
  },
  {
    ...{ number: '1.4.4', name: 'Resize Text', conformance: 'Supports' },
    remark: 'At a zoom of 200 % (640 px) no page is wider than its window.',
  },
  {
    ...{ number: '1.4.5', name: 'Images of Text', conformance: 'Supports' },
    remark: 'Text is text. A drawn cover repeats the title that stands beside it.',
  },
  {
    ...{ number: '1.4.10', name: 'Reflow', conformance: 'Supports' },
    remark: 'Each page fits 320 px; wide tables scroll within themselves.',
    tests: [wideTest],
  },
  {
    ...{ number: '1.4.11', name: 'Non-text Contrast', conformance: 'Supports' },
    remark:
      'Borders of fields, icons, focus rings and lines of charts have at least 3:1 by the design tokens of both themes.',
  },
  {
    ...{ number: '1.4.12', name: 'Text Spacing', conformance: 'Supports' },
    remark: 'Each page was opened with the spacing of the criterion.',
  },
  {
    ...{ number: '1.4.13', name: 'Content on Hover or Focus', conformance: 'Supports' },
    remark: 'Explanations open by a click, not on hover. Suggestions close on Escape and stay while they are used.',
    tests: ['suggestions close on Escape, and Enter without a choice searches the typed terms'],
  },
  {
    ...{ number: '2.4.5', name: 'Multiple Ways', conformance: 'Supports' },
    remark:
      'Staff reach pages by the navigation, by the search for pages and by links of Today; patrons by the header and by search.',
    tests: [
      'the search finds pages and offers the search for titles, moved through by arrows; no text is sent in an address automatically',
    ],
  },
  {
    ...{ number: '2.4.6', name: 'Headings and Labels', conformance: 'Supports' },
    remark: 'Headings and labels name their subject.',
  },
  {
    ...{ number: '2.4.7', name: 'Focus Visible', conformance: 'Supports' },
    remark: 'Each stop of the Tab key on each page was examined for a visible focus.',
  },
  {
    ...{ number: '2.4.11', name: 'Focus Not Obscured (Minimum)', conformance: 'Supports' },
    remark: 'Each stop of the Tab key on each page was examined; none is entirely under another element.',
  },
  {
    ...{ number: '2.5.7', name: 'Dragging Movements', conformance: 'Not Applicable' },
    remark: 'Nothing is dragged: orders are changed by buttons.',
  },
  {
    ...{ number: '2.5.8', name: 'Target Size (Minimum)', conformance: 'Supports' },
    remark: 'Targets have at least 24 px or the distance of the criterion.',
    tests: [wideTest],
  },
  {
    ...{ number: '3.1.2', name: 'Language of Parts', conformance: 'Partially Supports' },
    remark:
      'Titles and notes of records are shown as catalogued, without their language: records often do not say it of each part.',
  },
  {
    ...{ number: '3.2.3', name: 'Consistent Navigation', conformance: 'Supports' },
    remark: 'One frame for staff and one for patrons, the same on each page.',
  },
  {
    ...{ number: '3.2.4', name: 'Consistent Identification', conformance: 'Supports' },
    remark: 'Functions have the same name on each page; a glossary and a test of the texts see to it.',
  },
  {
    ...{ number: '3.3.3', name: 'Error Suggestion', conformance: 'Supports' },
    remark: 'A refusal says what to do, as far as it is known.',
  },
  {
    ...{ number: '3.3.4', name: 'Error Prevention (Legal, Financial, Data)', conformance: 'Supports' },
    remark:
      'Changes of many records and approvals are previewed; holds, changes of many patrons and items can be undone; a second person approves money.',
    tests: [
      'a supervisor previews a change of many patrons, sees who is refused, makes it and undoes it',
      'finding B14: a hold takes two clicks, the home branch is preselected, and Undo cancels it',
    ],
  },
  {
    ...{ number: '3.3.8', name: 'Accessible Authentication (Minimum)', conformance: 'Supports' },
    remark: 'Passwords and PINs may be filled by a password manager and codes pasted; no puzzle is asked.',
  },
  {
    ...{ number: '4.1.3', name: 'Status Messages', conformance: 'Supports' },
    remark: 'Results of scans, numbers of hits and confirmations are announced without a move of the focus.',
    tests: ['facets narrow by several values, are in the address and removed by a chip; the number is announced'],
  },
];

/** Every success criterion of WCAG 2.2 of the levels A and AA, in the order of VPAT: level A first. */
export const criteria: readonly Criterion[] = [
  ...levelA.map((one) => ({ ...one, level: 'A' as const })),
  ...levelAA.map((one) => ({ ...one, level: 'AA' as const })),
];
