/** Writes institution.json: `node demo/twente/generate.ts`. The same input gives the same file. */
import { writeFileSync } from 'node:fs';
import { readInstitutionFile } from '#app/exchange/institution-check.ts';
import type { InstitutionInput } from '#app/exchange/institution-file.ts';
import { printFile } from '#app/exchange/print-file.ts';
import { bodyKinds } from '../body-kinds.ts';
import { roles } from '../roles.ts';
import { frameworks } from './frameworks.ts';
import { accounts, bodies, units } from './organisation.ts';
import { scheme } from './scheme.ts';

const twente: InstitutionInput = {
  format: 'akkoord-institution/1',
  institution: {
    code: 'twente',
    nameNl: 'Universiteit Twente',
    nameEn: 'University of Twente',
    noticeNl:
      'Demonstratie met alleen gepubliceerde gegevens uit het projectplan voor de kwaliteitsafspraken (2018). Wat niet is gepubliceerd of in de bron verloren ging, ontbreekt. De accounts zijn verzonnen. Geen uitgave van de universiteit.',
    noticeEn:
      'Demonstration with published facts only, from the project plan for the quality agreements (2018). What was not published, or was lost in the source, is absent. The accounts are invented. Not a publication of the university.',
    demo: true,
  },
  units,
  roles,
  accounts,
  bodyKinds: bodyKinds(
    'executive-board',
    'university-council',
    'faculty-council',
    'programme-committee',
    ['education-committee', 'Universitaire commissie onderwijs', 'University committee for education'],
    ['education-portfolio', 'Portefeuille onderwijs', 'Education portfolio'],
    ['support-group', 'Ondersteuningsgroep', 'Support group'],
  ),
  bodies,
  frameworks,
  schemes: [scheme],
};

writeFileSync(new URL('institution.json', import.meta.url), printFile(readInstitutionFile(twente)));
