const head = 'sourcedId,status,dateLastModified';
const csv = (columns: string, rows: readonly string[]): string => [columns, ...rows, ''].join('\r\n');

/** The columns of version 1.2 by file, in the order of its CSV binding. */
const columns = {
  manifest: 'propertyName,value',
  academicSessions: `${head},title,type,startDate,endDate,parentSourcedId,schoolYear`,
  orgs: `${head},name,type,identifier,parentSourcedId`,
  courses: `${head},schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes`,
  classes: `${head},title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods`,
  users: `${head},enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns`,
  roles: `${head},userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId`,
  demographics: `${head},birthDate,sex`,
  enrollments: `${head},classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate`,
} as const;

/** A student, teacher or guardian of version 1.2 in users.csv. */
export const oneRosterUser = (
  id: string,
  [given, family]: [string, string],
  grade = '',
  identifier = '',
  status = '',
  { email = '', agents = '' } = {},
) => `${id},${status},,true,${id},,${given},${family},,${identifier},${email},,,"${agents}",${grade},,,,,,,,`;

/** The files of a OneRoster 1.2 export: a school of two homerooms and a lesson, of last year's class, and of the school beside it. */
export const oneRosterFiles = (): Record<string, string> => ({
  manifest: csv(columns.manifest, ['manifest.version,1.0', 'oneroster.version,1.2', 'file.enrollments,bulk']),
  academicSessions: csv(columns.academicSessions, [
    'y26,,,2026-27,schoolYear,2026-08-01,2027-07-31,,2027',
    'y25,,,2025-26,schoolYear,2025-08-01,2026-07-31,,2026',
  ]),
  orgs: csv(columns.orgs, [
    'd1,,,District,district,,',
    's1,,,Northfield School,school,,d1',
    's2,,,Southfield,school,,d1',
  ]),
  courses: csv(columns.courses, ['co1,,,y26,Homeroom,HR,05,s1,,']),
  classes: csv(columns.classes, [
    'c5b,,,Homeroom 5b,05,co1,5b,homeroom,,s1,y26,,,',
    'c6a,,,"Room 12, 6a",,co1,,homeroom,,s1,y26,,,',
    'cm,,,Maths,05,co1,M5,scheduled,,s1,y26,,,',
    'cold,,,Homeroom 4b,04,co1,4b,homeroom,,s1,y25,,,',
    'cs,,,Homeroom 5b,05,co1,5b,homeroom,,s2,y26,,,',
  ]),
  users: csv(columns.users, [
    oneRosterUser('u1', ['Amara', 'Okafor'], '05', '10234'),
    oneRosterUser('u2', ['"Juan ""Juanito"""', '"Pérez, Soto"'], '06', '10235'),
    oneRosterUser('u3', ['Li', 'Chen'], '05', '10236'),
    oneRosterUser('u4', ['Tobi', 'Adeyemi'], '05', '10237', 'tobedeleted'),
    oneRosterUser('u5', ['June', 'Baker'], '05', '10238'),
    oneRosterUser('u6', ['Ada', 'South'], '05', '20001'),
    oneRosterUser('t1', ['Rosa', 'Diaz']),
    oneRosterUser('g1', ['Ngozi', 'Okafor'], '', '', '', { email: 'ngozi@example.org', agents: 'u1,u6' }),
    oneRosterUser('g2', ['Emeka', 'Okafor']),
  ]),
  roles: csv(columns.roles, [
    ...['u1', 'u2', 'u3', 'u5'].map((id) => `r-${id},,,${id},primary,student,,,s1,`),
    'r-u4,tobedeleted,,u4,primary,student,,,s1,',
    'r-u6,,,u6,primary,student,,,s2,',
    'r-t1,,,t1,primary,teacher,,,s1,',
    'r-g1,,,g1,primary,guardian,,,s1,',
    'r-g2,,,g2,primary,relative,,,s1,',
  ]),
  demographics: csv(columns.demographics, ['u1,,,2015-05-05,']),
  enrollments: csv(columns.enrollments, [
    'e1,,,c5b,s1,u1,student,false,,',
    'e1m,,,cm,s1,u1,student,false,,',
    'e1o,,,cold,s1,u1,student,false,,',
    'e2,,,c6a,s1,u2,student,false,,',
    'e3,tobedeleted,,c5b,s1,u3,student,false,,',
    'e4,tobedeleted,,c5b,s1,u4,student,false,,',
    'e6,,,cs,s2,u6,student,false,,',
    'et,,,c5b,s1,t1,teacher,true,,',
  ]),
});
