import { resolve } from 'node:path';
import { z } from 'zod';

/** What the environment decides about one process. */
export type Config = {
  port: number;
  host: string;
  /** a PostgreSQL 15 or newer; null means the one that comes along, under `dataDir` */
  databaseUrl: string | null;
  /** absolute path */
  dataDir: string;
  /** load the demo institutions, and offer their roles at sign-in */
  demo: boolean;
  production: boolean;
  /** a mail server; null means that mail becomes files under `dataDir` */
  smtpUrl: string | null;
  /** from whom mail comes */
  mailFrom: string;
  /** where people open Akkoord, without a slash at its end: what links in mail and calendars begin with */
  publicUrl: string;
};

/** A wrong value in the environment; the message is one line that names the variable and what it takes. */
export class WrongSetting extends Error {}

const takes = {
  PORT: 'a port number from 0 (any free port) to 65535',
  HOST: 'a host name or an IP address to listen on',
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/akkoord',
  AKKOORD_DATA: 'the path of a directory',
  AKKOORD_DEMO: '1 (load the demo institutions) or 0 (do not)',
  NODE_ENV: 'production, development or test',
  AKKOORD_SMTP_URL: 'a mail server such as smtps://user:password@mail.example.org:465',
  AKKOORD_MAIL_FROM: 'a mail address such as akkoord@example.org',
  AKKOORD_URL: 'the address at which people open it, such as https://akkoord.example.org',
};

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AKKOORD_DATA: z
    .string()
    .refine((path) => !path.includes('\0'))
    .default('./data'),
  AKKOORD_DEMO: z.enum(['0', '1']).optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  AKKOORD_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  AKKOORD_MAIL_FROM: z
    .string()
    .regex(/^[^@\s<>]+@[^@\s<>]+$/)
    .default('akkoord@localhost'),
  AKKOORD_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/**
 * Reads the environment. An empty value counts as not set, as shells and container files leave it.
 * @throws WrongSetting for the first wrong value; the value itself is not repeated (it may hold a password)
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.keys(takes).map((name) => [name, env[name] || undefined]));
  const read = environment.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof takes;
    throw new WrongSetting(`${name} must be ${takes[name]}.`);
  }
  const values = read.data;
  const production = values.NODE_ENV === 'production';
  const mayDemo = !(production && values.DATABASE_URL);
  if (values.AKKOORD_DEMO === '1' && !mayDemo) {
    throw new WrongSetting('AKKOORD_DEMO must be 0 where NODE_ENV is production and DATABASE_URL is set.');
  }
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: resolve(values.AKKOORD_DATA),
    demo: values.AKKOORD_DEMO ? values.AKKOORD_DEMO === '1' : !values.DATABASE_URL,
    production,
    smtpUrl: values.AKKOORD_SMTP_URL ?? null,
    mailFrom: values.AKKOORD_MAIL_FROM,
    publicUrl: (values.AKKOORD_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, ''),
  };
}
