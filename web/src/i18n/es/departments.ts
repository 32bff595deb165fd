/** Departamentos de una biblioteca. */
export const departments = {
  'department.departments': 'Departamentos',
  'department.meaning':
    'Los lectores pertenecen a un departamento; lo que se les cobra va desde entonces a su centro de coste.',
  'department.none': 'Todavía no hay departamentos.',
  'department.new': 'Nuevo departamento',
  'department.edit': 'Editar',
  'department.edit-one': 'Editar: {name}',
  'department.change': 'Cambiar',
  'department.name': 'Nombre',
  'department.code': 'Código',
  'department.code-meaning': 'Letras minúsculas, cifras y guiones. No se puede cambiar después.',
  'department.cost-centre': 'Centro de coste',
  'department.state': 'Estado',
  'department.closed': 'Cerrado',
  'department.is-closed': 'Cerrado: no admite lectores nuevos',
  'problem.department-exists': 'Ya hay un departamento con este código.',
};
