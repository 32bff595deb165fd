/** Departments of a library. */
export const departments = {
  'department.departments': 'Departments',
  'department.meaning': 'Patrons belong to a department; what they are charged goes to its cost centre from then on.',
  'department.none': 'No departments yet.',
  'department.new': 'New department',
  'department.edit': 'Edit',
  'department.edit-one': 'Edit: {name}',
  'department.change': 'Change',
  'department.name': 'Name',
  'department.code': 'Code',
  'department.code-meaning': 'Lower-case letters, digits and hyphens. It cannot be changed later.',
  'department.cost-centre': 'Cost centre',
  'department.state': 'State',
  'department.closed': 'Closed',
  'department.is-closed': 'Closed: takes no new patrons',
  'problem.department-exists': 'There is already a department of this code.',
};
