import { describe, expect, test } from 'vitest';
import { readConfig, WrongSetting } from './config.ts';

const url = 'postgres://akkoord:secret@db.example:5432/akkoord';

describe('readConfig', () => {
  test('gives the documented defaults, with the demo on the embedded database', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: `${process.cwd()}/data`,
      demo: true,
      production: false,
      smtpUrl: null,
      mailFrom: 'akkoord@localhost',
      publicUrl: 'http://127.0.0.1:3000',
    });
  });

  test('links in mail begin with the address that people use, without its last slash', () => {
    expect(readConfig({ AKKOORD_URL: 'https://akkoord.example.org/' }).publicUrl).toBe(
      'https://akkoord.example.org',
    );
    expect(() => readConfig({ AKKOORD_URL: 'akkoord' })).toThrow(/^AKKOORD_URL/);
    expect(() => readConfig({ AKKOORD_SMTP_URL: 'http://mail.example.org' })).toThrow(/^AKKOORD_SMTP_URL/);
  });

  test('takes an empty value for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', AKKOORD_DEMO: '' })).toEqual(readConfig({}));
  });

  test('loads no demo on a database of your own, unless asked', () => {
    expect(readConfig({ DATABASE_URL: url }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: url, AKKOORD_DEMO: '1' }).demo).toBe(true);
    expect(readConfig({ AKKOORD_DEMO: '0' }).demo).toBe(false);
  });

  test('never loads the demo in production on a database of your own', () => {
    expect(readConfig({ DATABASE_URL: url, NODE_ENV: 'production' }).demo).toBe(false);
    expect(() => readConfig({ DATABASE_URL: url, NODE_ENV: 'production', AKKOORD_DEMO: '1' })).toThrow(
      /^AKKOORD_DEMO must be 0/,
    );
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://user:secret@db/akkoord'],
    ['DATABASE_URL', 'secret'],
    ['AKKOORD_DEMO', 'yes'],
    ['NODE_ENV', 'prod'],
  ])('stops at %s=%s in one line that names the variable and not the value', (name, value) => {
    const refusal = (() => {
      try {
        return readConfig({ [name]: value });
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(WrongSetting);
    expect((refusal as Error).message).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`));
    expect((refusal as Error).message).not.toContain('secret');
  });
});
