import type { Tx } from '#app/kernel/db.server.ts';
import { newId } from '#app/kernel/id.ts';
import { dateRange } from '#app/kernel/period.ts';
import { insertAll } from './bulk-insert.server.ts';
import type { CodeBook } from './code-book.ts';
import type { InstitutionFile } from './institution-file.ts';

/** Units with their places and succession, and head counts. */
export async function importUnits(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'unit',
    file.units.map(({ code, kind, nameNl, nameEn, from, through }, sort) => ({
      institutionId,
      unitId: book.set(newId(), 'unit', code),
      ...{ code, kind, nameNl, nameEn, sort },
      valid: dateRange(from, through),
    })),
  );
  await insertAll(
    tx,
    'unitPlacement',
    file.units.flatMap((unit) =>
      unit.placements.map(({ parent, from, through }) => ({
        institutionId,
        placementId: newId(),
        unitId: book.id('unit', unit.code),
        parentId: book.id('unit', parent),
        valid: dateRange(from, through),
      })),
    ),
  );
  await insertAll(
    tx,
    'unitSuccession',
    file.successions.map(({ predecessor, successor, on, kind }) => ({
      institutionId,
      successionId: newId(),
      predecessorId: book.id('unit', predecessor),
      successorId: book.id('unit', successor),
      onDate: on,
      kind,
    })),
  );
  await importHeadCounts(tx, book, file);
}

async function importHeadCounts(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'headCountDefinition',
    file.headCountDefinitions.map(({ code, nameNl, nameEn }) => ({
      institutionId,
      definitionId: book.set(newId(), 'definition', code),
      ...{ code, nameNl, nameEn },
    })),
  );
  await insertAll(
    tx,
    'headCount',
    file.headCounts.map(({ definition, unit, date, heads, mark, source }) => ({
      institutionId,
      headCountId: newId(),
      definitionId: book.id('definition', definition),
      unitId: book.id('unit', unit),
      referenceDate: date,
      ...{ heads, mark, source },
    })),
  );
}

/**
 * Roles, accounts, bodies with members, and mandates.
 * @param passwordHash for every account; null when the accounts have no password
 */
export async function importPeople(
  tx: Tx,
  book: CodeBook,
  file: InstitutionFile,
  passwordHash: string | null,
): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'role',
    file.roles.map(({ code, nameNl, nameEn, permissions }, sort) => ({
      institutionId,
      roleId: book.set(newId(), 'role', code),
      ...{ code, nameNl, nameEn, permissions, sort },
    })),
  );
  await insertAll(
    tx,
    'account',
    file.accounts.map(({ login, name, locale, disabledAt }) => ({
      institutionId,
      accountId: book.set(newId(), 'account', login),
      ...{ login, name, locale, passwordHash, disabledAt },
    })),
  );
  await insertAll(
    tx,
    'noticeSetting',
    file.accounts.flatMap(({ login, notices }) =>
      notices ? [{ institutionId, accountId: book.id('account', login), ...notices }] : [],
    ),
  );
  await importBodies(tx, book, file);
  await insertAll(
    tx,
    'mandate',
    file.accounts.flatMap((account) =>
      account.mandates.map(({ role, unit, body, from, through }) => ({
        institutionId,
        mandateId: newId(),
        accountId: book.id('account', account.login),
        roleId: book.id('role', role),
        unitId: book.idOrNull('unit', unit),
        bodyId: book.idOrNull('body', body),
        valid: dateRange(from, through),
      })),
    ),
  );
}

async function importBodies(tx: Tx, book: CodeBook, file: InstitutionFile): Promise<void> {
  const { institutionId } = book;
  await insertAll(
    tx,
    'bodyKind',
    file.bodyKinds.map((kind, sort) => ({ institutionId, ...kind, sort })),
  );
  await insertAll(
    tx,
    'body',
    file.bodies.map(({ unit, from, through, members: _, parts: __, ...rest }) => ({
      institutionId,
      bodyId: book.set(newId(), 'body', rest.code),
      unitId: book.id('unit', unit),
      ...rest,
      valid: dateRange(from, through),
    })),
  );
  await insertAll(
    tx,
    'bodyMember',
    file.bodies.flatMap((body) =>
      body.members.map(({ name, capacity, account, from, through }) => ({
        institutionId,
        memberId: newId(),
        bodyId: book.id('body', body.code),
        accountId: book.idOrNull('account', account),
        ...{ name, capacity },
        term: dateRange(from, through),
      })),
    ),
  );
  await insertAll(
    tx,
    'bodyPart',
    file.bodies.flatMap((body) =>
      body.parts.map((part, sort) => ({
        institutionId,
        bodyId: book.id('body', body.code),
        partId: book.id('body', part),
        sort,
      })),
    ),
  );
  await insertAll(
    tx,
    'freePeriod',
    file.freePeriods.map(({ from, through, ...rest }) => ({
      ...{ institutionId, periodId: newId(), ...rest },
      ...{ firstDay: from, lastDay: through },
    })),
  );
}
