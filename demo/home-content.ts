/** What a library of the demo recommends and announces. An event is some days after the seed; its times are those of its branch. */
export type DemoHomeContent = {
  memberId: string;
  childrensPage?: true;
  picks: readonly { work: string; sentence: string }[];
  events: readonly {
    branchId: string;
    title: string;
    inDays: number;
    from: string;
    until?: string;
    place?: string;
    url?: string;
  }[];
};

/** The titles that staff recommend and the events of branches, of the libraries that show any. */
export const homeContents: readonly DemoHomeContent[] = [
  {
    memberId: 'riverton',
    childrensPage: true,
    picks: [
      {
        work: 'to-the-lighthouse-1927-book',
        sentence: 'Ten years pass in twenty pages, and you feel every one of them.',
      },
      {
        work: 'kind-of-blue-1959-cd',
        sentence: 'The record that we play when somebody asks where to begin with jazz.',
      },
      { work: 'the-gruffalo-1999-book', sentence: 'Read it aloud and let the children finish every rhyme.' },
      { work: 'silent-spring-1962-book', sentence: 'Sixty years old, and still the clearest writing about a river.' },
    ],
    events: [
      {
        branchId: 'riverton.main',
        title: 'Story time for under fives',
        inDays: 2,
        from: '10:00',
        until: '10:45',
        place: 'Children’s room',
      },
      {
        branchId: 'riverton.main',
        title: 'Repair café: bicycles and lamps',
        inDays: 5,
        from: '17:00',
        until: '19:30',
        place: 'Workshop',
      },
      {
        branchId: 'riverton.eastside',
        title: 'Help with tax forms',
        inDays: 8,
        from: '13:00',
        until: '16:00',
        url: 'https://example.org/tax-help',
      },
      { branchId: 'riverton.hillcrest', title: 'Chess evening', inDays: 9, from: '16:30', until: '18:00' },
    ],
  },
  {
    memberId: 'lakeshore',
    picks: [
      {
        work: 'swallows-and-amazons-1930-book',
        sentence: 'For every child who has looked at an island and wanted a boat.',
      },
      {
        work: 'half-of-a-yellow-sun-2006-book',
        sentence: 'A war seen from the kitchen, the lecture hall and the road.',
      },
      { work: 'metropolis-1927-dvd', sentence: 'Watch it on the largest screen that you can find.' },
    ],
    events: [
      {
        branchId: 'lakeshore.main',
        title: 'Conversation in Spanish',
        inDays: 3,
        from: '18:00',
        until: '19:30',
        place: 'Room 2',
      },
      {
        branchId: 'lakeshore.dunes',
        title: 'Walk: birds of the winter beach',
        inDays: 6,
        from: '09:00',
        until: '11:00',
        place: 'Car park, Beach Road',
      },
    ],
  },
  {
    memberId: 'harcourt',
    picks: [
      { work: 'middlemarch-1871-book', sentence: 'Eight hundred pages on how good intentions meet a town.' },
      {
        work: 'war-requiem-op-66-1962-score',
        sentence: 'Follow the boys’ choir in the full score: it never joins the others.',
      },
    ],
    events: [
      {
        branchId: 'harcourt.science',
        title: 'Drop-in: citing your sources',
        inDays: 4,
        from: '12:00',
        until: '13:00',
        place: 'Help desk',
      },
    ],
  },
  {
    memberId: 'ashgrove',
    picks: [{ work: 'the-sea-around-us-1951-book', sentence: 'Our own readers ask for it more than for any chart.' }],
    events: [
      { branchId: 'ashgrove.reading', title: 'Charts of the harbor, shown by the curator', inDays: 7, from: '14:00' },
    ],
  },
];
