import { deflateRawSync } from 'node:zlib';
import { readOneRoster } from '../../web/src/features/teaching/classes/oneroster/read-oneroster.ts';
import { requestsOf, rosterOf } from '../../web/src/features/teaching/classes/oneroster/roster-of.ts';
import { unzip } from '../../web/src/features/teaching/classes/oneroster/unzip.ts';
import { oneRosterFiles } from '../builders/oneroster-files.ts';

const choice = { school: 's1', number: 'sourcedId', card: 'identifier' } as const;
const here = { grades: ['5', '6'], today: '2026-11-30' };
const read = (files: Record<string, string>) =>
  readOneRoster(new Map(Object.entries(files).map(([name, text]) => [name.toLowerCase(), text])));
const whole = (files = oneRosterFiles()) => {
  const found = read(files);
  if (!('oneRoster' in found)) throw new Error(JSON.stringify(found));
  return found.oneRoster;
};

describe('OneRoster files', () => {
  it('give the class list of one school: homerooms, grades as the school calls them, whoever left, and who has no class', () => {
    const oneRoster = whole();
    expect([oneRoster.version, oneRoster.isDelta, oneRoster.problems]).toEqual(['1.2', false, []]);
    expect(oneRoster.schools.map(({ name }) => name)).toEqual(['Northfield School', 'Southfield']);
    expect(rosterOf(oneRoster, choice, here)).toEqual({
      lines: [
        {
          ...{ id: 'u1', name: { family: 'Okafor', given: 'Amara' }, grade: '5', class: '5b', card: '10234' },
          birthDate: '2015-05-05',
          guardians: [{ name: { family: 'Okafor', given: 'Ngozi' }, email: 'ngozi@example.org' }],
        },
        {
          ...{ id: 'u2', name: { family: 'Pérez, Soto', given: 'Juan "Juanito"' }, grade: '6', class: 'Room-12-6a' },
          card: '10235',
        },
      ],
      ended: ['u3', 'u4'],
      leftOut: [{ id: '10238', why: 'no-class' }],
      guardians: 1,
    });
    const { lines } = rosterOf(oneRoster, { ...choice, number: 'identifier', card: 'none' }, here);
    expect(lines.map(({ id, card }) => [id, card])).toEqual([
      ['10234', undefined],
      ['10235', undefined],
    ]);
  });

  it('of version 1.1 have the role with the user; files of changes say so', () => {
    const { roles: _, manifest: __, ...files } = oneRosterFiles();
    const users = [
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      'u1,active,2026-08-01T00:00:00Z,true,"s1,s2",student,u1,,Amara,Okafor,,10234,,,,"p1,p2",05,',
      'p1,active,2026-08-01T00:00:00Z,true,s1,parent,p1,,Ngozi,Okafor,,,n@example.org,,,,,',
      'p2,active,2026-08-01T00:00:00Z,true,s1,parent,p2,,Emeka,Okafor,,,,,,,,',
    ].join('\n');
    const manifest = 'propertyName,value\noneroster.version,1.1\nfile.users,delta\n';
    const enrollments = `${files.enrollments?.split('\r\n').slice(0, 2).join('\n')}\n`;
    const oneRoster = whole({ ...files, users, manifest, enrollments });
    expect([oneRoster.version, oneRoster.isDelta]).toEqual(['1.1', true]);
    expect(rosterOf(oneRoster, choice, here)).toMatchObject({
      lines: [{ id: 'u1', class: '5b', guardians: [{ name: { given: 'Ngozi' }, email: 'n@example.org' }] }],
      ...{ ended: [], guardians: 1 },
    });
  });

  it('that are malformed say what is wrong, and the other rows are read', () => {
    const files = oneRosterFiles();
    expect(read({ users: files.users ?? '' })).toEqual({ lackingFiles: ['classes.csv', 'enrollments.csv'] });
    const { roles: _, ...without } = files;
    expect(read(without)).toEqual({ lackingColumns: ['users.csv: role', 'users.csv: orgSourcedIds'] });
    expect(read({ users: '', classes: '', enrollments: '"' })).toMatchObject({ lackingColumns: expect.any(Array) });
    const enrollments = [
      files.enrollments?.trimEnd(),
      'e1,,,c5b,s1,u1,student,false,,',
      ',,,c5b,s1,u1,student,false,,',
      'e7,gone,,c5b,s1,u1,student,false,,',
      'e8,,,c5b,s1,nobody,student,false,,',
      'e9,,,nowhere,s1,u1,student,false,,',
      'e10,,',
    ].join('\r\n');
    const { problems } = whole({ ...files, enrollments });
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [15, 'uneven'],
      [10, 'id-twice'],
      [11, 'no-id'],
      [12, 'status'],
      [13, 'unknown-user'],
      [14, 'unknown-class'],
    ]);
  });

  it('of pupils in several homerooms, without grade or number are left out; classes of one name stay two', () => {
    const files = oneRosterFiles();
    const classes = `${files.classes?.trimEnd()}\r\nc5c,,,Homeroom 5b,05,co1,5b,homeroom,,s1,y26,,,`;
    const enrollments = `${files.enrollments?.trimEnd()}\r\ne5,,,c5c,s1,u5,student,false,,\r\ne9,,,c6a,s1,u1,student,false,,`;
    const { lines, leftOut } = rosterOf(whole({ ...files, classes, enrollments }), choice, here);
    expect(leftOut).toEqual([{ id: '10234', why: 'several-classes' }]);
    expect(lines.map((line) => line.class)).toEqual(['Room-12-6a', '5b-c5c']);
  });

  it('go in requests of at most so many lines, class by class', () => {
    const line = (id: string, inClass: string) => ({ id, name: { family: id }, grade: '5', class: inClass });
    const lines = [line('1', 'b'), line('2', 'a'), line('3', 'b'), line('4', 'c')];
    const parts = requestsOf({ lines, ended: ['8', '9', '10'] }, 2);
    expect(parts.map((part) => part.lines.map(({ id }) => id).join('+'))).toEqual(['2', '1+3', '4']);
    expect(parts.map(({ ended }) => ended)).toEqual([['8', '9'], ['10'], []]);
  });
});

test('a ZIP archive is read with its folders, packed or not; other files are none', async () => {
  const [name, text] = ['export/users.csv', 'sourcedId\r\nu1\r\n'];
  const packed = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(text.length, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  const archive = Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
  const files = await unzip(new Uint8Array(archive).buffer);
  expect(new TextDecoder().decode(files.get('users.csv'))).toBe(text);
  await expect(unzip(new TextEncoder().encode('sourcedId,status and nothing else').buffer)).rejects.toThrow('ZIP');
});
