/** Writes institution.json: `node demo/utrecht/generate.ts`. The same input gives the same file. */
import { writeFileSync } from 'node:fs';
import { readInstitutionFile } from '#app/exchange/institution-check.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { printFile } from '#app/exchange/print-file.ts';
import { bodyKinds } from '../body-kinds.ts';
import { roles } from '../roles.ts';
import { accounts, bodies, units } from './organisation.ts';
import { frameworks, scheme } from './scheme.ts';

const utrecht: InstitutionInput = {
  format: 'akkoord-institution/1',
  institution: {
    code: 'utrecht',
    nameNl: 'Universiteit Utrecht',
    nameEn: 'Utrecht University',
    noticeNl:
      'Demonstratie met alleen gepubliceerde gegevens uit het plan van de faculteit Geneeskunde (2019). Wat niet is gepubliceerd, ontbreekt. De accounts zijn verzonnen. Geen uitgave van de universiteit.',
    noticeEn:
      'Demonstration with published facts only, from the plan of the Faculty of Medicine (2019). What was not published is absent. The accounts are invented. Not a publication of the university.',
    demo: true,
  },
  units,
  roles,
  accounts,
  bodyKinds: bodyKinds('executive-board', 'faculty-board', 'faculty-council', 'programme-committee', [
    'management-team',
    'Managementteam',
    'Management team',
  ]),
  bodies,
  frameworks,
  schemes: [scheme],
};

writeFileSync(new URL('institution.json', import.meta.url), printFile(readInstitutionFile(utrecht)));
