/** Writes institution.json: `node demo/leiden/generate.ts`. The same input gives the same file. */
import { writeFileSync } from 'node:fs';
import { readInstitutionFile } from '#app/exchange/institution-check.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { printFile } from '#app/exchange/print-file.ts';
import { bodyKinds } from '../body-kinds.ts';
import { roles } from '../roles.ts';
import { audit, standards } from './audit.ts';
import { networks } from './monitoring.ts';
import { accounts, bodies, units } from './organisation.ts';
import { frameworks, scheme } from './scheme.ts';
import { wellbeing } from './wellbeing.ts';
import { wellbeingRoles } from './wellbeing-cycle.ts';
import { pillarFrameworks } from './wellbeing-pillars.ts';

const leiden: InstitutionInput = {
  format: 'akkoord-institution/1',
  institution: {
    code: 'leiden',
    nameNl: 'Universiteit Leiden',
    nameEn: 'Leiden University',
    noticeNl:
      'Demonstratie met alleen gepubliceerde gegevens uit de aanvulling op het bestedingsplan (2021) en het plan van aanpak studentenwelzijn 2024-2027. Wat niet is gepubliceerd, ontbreekt. De accounts zijn verzonnen. Geen uitgave van de universiteit.',
    noticeEn:
      'Demonstration with published facts only, from the supplement to the spending plan (2021) and the plan of action on student well-being 2024-2027. What was not published is absent. The accounts are invented. Not a publication of the university.',
    demo: true,
  },
  units,
  roles: [...roles, ...wellbeingRoles],
  accounts,
  bodyKinds: bodyKinds(
    'executive-board',
    'university-council',
    'faculty-board',
    'faculty-council',
    'programme-committee',
    ['student-platform', 'Studentenplatform', 'Student platform'],
    ['assessors', 'Assessorenoverleg', 'Meeting of assessors'],
    ['working-group', 'Werkgroep', 'Working group'],
    ['education-council', 'Onderwijsberaad', 'Education council'],
    ['student-services', 'Studentenvoorzieningen', 'Student services'],
    ['quality-network', 'Netwerk kwaliteitszorg', 'Quality network'],
    ['officers-network', 'Netwerk van officers', 'Network of officers'],
    ['education-staff', 'Ambtelijk onderwijsberaad', 'Education council of staff'],
    ['board-council', 'Bestuursberaad', 'Council of boards'],
  ),
  bodies: [...bodies.filter(({ code }) => !networks.some((one) => one.code === code)), ...networks],
  frameworks: [...(frameworks ?? []), ...pillarFrameworks, standards],
  schemes: [scheme, wellbeing, audit],
};

writeFileSync(new URL('institution.json', import.meta.url), printFile(readInstitutionFile(leiden)));
