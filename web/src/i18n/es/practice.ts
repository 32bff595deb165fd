/** La biblioteca de prácticas: cómo se entra y qué se puede probar. */
export const practice = {
  'practice.title': 'Biblioteca de prácticas',
  'practice.deleted': 'Todo lo que hay aquí se borra cada noche.',
  'practice.leave': 'Salir',
  'practice.meaning':
    'Una biblioteca con usuarios y ejemplares inventados, en la que puede probarlo todo. Nada de lo que haga allí llega a un usuario, una cuenta, el catálogo o una cifra, y no se envía ninguna carta ni ningún correo.',
  'practice.tab': 'Solo esta pestaña del navegador entra en ella; una pestaña nueva está en su propia biblioteca.',
  'practice.role': 'Función que quiere probar',
  'practice.enter': 'Entrar en la biblioteca de prácticas',
  'practice.change': 'Cambiar la función',
  'practice.staff-only': 'Aquí practica el personal de una biblioteca.',
  'practice.try': 'Qué se puede probar',
  'practice.lacks':
    'Los títulos se encuentran con la búsqueda. Aquí no hay préstamo interbibliotecario: sus pasos esperan a otras bibliotecas, y aquí no responde ninguna.',
  'practice.case': 'Caso',
  'practice.scan': 'Escanee o escriba',
  'practice.case.lend': 'Prestar un ejemplar a un usuario sin problemas',
  'practice.case.overdue': 'Un usuario con un préstamo vencido, que puede devolver o renovar',
  'practice.case.owes': 'Un usuario que debe una multa',
  'practice.case.limit': 'Un usuario que debe demasiado para llevarse algo',
  'practice.case.shelf': 'Un ejemplar que espera en el estante de reservas, y su usuario',
  'practice.case.block': 'Un usuario bloqueado: se desconoce su dirección',
  'practice.case.transit': 'Un ejemplar en camino a la sucursal: recíbalo allí',
  'practice.case.queue': 'Un ejemplar prestado que esperan dos usuarios',
  'practice.case.note': 'Un usuario con una nota que aparece en el mostrador',
  'practice.case.expiring': 'Un carné que vence dentro de una semana',
  'practice.case.child': 'Un menor con una persona responsable',
  'practice.others':
    'Los carnés tienen los números P0001 a P0012; los ejemplares, B1001 a B1030 y, en la sucursal, B2001 a B2010.',
  'problem.practice-staff-only': 'Solo el personal que ha iniciado sesión entra en la biblioteca de prácticas.',
} as const;
