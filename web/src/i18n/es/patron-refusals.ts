/** Por qué se rechaza una acción en el registro de un lector. */
export const patronRefusals = {
  'problem.card-taken': 'Alguien del consorcio tiene o tuvo este número de carné. Use otro carné.',
  'problem.home-elsewhere': 'La biblioteca de origen es de otro miembro. Elija una propia.',
  'problem.guarantor-unknown': 'No existe ese responsable. Escanee de nuevo el carné del responsable.',
  'problem.category-age': 'La categoría es para otra edad. Revise la fecha de nacimiento o elija otra categoría.',
  'problem.expired-already': 'El último día del carné ya pasó. Elija uno posterior.',
  'problem.class-unknown': 'El consorcio no tiene esa clase estadística.',
  'problem.same-patron': 'Son el mismo lector.',
  'problem.card-needed': 'El otro lector es de otra biblioteca: escanee el otro carné.',
  'problem.merged-elsewhere': 'El otro registro ya se fusionó con el de otra persona.',
  'problem.merge-undoing':
    'Se está deshaciendo una fusión anterior del otro registro. Inténtelo de nuevo en un minuto.',
  'problem.merge-unknown': 'Esta fusión ya está deshecha.',
  'problem.undo-too-late': 'La fusión tiene más de 30 días y ya no se puede deshacer.',
  'problem.merge-running':
    'La fusión aún no está completa. Se puede deshacer un minuto después de hacerla; esta página vuelve a mirar sola.',
  'problem.answers-for': 'Uno de los dos responde por el otro: son dos personas.',
  'problem.card-not-due': 'Es demasiado pronto para renovar este carné.',
  'problem.owes-too-much': 'El lector debe más de lo que permite la renovación del carné.',
  'problem.beyond-term': 'El día supera el plazo de la categoría.',
  'problem.not-later': 'El carné ya es válido al menos hasta entonces.',
  'problem.same-card': 'El lector ya tiene este carné. Escanee el nuevo.',
  'problem.not-temporary': 'Este lector ya tiene un carné completo.',
  'problem.may-be-known': 'Hay alguien parecido registrado. Fusione los dos registros o indique que son dos personas.',
  'problem.department-unknown': 'La biblioteca no tiene ese departamento, o está cerrado.',
  'problem.no-proxy': 'Esa autorización ya no existe.',
  'problem.name-differs': 'No se encontró ningún carné de alguien con ese apellido.',
} as const;
